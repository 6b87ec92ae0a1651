import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { fix } from '../support/lint';
import { smallPrograms, textOf } from './one-file/programs';

const run = promisify(execFile);
const root = mkdtempSync(join(realpathSync(tmpdir()), 'session-secrets-one-file-'));
symlinkSync(join(__dirname, '../../node_modules'), join(root, 'node_modules'), 'junction');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const options = {
  settings: { vault: { module: '#session-vault' } },
  sourceType: 'commonjs',
  preset: 'recommended',
} as const;

/** What a program answers; how it ended, where it did. */
async function answersOf(name: string, text: string, requests: readonly string[], latency: number): Promise<unknown> {
  const folder = join(root, name.replaceAll(' ', '-'));
  cpSync(join(__dirname, 'one-file'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ imports: { '#session-vault': './session-vault.js' } }));
  writeFileSync(join(folder, 'app.js'), text);
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    SESSION_SECRET: randomBytes(32).toString('hex'),
    VAULT_LATENCY: String(latency),
  };
  try {
    const { stdout } = await run(process.execPath, ['run.cjs', JSON.stringify(requests)], {
      cwd: folder,
      env,
      timeout: 20_000,
    });
    return JSON.parse(stdout);
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}

describe.concurrent('a program of one file answers after one fix as before', () => {
  it.each(smallPrograms)('$name', async (program) => {
    const { name, requests, isMoved } = program;
    const before = textOf(program);
    const { output, messages } = fix(before, { ...options, filename: 'app.js' });
    const own = messages.filter(
      ({ ruleId }) => ruleId === null || /no-secret-in-session|prefer-vault-read/.test(ruleId),
    );
    if (!isMoved) {
      expect(output).toBe(before);
      expect(own.length).toBeGreaterThan(0);
      return;
    }
    const answers = (await answersOf(name, before, requests, 0)) as string[];
    expect(answers).toHaveLength(requests.length);
    expect(own).toEqual([]);
    expect(output).toContain("require('#session-vault')");
    expect(await answersOf(`${name} fixed`, output, requests, 0)).toEqual(answers);
    expect(await answersOf(`${name} slow`, output, requests, 8)).toEqual(answers);
  });
});
