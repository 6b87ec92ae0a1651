module.exports = {
	root: true,
	extends: ['eslint:recommended', 'plugin:session-secrets/recommended'],
	env: { node: true, es2022: true },
};
