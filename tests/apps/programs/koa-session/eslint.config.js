const sessionSecrets = require('eslint-plugin-session-secrets')

module.exports = [{ files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } }, sessionSecrets.configs['flat/recommended']]
