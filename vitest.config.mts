import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The ESLint majors a rule has to work on, by the name they are installed under. */
const eslints = { 'eslint-8': 'eslint8', 'eslint-9': 'eslint', 'eslint-10': 'eslint10' };

/** What depends on ESLint's behaviour runs on each major; the rest (package, docs, demo) picks its own hosts. */
const perEslint = [
  'tests/rules/**/*.test.ts',
  'tests/libraries/**/*.test.ts',
  'tests/all-rules/**/*.test.ts',
  'tests/plugin.test.ts',
  'tests/eslint-version.test.ts',
];

/** Has packages of its own, and a configuration: `npm run test:real`. */
const real = ['tests/libraries/real/**'];

const preload = ['--require', fileURLToPath(new URL('./tests/support/eslint-version.cjs', import.meta.url))];

export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      ...Object.entries(eslints).map(([name, alias]) => ({
        resolve: { alias: { eslint: alias } },
        test: {
          name,
          include: perEslint,
          exclude: real,
          setupFiles: ['tests/support/setup.ts'],
          env: { ESLINT_ALIAS: alias },
          testTimeout: 60_000,
          execArgv: preload,
        },
      })),
      {
        test: {
          name: 'core',
          include: ['tests/**/*.test.ts'],
          exclude: [...perEslint, 'tests/package/**', 'tests/apps/**', ...real],
          setupFiles: ['tests/support/setup.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'apps',
          include: ['tests/apps/*.test.ts'],
          globalSetup: ['tests/apps/harness/install.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          globalSetup: ['tests/support/pack.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
