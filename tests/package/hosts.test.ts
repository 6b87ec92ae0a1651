import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeHost } from '../support/host';
import type { EslintAlias } from '../support/host';
import { cured, manifestWithVault, neutral, promised, vulnerable } from './app';

interface Way {
  name: string;
  eslint: EslintAlias;
  files: Record<string, string>;
  env?: Record<string, string>;
}

const legacyEnv = { ESLINT_USE_FLAT_CONFIG: 'false' };
const legacyConfig = (settings?: object) => ({
  '.eslintrc.json': JSON.stringify({
    root: true,
    env: { node: true, es2022: true },
    parserOptions: { ecmaVersion: 2022 },
    extends: ['plugin:session-secrets/recommended'],
    ...(settings && { settings: { 'session-secrets': settings } }),
  }),
});

const esm = `import sessionSecrets from 'eslint-plugin-session-secrets';`;
const cjs = `const sessionSecrets = require('eslint-plugin-session-secrets');`;
const sourceType = `{ files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } }`;
const byObject = `[sessionSecrets.configs['flat/recommended'], ${sourceType}]`;
const byName = `defineConfig([{
  files: ['**/*.js'],
  plugins: { 'session-secrets': sessionSecrets },
  extends: ['session-secrets/recommended'],
}, ${sourceType}])`;

const flatEsm = { 'eslint.config.mjs': `${esm}\nexport default ${byObject};\n` };
const flatCjs = { 'eslint.config.cjs': `${cjs}\nmodule.exports = ${byObject};\n` };
const defineEsm = {
  'eslint.config.mjs': `import { defineConfig } from 'eslint/config';\n${esm}\nexport default ${byName};\n`,
};
const defineCjs = {
  'eslint.config.cjs': `const { defineConfig } = require('eslint/config');\n${cjs}\nmodule.exports = ${byName};\n`,
};
// A shared configuration of the other kind brings the same plugin along: two objects would be a redefinition.
const mixedEsm = {
  'shared.cjs': `${cjs}\nmodule.exports = [sessionSecrets.configs['flat/recommended']];\n`,
  'eslint.config.mjs': `${esm}\nimport shared from './shared.cjs';\nexport default [...shared, ...${byObject}];\n`,
};
const mixedCjs = {
  'shared.mjs': `${esm}\nexport default [sessionSecrets.configs['flat/recommended']];\n`,
  'eslint.config.cjs': `${cjs}
module.exports = import('./shared.mjs').then((shared) => [...shared.default, ...${byObject}]);
`,
};

const flatWays = (eslint: EslintAlias, version: string): Way[] => [
  { name: `ESLint ${version}, flat ESM`, eslint, files: flatEsm },
  { name: `ESLint ${version}, flat CommonJS`, eslint, files: flatCjs },
  { name: `ESLint ${version}, defineConfig and the name of a preset, ESM`, eslint, files: defineEsm },
  { name: `ESLint ${version}, defineConfig and the name of a preset, CommonJS`, eslint, files: defineCjs },
  { name: `ESLint ${version}, ESM with a shared CommonJS configuration`, eslint, files: mixedEsm },
  { name: `ESLint ${version}, CommonJS with a shared ESM configuration`, eslint, files: mixedCjs },
];

const ways: Way[] = [
  { name: 'ESLint 8.57, eslintrc', eslint: 'eslint8', files: legacyConfig() },
  {
    name: 'ESLint 8.57, flat CommonJS',
    eslint: 'eslint8',
    files: { 'eslint.config.js': flatCjs['eslint.config.cjs'] },
  },
  { name: 'ESLint 9.30, eslintrc', eslint: 'eslint9-early', files: legacyConfig(), env: legacyEnv },
  ...flatWays('eslint9-early', '9.30'),
  { name: 'ESLint 9, eslintrc', eslint: 'eslint', files: legacyConfig(), env: legacyEnv },
  ...flatWays('eslint', '9'),
  ...flatWays('eslint10', '10'),
];

/** The rules that spoke up, by file. */
async function lint({ eslint, files, env }: Way): Promise<Record<string, string[]>> {
  const servers = { 'vulnerable.js': vulnerable, 'neutral.js': neutral, 'cured.js': cured };
  const host = makeHost(eslint, { 'package.json': manifestWithVault, ...files, ...servers });
  const result = await host.run('eslint/bin/eslint.js', ['--format=json', ...Object.keys(servers)], env);
  expect(result, result.stderr).toMatchObject({ code: expect.toBeOneOf([0, 1]) });
  const reports = JSON.parse(result.stdout) as { filePath: string; messages: { ruleId: string }[] }[];
  return Object.fromEntries(
    reports.map(({ filePath, messages }) => [
      filePath.replace(/^.*[\\/]/, ''),
      messages.map(({ ruleId, ...rest }) => ruleId ?? JSON.stringify(rest)).sort(),
    ]),
  );
}

describe.concurrent('the packed plugin reports the application and is silent on its cure', () => {
  it.each(ways)('$name', async (way) => {
    expect(await lint(way)).toEqual({ 'vulnerable.js': promised, 'neutral.js': promised, 'cured.js': [] });
  });
});

const oneWayEach: Way[] = [
  { name: 'ESLint 8.57', eslint: 'eslint8', files: legacyConfig() },
  { name: 'ESLint 9', eslint: 'eslint', files: flatEsm },
  { name: 'ESLint 10', eslint: 'eslint10', files: defineEsm },
];

describe.concurrent('--fix moves the secret into the declared vault, and is done after one run', () => {
  it.each(oneWayEach)('$name', async ({ eslint, files }) => {
    const host = makeHost(eslint, { 'package.json': manifestWithVault, ...files, 'server.js': vulnerable });
    const fixed = async () => {
      await host.run('eslint/bin/eslint.js', ['--fix', 'server.js']);
      return readFileSync(join(host.folder, 'server.js'), 'utf8');
    };
    const once = await fixed();
    expect(once).toContain("req.session.api_key_ref = await vault.store('sk_live_abc123xyz');");
    expect(once).toContain("require('#session-vault')");
    expect(once).toContain("sameSite: 'lax'");
    expect(await fixed()).toBe(once);
    writeFileSync(join(host.folder, 'node_modules/parse.cjs'), "new (require('node:vm').Script)(process.argv[2]);\n");
    expect(await host.run('parse.cjs', [once])).toMatchObject({ code: 0 });
  });
});

describe.concurrent('wrong settings end in one message that names them', () => {
  const settings = { vault: { modul: '#session-vault' } };
  const given = `{ settings: { 'session-secrets': ${JSON.stringify(settings)} } }`;
  const withSettings = ({ 'eslint.config.mjs': config }: typeof flatEsm) => ({
    'eslint.config.mjs': config.replace(sourceType, `${sourceType}, ${given}`),
  });
  const wrong: Way[] = [
    { name: 'ESLint 8.57', eslint: 'eslint8', files: legacyConfig(settings) },
    { name: 'ESLint 9', eslint: 'eslint', files: withSettings(flatEsm) },
    { name: 'ESLint 10', eslint: 'eslint10', files: withSettings(defineEsm) },
  ];

  it.each(wrong)('$name', async ({ eslint, files }) => {
    const host = makeHost(eslint, { ...files, 'server.js': vulnerable, 'other.js': neutral });
    const { code, stderr } = await host.run('eslint/bin/eslint.js', ['server.js', 'other.js']);
    expect(code).toBe(2);
    const messages = stderr.match(/settings\['session-secrets'\]\.vault\.modul: unknown key; .*did you mean 'module'/g);
    expect(messages).toHaveLength(1);
  });
});
