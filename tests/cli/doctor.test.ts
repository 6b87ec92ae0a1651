import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Findings } from '../../src/cli/doctor-findings';
import { sessionFilesIn } from '../../src/cli/session-files';
import { finished, makeProject, packageJson } from './temporary-project';
import type { Project } from './temporary-project';

const root = join(__dirname, '../..');
const app = "import session from 'express-session';\nexport const one = session({ secret: process.env.SECRET });\n";
const route = 'export const save = (req, key) => {\n  req.session.key = key;\n};\n';

const load = "import sessionSecrets from 'eslint-plugin-session-secrets';\n";
const flat = (entries = '', before = ''): Record<string, string> => ({
  'eslint.config.mjs': `${load}${before}export default [${entries}sessionSecrets.configs['flat/recommended']];\n`,
});
const withParser = (entries = '') =>
  flat(
    `{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } }, ${entries}`,
    "import tseslint from 'typescript-eslint';\n",
  );
const eslintrc = (more: object = {}) => ({
  '.eslintrc.json': JSON.stringify({
    root: true,
    extends: ['plugin:session-secrets/recommended'],
    parserOptions: { sourceType: 'module' },
    ...more,
  }),
});
const typescript = { 'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }' };

type Eslint = 'eslint8' | 'eslint' | 'eslint10';

/** A project with ESLint and the plugin, as it was built. */
function projectOn(eslint: Eslint | undefined, files: Record<string, string>): Project {
  const project = makeProject({ 'package.json': packageJson({ type: 'module' }), ...files });
  if (eslint) project.installAs('eslint', eslint);
  project.installAs('eslint-plugin-session-secrets', root);
  project.install('typescript-eslint', '@typescript-eslint/parser');
  return project;
}

async function examine(eslint: Eslint | undefined, files: Record<string, string>, ...args: string[]) {
  const { folder } = projectOn(eslint, files);
  const { code, out, err } = await finished(folder, ['doctor', '--json', ...args]);
  expect(err).toBe('');
  const findings = JSON.parse(out) as Findings;
  return {
    code,
    ...findings,
    kinds: findings.problems.map(({ kind }) => kind),
    noted: findings.notes.map(({ kind }) => kind),
  };
}

describe.each(['eslint8', 'eslint', 'eslint10'] as const)('%s, eslint.config', (eslint) => {
  it('a JavaScript project', async () => {
    const { code, kinds, ...found } = await examine(eslint, {
      ...flat(),
      'app.js': app,
      'route.js': route,
      'other.js': '',
    });
    expect({ code, kinds }).toEqual({ code: 0, kinds: [] });
    expect(found).toMatchObject({
      sessionFiles: 2,
      linted: 2,
      tests: [],
      eslint: { kind: 'flat', file: 'eslint.config.mjs' },
    });
  });

  it('TypeScript that no `files` matches', async () => {
    const { code, kinds, problems } = await examine(eslint, {
      ...flat(),
      'src/app.ts': app,
      'src/route.ts': route,
      'x.ts': '',
    });
    expect({ code, kinds }).toEqual({ code: 1, kinds: ['unmatched'] });
    expect(problems[0]?.files).toEqual([
      { file: 'src/app.ts', because: 'imports express-session' },
      { file: 'src/route.ts', because: 'uses req.session' },
    ]);
    expect(problems[0]?.advice).toContain('tseslint.parser');
  });

  it('TypeScript without its parser', async () => {
    const { code, kinds } = await examine(eslint, { ...flat("{ files: ['**/*.ts'] }, "), 'src/app.ts': app });
    expect({ code, kinds }).toEqual({ code: 1, kinds: ['unparsed'] });
  });

  it('TypeScript with all it needs', async () => {
    const files = {
      ...withParser("{ ignores: ['**/dist/'] }, "),
      ...typescript,
      'src/app.ts': app,
      'dist/app.js': app,
    };
    expect(await examine(eslint, files)).toMatchObject({ code: 0, kinds: [], linted: 1, sessionFiles: 1 });
  });

  it.each([true, false])('an output folder that is linted; it is there: %s', async (isThere) => {
    const files = { ...withParser(), ...typescript, 'src/app.ts': app, ...(isThere ? { 'dist/app.js': app } : {}) };
    const { code, kinds, problems } = await examine(eslint, files);
    expect({ code, kinds }).toEqual({ code: 1, kinds: ['linted-output'] });
    expect(problems[0]?.advice).toBe("Add { ignores: ['**/dist/'] }.");
  });

  it('sources that are ignored', async () => {
    const { code, kinds, problems } = await examine(eslint, {
      ...flat("{ ignores: ['server/'] }, "),
      'server/app.js': app,
    });
    expect({ code, kinds }).toEqual({ code: 1, kinds: ['ignored'] });
    expect(problems[0]?.files.map(({ file }) => file)).toEqual(['server/app.js']);
  });

  it('a configuration without the plugin, and with the rules off', async () => {
    const none = { 'eslint.config.mjs': 'export default [];\n' };
    expect(await examine(eslint, { ...none, 'app.js': app })).toMatchObject({ code: 1, kinds: ['without-rules'] });
    const names =
      "Object.fromEntries(Object.keys(sessionSecrets.rules).map((name) => ['session-secrets/' + name, 'off']))";
    const off = {
      'eslint.config.mjs': `${load}export default [sessionSecrets.configs['flat/recommended'], { rules: ${names} }];\n`,
    };
    expect(await examine(eslint, { ...off, 'app.js': app })).toMatchObject({ code: 1, kinds: ['without-rules'] });
  });

  it('the plugin under another name, and one rule off', async () => {
    const config = `${load}
const rules = Object.keys(sessionSecrets.configs.recommended.rules).map((name) => name.split('/')[1]);
export default [{
  plugins: { ours: sessionSecrets },
  rules: Object.fromEntries(rules.map((name) => ['ours/' + name, name === 'no-memory-store' ? 0 : [1]])),
}];
`;
    const { code, notes } = await examine(eslint, { 'eslint.config.mjs': config, 'app.js': app });
    expect(code).toBe(0);
    expect(notes).toContainEqual({
      kind: 'rules-off',
      message: 'Rules of `recommended` that are off somewhere: no-memory-store.',
    });
  });
});

describe.each(['eslint8', 'eslint'] as const)('%s, eslintrc', (eslint) => {
  const scripts = (lint: string) => ({ 'package.json': packageJson({ scripts: { lint } }) });
  const old = scripts('ESLINT_USE_FLAT_CONFIG=false eslint .');

  it('a JavaScript project', async () => {
    const found = await examine(eslint, { ...eslintrc(), ...old, 'app.js': app });
    expect(found).toMatchObject({ code: 0, linted: 1, eslint: { kind: 'eslintrc', file: '.eslintrc.json' } });
  });

  it('TypeScript that a run passes over', async () => {
    const files = { ...eslintrc({ parser: '@typescript-eslint/parser' }), ...old, 'app.ts': app };
    expect(await examine(eslint, files)).toMatchObject({ code: 1, kinds: ['unmatched'] });
  });

  it('TypeScript that --ext or `overrides` lets in', async () => {
    const parser = '@typescript-eslint/parser';
    const ext = scripts('ESLINT_USE_FLAT_CONFIG=false eslint --ext .js,.ts .');
    expect(await examine(eslint, { ...eslintrc({ parser }), ...ext, 'app.ts': app })).toMatchObject({
      code: 0,
      linted: 1,
    });
    expect(await examine(eslint, { ...eslintrc(), ...ext, 'app.ts': app })).toMatchObject({
      code: 1,
      kinds: ['unparsed'],
    });
    const overrides = [{ files: ['*.ts'], parser }];
    expect(await examine(eslint, { ...eslintrc({ overrides }), ...old, 'app.ts': app })).toMatchObject({
      code: 0,
      linted: 1,
    });
  });

  it('a folder that is ignored, whatever configuration lies in it', async () => {
    const broken = { 'examples/one/.eslintrc.json': '{ "extends": "gone" }', 'examples/one/a.js': app };
    const left = { ...eslintrc({ ignorePatterns: ['examples/'] }), ...old, ...broken, 'app.js': app };
    expect(await examine(eslint, left)).toMatchObject({ code: 1, kinds: ['ignored'], linted: 1, sessionFiles: 2 });
    const { folder } = projectOn(eslint, { ...eslintrc(), ...old, ...broken });
    const { code, err } = await finished(folder, ['doctor']);
    expect(code).toBe(1);
    expect(err).toMatch(/^ESLint cannot read its configuration .*gone/);
  });

  it('what is ignored, and an output that is not', async () => {
    const ignored = { ...eslintrc({ ignorePatterns: ['server'] }), ...old, 'server/a.js': app, '.hidden/a.js': app };
    expect((await examine(eslint, ignored)).problems[0]?.files).toHaveLength(2);
    const built = { ...eslintrc(), ...old, 'app.js': app, 'dist/app.js': app };
    expect(await examine(eslint, built)).toMatchObject({ code: 1, kinds: ['linted-output'], sessionFiles: 1 });
  });
});

describe('on any', () => {
  it('test code may be left out, and is counted', async () => {
    const found = await examine('eslint', { ...flat(), 'app.js': app, 'tests/app.ts': app, 'app.test.js': app });
    expect(found).toMatchObject({ code: 0, sessionFiles: 1, tests: ['app.test.js', 'tests/app.ts'] });
    const [note] = found.notes.filter(({ kind }) => kind === 'tests');
    expect(note?.message).toMatch(
      /^2 files with sessions \(app\.test\.js, tests\/app\.ts\): .* 15 rules .* Not linted at all: 1 of them\.$/,
    );
  });

  it('the setting testFiles says what is one, below its package', async () => {
    const settings = flat("{ settings: { 'session-secrets': { testFiles: ['checks/**'] } } }, ");
    const files = {
      ...settings,
      'checks/a.js': app,
      'tests/a.js': app,
      'tests/b/package.json': '{}',
      'tests/b/checks/a.js': app,
    };
    expect((await examine('eslint', files)).tests).toEqual(['checks/a.js', 'tests/b/checks/a.js']);
  });

  it('a program of its own below tests is no test when it is linted, and may be left out', async () => {
    const nested = { 'tests/b/package.json': '{}', 'tests/b/a.js': app };
    expect(await examine('eslint', { ...flat(), ...nested })).toMatchObject({
      code: 0,
      sessionFiles: 1,
      linted: 1,
      tests: [],
    });
    const left = flat("{ ignores: ['tests/b/'] }, ");
    expect(await examine('eslint', { ...left, ...nested })).toMatchObject({
      code: 0,
      sessionFiles: 0,
      tests: ['tests/b/a.js'],
    });
  });

  it('what a script does: a cache, a part of the project', async () => {
    const scripts = { lint: 'eslint --fix --max-warnings 0 ./src && echo', quick: 'eslint --cache .', test: 'vitest' };
    const files = {
      'package.json': packageJson({ type: 'module', scripts }),
      ...flat(),
      'src/a.js': app,
      'server/b.js': app,
    };
    const { code, notes } = await examine('eslint', files);
    expect(code).toBe(0);
    const messages = notes.map(({ message }) => message).join('\n');
    expect(messages).toContain('The script "quick" uses --cache');
    expect(messages).toContain(
      'The script "lint" lints src only: 1 file with sessions elsewhere, such as server/b.js.',
    );
  });

  it.each<[string, Record<string, string>, string]>([
    ['none', {}, 'No vault is known: '],
    [
      'of package.json',
      { 'package.json': packageJson({ imports: { '#session-vault': './v.js' } }) },
      'The vault is `#session-vault`.',
    ],
    [
      'of the settings',
      flat("{ settings: { 'session-secrets': { vault: { module: '@acme/v' } } } }, "),
      'The vault is `@acme/v`.',
    ],
    ['turned off', flat("{ settings: { 'session-secrets': { vault: false } } }, "), 'The vault is turned off: '],
  ])('the vault: %s', async (_, files, message) => {
    const { notes } = await examine('eslint', { ...flat(), 'app.js': app, ...files });
    expect(notes.map((one) => one.message).join()).toContain(message);
  });

  it('each package of a workspace has its own vault and output', async () => {
    const { notes, problems } = await examine('eslint', {
      ...flat(),
      'packages/a/package.json': packageJson({ imports: { '#session-vault': './v.js' }, main: 'dist/a.js' }),
      'packages/a/src/a.js': app,
      'packages/b/package.json': packageJson({ main: 'dist/b.js' }),
      'packages/b/b.js': '',
    });
    expect(problems.flatMap(({ files }) => files.map(({ file }) => file))).toEqual(['packages/a/dist/']);
    expect(notes.filter(({ kind }) => kind === 'vault').map(({ message }) => message)).toEqual([
      'The vault in packages/a/ is `#session-vault`.',
    ]);
  });

  it('a second configuration that is not read', async () => {
    const { notes } = await examine('eslint', { ...flat(), ...eslintrc(), 'app.js': app });
    expect(notes).toContainEqual({ kind: 'configuration', message: 'ESLint does not read .eslintrc.json.' });
  });

  it('a component file whose language nobody set up', async () => {
    const { problems } = await examine('eslint', { ...flat(), 'pages/a.astro': `---\n${app}---\n` });
    expect(problems[0]).toMatchObject({ kind: 'unmatched', advice: 'For .astro, see docs/setup.md of the plugin.' });
  });

  it('--dir, and text for people', async () => {
    const project = projectOn('eslint', { ...flat(), 'app.js': app, 'lib/a.ts': app });
    const { code, out } = await finished(root, ['doctor', '--dir', project.folder]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^ESLint 9\.39\.5, flat configuration eslint\.config\.mjs\n3 source files, 2 with sessions: 1 of them linted\n/,
    );
    expect(out).toContain(
      '✖ No configuration has `files` for these, so ESLint passes them over and says nothing:\n    lib/a.ts  imports',
    );
  });

  it('what has nothing to do with sessions is nobody’s business', async () => {
    const files = {
      ...flat(),
      'a.ts': "import { Hono } from 'hono';\nimport session from './session';\n",
      'b.ts': "const Nest = require('@nestjs/common'); // auth\n",
      'c.tsx': 'export const x = props.req.session;\n',
      'd.d.ts': app,
      'node_modules/x/index.ts': app,
    };
    expect(await examine('eslint', files)).toMatchObject({ code: 0, sessionFiles: 0, problems: [], notes: [] });
  });

  it('is bounded', () => {
    const { folder } = makeProject({ 'a.js': app, 'b.js': app, 'c.js': app, 'd/e.js': app });
    expect(sessionFilesIn(folder, 2)).toMatchObject({ looked: 2, isCut: true });
    expect(sessionFilesIn(folder, 4)).toMatchObject({ looked: 4, isCut: false });
    expect(sessionFilesIn(folder)).toMatchObject({ looked: 4, isCut: false });
  });
});

describe('one sentence, exit code 1', () => {
  const own = { 'package.json': packageJson() };
  it.each<[string, Eslint | undefined, Record<string, string>, RegExp]>([
    ['no ESLint', undefined, own, /^ESLint is not installed in .+: npm install --save-dev eslint\.$/],
    [
      'oxlint alone',
      undefined,
      { ...own, '.oxlintrc.json': '{}' },
      /^ESLint is not installed in .* Oxlint cannot be asked\.$/,
    ],
    [
      'an old one',
      undefined,
      { ...own, 'node_modules/eslint/index.js': '' },
      /^The ESLint of .+ is too old: .* 8\.57 and later\.$/,
    ],
    ['no configuration, ESLint 8', 'eslint8', own, /^There is no configuration of ESLint, /],
    ['no configuration, ESLint 10', 'eslint10', own, /^There is no configuration of ESLint, /],
    [
      'the old one, ESLint 9',
      'eslint',
      eslintrc(),
      /^ESLint 9\S+ reads \.eslintrc\.json only with ESLINT_USE_FLAT_CONFIG=false, .*: nothing is linted\.$/,
    ],
    [
      'the old one, ESLint 10',
      'eslint10',
      eslintrc(),
      /^ESLint 10\S+ reads \.eslintrc\.json no longer, .*: nothing is linted\.$/,
    ],
    [
      'a broken one',
      'eslint10',
      { 'eslint.config.mjs': 'export default [{ rules: { x: 7 } }];', 'a.js': app },
      /^ESLint cannot read its configuration eslint\.config\.mjs: /,
    ],
    [
      'wrong settings',
      'eslint',
      { ...flat("{ settings: { 'session-secrets': { testFiles: 1 } } }, "), 'a.js': app },
      /^settings\['session-secrets'\]\.testFiles: got 1; expected a list/,
    ],
  ])('%s', async (_, eslint, files, sentence) => {
    const { folder } = projectOn(eslint, files);
    const { code, out, err } = await finished(folder, ['doctor']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd()).toMatch(sentence);
  });

  it('no such folder', async () => {
    const { code, err } = await finished(root, ['doctor', '--dir', '/no/such/folder']);
    expect(code).toBe(1);
    expect(err).toBe('There is no folder /no/such/folder.\n');
  });
});

it('what init prints for a TypeScript project is what doctor wants', async () => {
  const project = projectOn('eslint10', { ...typescript, 'src/app.ts': app, 'dist/app.js': app });
  const { out } = await finished(project.folder, ['init']);
  const [, config = ''] = /\nESLint, in eslint\.config\.mjs:\n\n((?: {2}.*\n|\n)+)/.exec(out) ?? [];
  project.write({ 'eslint.config.mjs': config });
  const { code, out: said } = await finished(project.folder, ['doctor']);
  expect(said).toContain('1 with sessions: all of them linted');
  expect(code).toBe(0);
});
