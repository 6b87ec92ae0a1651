import sessionSecrets from 'eslint-plugin-session-secrets';

export default [sessionSecrets.configs['flat/recommended']];
