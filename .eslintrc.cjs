'use strict';

const rootOfUtils = {
  name: '@typescript-eslint/utils',
  allowTypeImports: true,
  message: 'The root loads ESLint itself, which costs time and is absent in other linters. Import from a subpath.',
};

module.exports = {
  root: true,
  // `plugin:session-secrets` is this very package, by its own name: build it first.
  extends: ['eslint:recommended', 'plugin:session-secrets/recommended'],
  env: { es2022: true, node: true },
  parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
  reportUnusedDisableDirectives: true,
  // The programs below docs and tests/apps are vulnerable on purpose, or another project's.
  ignorePatterns: [
    'dist',
    'coverage',
    'node_modules',
    'docs/examples',
    'tests/apps/programs',
    'tests/apps/secure',
    'tests/apps/insecure',
    'tests/**/fixtures',
  ],
  rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' },
  overrides: [
    {
      // A probe has to see what a library does when it is told nothing.
      files: ['tests/libraries/real/**/*.mjs'],
      rules: Object.fromEntries(Object.keys(require('./dist').configs.all.rules).map((rule) => [rule, 'off'])),
    },
    { files: ['*.cjs'], parserOptions: { sourceType: 'script' } },
    {
      files: ['*.ts', '*.mts'],
      parser: '@typescript-eslint/parser',
      // What the compiler knows better.
      rules: { 'no-undef': 'off', 'no-unused-vars': 'off', 'no-redeclare': 'off' },
    },
    {
      files: ['src/**'],
      rules: {
        'max-lines': ['error', 250],
        // Names in a list and expressions may be longer: a break would be part of them.
        'max-len': ['error', { code: 120, ignoreRegExpLiterals: true, ignoreTemplateLiterals: true, ignoreUrls: true }],
        'no-restricted-imports': ['error', { paths: [rootOfUtils] }],
      },
    },
    {
      files: ['src/rules/**'],
      excludedFiles: ['src/rules/index.ts'],
      extends: ['plugin:eslint-plugin/recommended'],
      rules: {
        'max-lines': ['error', 120],
        // `createRule` adds the URL, and suggestions are made where the edits are: neither is seen from a rule's file.
        'eslint-plugin/require-meta-docs-url': 'off',
        'eslint-plugin/require-meta-has-suggestions': 'off',
      },
    },
  ],
};
