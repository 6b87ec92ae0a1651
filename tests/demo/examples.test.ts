import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { demoModule } from './modules';

const { run, startNode, stopAll } = await demoModule('processes');
const { copyOf, differences } = await demoModule('versions');
const { endWithParent, repository } = await demoModule('paths');

const example = fileURLToPath(new URL('../../docs/examples/fastify', import.meta.url));
const workplace = mkdtempSync(join(realpathSync(tmpdir()), 'session-secrets-examples-'));
const quiet = { stdio: 'ignore' };

afterEach(stopAll);
afterAll(() => rmSync(workplace, { recursive: true, force: true }));

const config = `
import parser from '@typescript-eslint/parser';
import sessionSecrets from ${JSON.stringify(join(repository, 'dist/index.js'))};

export default [
  { ignores: ['dist/**'] },
  { files: ['**/*.ts'], languageOptions: { parser } },
  sessionSecrets.configs['flat/recommended'],
];
`;

function node(directory: string, ...args: string[]): Promise<number> {
  return run(process.execPath, args, { cwd: directory, ...quiet });
}

const compile = (directory: string): Promise<number> =>
  node(directory, join(repository, 'node_modules/typescript/bin/tsc'));

const fix = (directory: string): Promise<number> => {
  writeFileSync(join(directory, 'eslint.config.mjs'), config);
  return node(directory, join(repository, 'node_modules/eslint/bin/eslint.js'), '--fix', '.');
};

async function listening(program: { child: { exitCode: number | null }; output: string }): Promise<string> {
  for (;;) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(program.output)?.[0];
    if (url) {
      return url;
    }
    if (program.child.exitCode !== null) {
      throw new Error(program.output);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Logs in and out, and says what was answered on the way. */
async function answersOf(directory: string): Promise<string[]> {
  const env = { ...process.env, PORT: '0' };
  const url = await listening(startNode(['--require', endWithParent, 'dist/start.js'], { cwd: directory, env }));
  const answers: string[] = [];
  let cookie = '';
  const send = async (method: string, path: string, body?: object): Promise<void> => {
    const response = await fetch(url + path, {
      method,
      headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    cookie =
      response.headers
        .getSetCookie()
        .map((text) => text.split(';')[0])
        .join('; ') || cookie;
    answers.push(`${method} ${path} ${response.status} ${await response.text()}`);
  };
  await send('GET', '/issues');
  await send('POST', '/login', { name: 'alice', password: 'guess' });
  await send('POST', '/login', { name: 'alice', password: 'wonderland' });
  await send('GET', '/');
  await send('GET', '/issues');
  await send('POST', '/logout');
  await send('GET', '/issues');
  return answers;
}

describe('the Fastify example', () => {
  it('compiles, runs, and does both after the fix', async () => {
    const before = copyOf(example, join(workplace, 'before'));
    expect(await compile(before)).toBe(0);
    const answers = await answersOf(before);
    expect(answers.map((answer) => answer.split(' ')[2])).toEqual(['401', '401', '200', '200', '200', '204', '401']);

    const after = copyOf(example, join(workplace, 'after'));
    await fix(after);
    rmSync(join(after, 'eslint.config.mjs'));
    const patch = await differences(example, after);
    expect(patch).toContain('+    request.session.accessTokenRef = await vault.store(tokens.access_token);');
    expect(patch).toContain("+import { vault } from '#session-vault';");

    expect(await compile(after)).toBe(0);
    expect(await answersOf(after)).toEqual(answers);
  });
});
