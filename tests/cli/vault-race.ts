import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { randomBy, slowLine } from './slow-line';
import type { Project } from './temporary-project';
import { startVault } from './vault-process';

/** A program of one process whose requests share a reference; it prints how often something came back. */
export const race = readFileSync(join(__dirname, 'fixtures/race.mjs'), 'utf8');

/** What it prints if nothing did. */
export const noneOfThem = { undone: 0, back: 0, rotatedBack: 0, allBack: 0, lost: 0, strange: 0, short: 0 };

export const unknown = 'VAULT_UNKNOWN_REFERENCE';

/** What was behind references when two processes had used them at the same time. */
export interface Left {
  rotated: Set<string>;
  revoked: Set<string>;
  rotatedAndRevoked: Set<string>;
}

export const nothingBack: Left = {
  rotated: new Set(['new']),
  revoked: new Set([unknown]),
  rotatedAndRevoked: new Set([unknown]),
};

/**
 * Has two processes use, at nearly the same time, what was last used long ago, by slow lines to a store on this machine.
 * @param project with a vault and the program that does what it is told
 */
export async function raceOfTwo(project: Project, storeUrl: string, tries: number): Promise<Left> {
  const random = randomBy(3);
  const { port } = new URL(storeUrl);
  const start = async (env = {}) => {
    const url = storeUrl.replace(`:${port}`, `:${await slowLine(Number(port), random)}`);
    const ask = startVault(project, { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: 'ab'.repeat(32), ...env });
    // Connected, and its table made.
    await ask('revoke nothing');
    return ask;
  };
  const [one, other, early] = [await start(), await start(), await start({ HOURS_BEHIND: '3' })];

  async function after(atOne: string, atOther: string): Promise<string> {
    const reference = await early('store old');
    const ask = async (process: typeof one, line: string) => {
      await wait(random() * 8);
      return process(line.replace('it', reference));
    };
    const [answer = ''] = await Promise.all([ask(one, atOne), ask(other, atOther)]);
    const isExpected = !atOne.startsWith('read') || ['old', 'new', unknown].includes(answer);
    return isExpected ? one(`read ${reference}`) : answer;
  }

  const left: Left = { rotated: new Set(), revoked: new Set(), rotatedAndRevoked: new Set() };
  for (let count = 0; count < tries; count += 1) {
    left.rotated.add(await after('read it', 'rotate it new'));
    left.revoked.add(await after('read it', 'revoke it'));
    left.rotatedAndRevoked.add(await after('rotate it new', 'revoke it'));
  }
  return left;
}
