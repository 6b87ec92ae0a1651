import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run';
import { compileCommandLine, inFolder, makeProject, packageJson } from './temporary-project';

const root = join(__dirname, '../..');

describe('what it says', () => {
  it.each([['--help'], ['-h'], ['init', '--help']])('%s %s: names every option', (...args) => {
    const { code, out, err } = inFolder(root, args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const option of ['--dir', '--dry-run', '--json', '--help', '--version', 'npm install keyv@5'])
      expect(out).toContain(option);
  });

  it.each(['--version', '-v'])('%s: the version of package.json', (flag) => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(inFolder(root, [flag])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('what to install, which key to make, what ESLint needs', () => {
    const { out } = makeProject({ 'package.json': packageJson() }).init();
    expect(out).toMatchInlineSnapshot(`
      "Wrote session-vault.cjs.
      Added "#session-vault" to package.json.

      Install what it is built on:

        npm install keyv@5

      Values are kept in memory until SESSION_VAULT_URL names a store, which has an adapter of its own:

        redis://…     npm install @keyv/redis@5
        postgres://…  npm install @keyv/postgres@2
        mysql://…     npm install @keyv/mysql@2
        sqlite://…    npm install @keyv/sqlite@4

      With a store, and in production, set SESSION_VAULT_KEY to 32 random bytes:

        node -p "crypto.randomBytes(32).toString('base64')"

      ESLint, in eslint.config.mjs:

        import sessionSecrets from 'eslint-plugin-session-secrets';

        export default [
          sessionSecrets.configs['flat/recommended'],
        ];

      which needs:

        npm install --save-dev eslint

      Move the project once, as a whole: \`npx eslint . --fix\` moves the secrets of all sessions to the vault.
      \`npx eslint-plugin-session-secrets doctor\` says whether every file with a session is linted.
      "
    `);
  });
});

describe('one sentence for each mistake', () => {
  it.each([
    [[], 'Say what to do: `init`, `doctor`, or `--help`.'],
    [['inti'], 'There is no command `inti`: there are `init` and `doctor`.'],
    [['init', 'src'], '`init` takes no argument: `src` is one too many.'],
    [['constructor'], 'There is no command `constructor`: there are `init` and `doctor`.'],
    [['doctor', 'src'], '`doctor` takes no argument: `src` is one too many.'],
    [['doctor', '--dry-run'], '`doctor` has no option --dry-run: see --help.'],
    [['init', '--json'], '`init` has no option --json: see --help.'],
    [['doctor', '--dir'], "Option '--dir <value>' argument missing: see --help."],
    [['init', '--force'], "Unknown option '--force': see --help."],
    [['init', '-x'], "Unknown option '-x': see --help."],
    [['init', '--dir'], "Option '--dir <value>' argument missing: see --help."],
    [['init', '--dir='], '--dir needs a folder.'],
    [['init', '--dry-run=no'], "Option '--dry-run' does not take an argument: see --help."],
  ])('%j', (args, sentence) => {
    const project = makeProject({ 'package.json': packageJson() });
    expect(inFolder(project.folder, args)).toEqual({ code: 2, out: '', err: `${sentence}\n` });
    expect(project.files()).toEqual(['package.json']);
  });

  it('a bug of ours is not dressed up as one', () => {
    const out = () => {
      throw new TypeError('bug');
    };
    expect(() => run(['--help'], { cwd: root, out, err: out })).toThrow('bug');
  });
});

it('is a program with a hashbang, whose exit code tells', async () => {
  const project = makeProject({ 'package.json': packageJson() });
  compileCommandLine(join(project.folder, 'plugin/dist/cli'));
  project.write({ 'plugin/package.json': '{ "version": "7.7.7" }' });

  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  const file = join('plugin', bin['eslint-plugin-session-secrets'] as string);
  expect(project.read(file)).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(await project.node([file, '--version'])).toEqual({ code: 0, out: '7.7.7\n', err: '' });
  expect(await project.node([file, 'init', '--nope'])).toMatchObject({ code: 2, out: '' });
  expect(await project.node([file, 'init'])).toMatchObject({ code: 0, err: '' });
  expect(project.read('package.json')).toContain('"#session-vault": "./session-vault.cjs"');
});
