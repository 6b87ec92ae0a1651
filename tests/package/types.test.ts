import { describe, expect, it } from 'vitest';
import { link, makeHost } from '../support/host';
import type { EslintAlias } from '../support/host';

const settings = `{
  vault: { module: '#session-vault' },
  sessionObjects: ['ctx.state.session'],
  libraries: [{ module: '@acme/session', readFrom: '1.0', setups: [{ form: 'call', export: [], options: 0 }] }],
}`;

const esm = `import sessionSecrets from 'eslint-plugin-session-secrets';
import type { Library, SessionSecretsSettings } from 'eslint-plugin-session-secrets';
import { defineConfig } from 'eslint/config';

const settings: SessionSecretsSettings = ${settings};
export const library: Library | undefined = settings.libraries?.[0];
export const name: string = sessionSecrets.meta.name;

export default defineConfig([
  sessionSecrets.configs['flat/recommended'],
  { ...sessionSecrets.configs['flat/strict'], files: ['src/**'] },
  { plugins: { 'session-secrets': sessionSecrets }, extends: ['session-secrets/recommended'] },
  { extends: [sessionSecrets.configs['flat/all']], settings: { 'session-secrets': settings } },
]);
`;

const cjs = `import sessionSecrets = require('eslint-plugin-session-secrets');
import config = require('eslint/config');

const settings: sessionSecrets.SessionSecretsSettings = ${settings};

export = config.defineConfig([
  sessionSecrets.configs['flat/recommended'],
  { plugins: { 'session-secrets': sessionSecrets }, extends: ['session-secrets/recommended'] },
  { settings: { 'session-secrets': settings } },
]);
`;

/** A CommonJS file that writes `import`, as most of them do. */
const cjsWithImport = `import sessionSecrets from 'eslint-plugin-session-secrets';
import type { SessionSecretsSettings } from 'eslint-plugin-session-secrets';

const settings: SessionSecretsSettings = {};
export default [sessionSecrets.configs['flat/recommended'], { settings: { 'session-secrets': settings } }];
`;

const wrong = `import sessionSecrets from 'eslint-plugin-session-secrets';
import type { Library, SessionSecretsSettings } from 'eslint-plugin-session-secrets';

// @ts-expect-error the module is missing
const vault: SessionSecretsSettings = { vault: { store: 'put' } };
// @ts-expect-error no such setting
const name: SessionSecretsSettings = { vaults: false };
// @ts-expect-error no such form
const form: Library = { module: 'a', readFrom: '1', setups: [{ form: 'magic', export: [] }] };
// @ts-expect-error no such preset
const preset = sessionSecrets.configs['flat/recomended'];

export default [vault, name, form, preset];
`;

interface Way {
  name: string;
  eslint: EslintAlias;
  options: object;
  files: Record<string, string>;
}

const nodeNext = { module: 'NodeNext', moduleResolution: 'NodeNext' };
const bundler = { module: 'ESNext', moduleResolution: 'Bundler' };
const configs = { 'eslint.config.mts': esm, 'eslint.config.cts': cjs, 'plain.cts': cjsWithImport, 'wrong.mts': wrong };

const ways: Way[] = (['eslint', 'eslint10'] as const).flatMap((eslint) =>
  [true, false].map((exactOptionalPropertyTypes) => ({
    name: `${eslint === 'eslint' ? 'ESLint 9' : 'ESLint 10'}, exactOptionalPropertyTypes ${exactOptionalPropertyTypes}`,
    eslint,
    options: { ...nodeNext, exactOptionalPropertyTypes },
    files: configs,
  })),
);

describe.concurrent('configurations in TypeScript compile', () => {
  it.each<Way>([
    ...ways,
    {
      name: 'ESLint 9, resolved as by a bundler',
      eslint: 'eslint',
      options: bundler,
      files: { 'eslint.config.ts': esm },
    },
    {
      name: 'ESLint 8.57, which has no types of its own',
      eslint: 'eslint8',
      options: nodeNext,
      files: { 'plain.cts': cjsWithImport, 'wrong.mts': wrong },
    },
  ])('$name', async ({ eslint, options, files }) => {
    const compilerOptions = { target: 'ES2022', strict: true, noEmit: true, skipLibCheck: true, types: [], ...options };
    const host = makeHost(eslint, {
      ...files,
      'tsconfig.json': JSON.stringify({ compilerOptions, files: Object.keys(files) }),
    });
    link(host.folder, 'typescript', 'typescript');
    expect(await host.run('typescript/bin/tsc', ['-p', '.'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
