import parser from '@typescript-eslint/parser';
import sessionSecrets from 'eslint-plugin-session-secrets';

export default [
  { ignores: ['build'] },
  { files: ['**/*.ts'], languageOptions: { parser } },
  sessionSecrets.configs['flat/recommended'],
];
