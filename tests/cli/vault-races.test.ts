import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { programCalled } from '../apps/harness/program';
import { realRedis } from '../apps/harness/real-redis';
import { randomBy, slowLine } from './slow-line';
import { makeProject, packageJson } from './temporary-project';
import { projectWithVault, startVault } from './vault-process';

const race = readFileSync(join(__dirname, 'fixtures/race.mjs'), 'utf8');
const unknown = 'VAULT_UNKNOWN_REFERENCE';

it.each([
  ['ESM', 'module', 1],
  ['CommonJS', 'commonjs', 2],
])('nothing comes back in memory, where requests share a reference: %s', async (_, type, seed) => {
  const project = makeProject({ 'package.json': packageJson({ type }), 'race.mjs': race });
  project.install('keyv');
  expect(project.init()).toMatchObject({ code: 0, err: '' });
  const { out, err } = await project.node(['race.mjs', '40', String(seed)]);
  expect(err).toBe('');
  expect(JSON.parse(out)).toEqual({ undone: 0, back: 0, rotatedBack: 0, allBack: 0, lost: 0, strange: 0, short: 0 });
});

const command = programCalled(['redis-server'], 'REDIS_SERVER');
const isNeeded = Boolean(process.env['CI']);
if (!command && !isNeeded) console.warn('Skipped: races in a real Redis, for there is no redis-server on this machine.');

it.skipIf(!command && !isNeeded)('nor in a real Redis, where the requests are those of two processes', async () => {
  if (!command) throw new Error('There is no redis-server on this machine: install it, or say where it is in REDIS_SERVER.');
  const project = projectWithVault('@keyv/redis');
  const folder = mkdtempSync(join(tmpdir(), 'session-secrets-redis-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const redis = await realRedis(command, folder);
  onTestFinished(() => redis.kill());

  const random = randomBy(3);
  const port = Number(new URL(redis.url).port);
  const start = async (env = {}) => {
    const url = `redis://127.0.0.1:${await slowLine(port, random)}`;
    return startVault(project, { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: 'ab'.repeat(32), ...env });
  };
  const [one, other, early] = [await start(), await start(), await start({ HOURS_BEHIND: '3' })];

  /** Two processes use, at nearly the same time, what was last used long ago; gives what is left. */
  async function after(atOne: string, atOther: string): Promise<string> {
    const reference = await early('store old');
    const ask = async (process: typeof one, line: string) => {
      await wait(random() * 8);
      return process(line.replace('it', reference));
    };
    const answers = await Promise.all([ask(one, atOne), ask(other, atOther)]);
    if (atOne === 'read it') expect(['old', 'new', unknown]).toContain(answers[0]);
    return one(`read ${reference}`);
  }

  const left = { rotated: new Set<string>(), revoked: new Set<string>(), rotatedAndRevoked: new Set<string>() };
  for (let count = 0; count < 60; count += 1) {
    left.rotated.add(await after('read it', 'rotate it new'));
    left.revoked.add(await after('read it', 'revoke it'));
    left.rotatedAndRevoked.add(await after('rotate it new', 'revoke it'));
  }
  expect(left).toEqual({ rotated: new Set(['new']), revoked: new Set([unknown]), rotatedAndRevoked: new Set([unknown]) });
});

it.skipIf(!command && !isNeeded)('reading prolongs a life in a real Redis, by its own clock too', async () => {
  if (!command) throw new Error('There is no redis-server on this machine: install it, or say where it is in REDIS_SERVER.');
  const project = projectWithVault('@keyv/redis');
  const module = project.read('session-vault.cjs');
  project.write({ 'session-vault.cjs': module.replace('SESSION_VAULT_TTL = 24 * 60 * 60 * 1000', 'SESSION_VAULT_TTL = 1500') });
  const folder = mkdtempSync(join(tmpdir(), 'session-secrets-redis-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const redis = await realRedis(command, folder);
  onTestFinished(() => redis.kill());

  const vault = startVault(project, { SESSION_VAULT_URL: redis.url, SESSION_VAULT_KEY: 'ab'.repeat(32) });
  const [used, idle] = [await vault('store used'), await vault('store idle')];
  for (let reads = 0; reads < 5; reads += 1) {
    await wait(500);
    expect(await vault(`read ${used}`)).toBe('used');
  }
  expect(await vault(`read ${idle}`)).toBe(unknown);
});
