import { describe, expect, it } from 'vitest';
import { finished, makeProject, packageJson } from './temporary-project';

const installed = (name: string, version: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version }),
});
const typescript = {
  'tsconfig.json': '{ "compilerOptions": { "outDir": "build/js", "rootDir": "src" } }',
  'src/app.ts': '',
};
const eslint9 = installed('eslint', '9.39.5');

/** What `init` says of the linter. */
async function adviceIn(files: Record<string, string>): Promise<string> {
  const project = makeProject({ 'package.json': packageJson(), ...files });
  const { code, out, err } = await finished(project.folder, ['init']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.slice(out.search(/(?:^|\n)(?:ESLint|Oxlint|This ESLint|.* has the rules)/));
}

describe('a project without a configuration', () => {
  it('in TypeScript: the parser, the files, and what the build writes', async () => {
    const advice = await adviceIn({ ...typescript, ...eslint9 });
    expect(advice).toContain("import tseslint from 'typescript-eslint';");
    expect(advice).toContain("{ files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser: tseslint.parser } },");
    expect(advice).toContain("{ ignores: ['**/build/js/'] },");
    expect(advice).toContain('npm install --save-dev typescript-eslint\n');
    expect(advice).not.toContain('eslintrc');
  });

  it('in JavaScript: no word of TypeScript', async () => {
    const advice = await adviceIn({ 'app.js': '', ...eslint9 });
    expect(advice).not.toMatch(/tseslint|ignores|which needs/);
  });

  it.each<[string, object, Record<string, string>, string]>([
    ['main', { main: './dist/index.js' }, {}, "ignores: ['**/dist/']"],
    ['exports', { exports: { '.': { default: './build/index.js' } } }, { 'src/a.js': '' }, "ignores: ['**/build/']"],
    ['files', { files: ['lib'] }, typescript, "ignores: ['**/build/js/', '**/lib/']"],
    ['a folder that is there', {}, { '.next/server.js': '' }, "ignores: ['**/.next/']"],
  ])('leaves out what a build writes: %s', async (_, manifest, files, wanted) => {
    expect(await adviceIn({ 'package.json': packageJson(manifest), ...files })).toContain(wanted);
  });

  it.each<[string, object, Record<string, string>]>([
    ['main in src', { main: 'src/index.js' }, {}],
    ['main at the top', { main: 'index.js' }, {}],
    ['sources in lib', { main: 'lib/index.js', files: ['lib'] }, {}],
    ['TypeScript in lib', { files: ['lib'] }, { 'tsconfig.json': '{}', 'lib/a.ts': '' }],
    ['output around the sources', {}, { 'tsconfig.json': '{ "compilerOptions": { "outDir": "." } }' }],
    ['output beside the project', {}, { 'tsconfig.json': '{ "compilerOptions": { "outDir": "../out" } }' }],
  ])('leaves nothing out that a person wrote: %s', async (_, manifest, files) => {
    expect(await adviceIn({ 'package.json': packageJson(manifest), ...files })).not.toContain('ignores');
  });
});

describe('a project with one', () => {
  it('that has the rules', async () => {
    const config = "import s from 'eslint-plugin-session-secrets';\nexport default [s.configs['flat/recommended']];\n";
    const advice = await adviceIn({ 'eslint.config.mjs': config, ...eslint9 });
    expect(advice).toMatch(/^\neslint\.config\.mjs has the rules already\.\n\nMove/);
  });

  it.each([
    ['eslint.config.mjs', 'export default [];', "import sessionSecrets from 'eslint-plugin-session-secrets';"],
    ['eslint.config.js', 'module.exports = [];', "const sessionSecrets = require('eslint-plugin-session-secrets');"],
    ['eslint.config.cjs', '', "const sessionSecrets = require('eslint-plugin-session-secrets');"],
    ['eslint.config.ts', 'export default [];', "import sessionSecrets from 'eslint-plugin-session-secrets';"],
  ])('flat, %s: in its own words, and only that', async (file, text, line) => {
    const advice = await adviceIn({ [file]: text, '.eslintrc.json': '{}', ...eslint9 });
    expect(advice).toContain(`ESLint, in ${file}, at the top:\n\n  ${line}\n`);
    expect(advice).toContain("  sessionSecrets.configs['flat/recommended'],\n");
    expect(advice).not.toContain('eslintrc');
  });

  it('flat, with a parser and ignores of its own', async () => {
    const config = "import tseslint from 'typescript-eslint';\nexport default [{ ignores: ['build/js/**'] }];\n";
    const advice = await adviceIn({ 'eslint.config.mjs': config, ...typescript, ...eslint9 });
    expect(advice).not.toMatch(/tseslint|ignores|which needs/);
  });

  it.each([
    ['.eslintrc.json', '{}', '  "extends": ["plugin:session-secrets/recommended"],\n'],
    ['.eslintrc.yml', 'root: true', '  extends: ["plugin:session-secrets/recommended"]\n'],
    ['.eslintrc.cjs', 'module.exports = {};', '  "extends": ["plugin:session-secrets/recommended"],\n'],
  ])('eslintrc, %s', async (file, text, line) => {
    const advice = await adviceIn({ [file]: text, ...typescript, ...eslint9 });
    expect(advice).toContain(`ESLint, in ${file}, add`);
    expect(advice).toContain(line);
    expect(advice).toContain('{ "files": ["*.ts", "*.tsx", "*.mts", "*.cts"], "parser": "@typescript-eslint/parser" }');
    expect(advice).toMatch(/ignorePatterns"?: \["build\/js"\]/);
    expect(advice).not.toContain('eslint.config');
  });

  it('in package.json', async () => {
    const advice = await adviceIn({ 'package.json': packageJson({ eslintConfig: { root: true } }), ...eslint9 });
    expect(advice).toContain('ESLint, in "eslintConfig" of package.json, add');
  });

  it('eslintrc that this ESLint does not read', async () => {
    const advice = await adviceIn({ '.eslintrc.json': '{}', ...installed('eslint', '10.15.0') });
    expect(advice).toContain('This ESLint does not read .eslintrc.json.\n\nESLint, in eslint.config.mjs:');
  });

  it('of oxlint alone: every rule by its name', async () => {
    const advice = await adviceIn({ '.oxlintrc.json': '{}' });
    expect(advice).toContain('Oxlint, in .oxlintrc.json, add');
    expect(advice).toContain('`npx oxlint --fix`');
    expect(advice).not.toMatch(/npx eslint/);
    const members = advice
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .join('\n');
    const config = JSON.parse(`{${members}}`) as { jsPlugins: string[]; rules: Record<string, string> };
    expect(config.jsPlugins).toEqual(['eslint-plugin-session-secrets']);
    expect(config.rules).toMatchObject({ 'session-secrets/no-secret-in-session': 'error' });
    expect(config.rules).not.toHaveProperty('session-secrets/require-csrf-protection');
  });

  it('of oxlint beside ESLint', async () => {
    expect(await adviceIn({ '.oxlintrc.json': '{}', ...eslint9 })).toContain('ESLint, in eslint.config.mjs:');
  });
});

describe('a workspace', () => {
  const packages = {
    'packages/api/package.json': '{}',
    'packages/web/package.json': '{}',
    'tools/a/b/package.json': '{}',
  };
  it.each<[string, Record<string, string>, string[]]>([
    ['npm', { 'package.json': packageJson({ workspaces: ['packages/*'] }) }, ['packages/api', 'packages/web']],
    [
      'Yarn',
      { 'package.json': packageJson({ workspaces: { packages: ['./packages/*/', 'tools/**'] } }) },
      ['packages/api', 'packages/web', 'tools/a/b'],
    ],
    [
      'pnpm',
      { 'pnpm-workspace.yaml': "packages:\n  # all\n  - 'packages/*' # ours\n  - '!packages/web'\n" },
      ['packages/api'],
    ],
    ['pnpm in brackets', { 'pnpm-workspace.yaml': 'packages: ["packages/*"]\n' }, ['packages/api', 'packages/web']],
    ['of nothing', { 'package.json': packageJson({ workspaces: [] }) }, []],
  ])('%s: the root is no place for a vault, and the packages are named', async (_, files, wanted) => {
    const project = makeProject({ 'package.json': packageJson(), ...packages, ...files });
    const { code, out, err } = await finished(project.folder, ['init']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^This is the root of a workspace, .* vault of the root\./);
    expect(err.split('\n').filter((line) => line.startsWith('  '))).toEqual(wanted.map((one) => `  ${one}`));
    expect(project.files().some((file) => file.includes('session-vault'))).toBe(false);
    expect(await finished(project.folder, ['init', '--dir', '.'])).toMatchObject({ code: 0 });
  });

  it('of pnpm without a list is none', async () => {
    const project = makeProject({ 'package.json': packageJson(), 'pnpm-workspace.yaml': 'minimumReleaseAge: 1440\n' });
    expect(await finished(project.folder, ['init'])).toMatchObject({ code: 0 });
  });

  it('a package of it is one, under the configuration of the root', async () => {
    const config = { 'eslint.config.mjs': 'export default [];' };
    const project = makeProject({
      'package.json': packageJson({ workspaces: ['packages/*'] }),
      ...packages,
      ...config,
    });
    const { code, out } = await finished(`${project.folder}/packages/api`, ['init']);
    expect(code).toBe(0);
    expect(out).toContain('ESLint, in ../../eslint.config.mjs, at the top:');
  });
});

it('a folder inside a project names the project', async () => {
  const project = makeProject({ 'package.json': packageJson(), 'src/a/b.js': '' });
  const { code, err } = await finished(`${project.folder}/src/a`, ['init']);
  expect(code).toBe(1);
  expect(err).toBe(
    `There is no package.json in ${project.folder}/src/a: run this in ${project.folder}, which has one.\n`,
  );
});
