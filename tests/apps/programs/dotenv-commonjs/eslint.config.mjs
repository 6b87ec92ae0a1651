import sessionSecrets from 'eslint-plugin-session-secrets';

export default [
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
  sessionSecrets.configs['flat/recommended'],
];
