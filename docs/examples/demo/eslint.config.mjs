import sessionSecrets from '../../../dist/index.js';

export default [
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
  sessionSecrets.configs['flat/recommended'],
];
