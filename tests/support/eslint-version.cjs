'use strict';
// Preloaded into every test process: `eslint` resolves to the version under test, for our tests and for
// @typescript-eslint/rule-tester alike.
const Module = require('node:module');

const alias = process.env.ESLINT_ALIAS;
if (alias && alias !== 'eslint') {
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (request, parent, ...rest) {
    const inside = parent?.filename?.includes(`node_modules/${alias}/`);
    const isEslint = request === 'eslint' || request.startsWith('eslint/');
    return resolve.call(this, isEslint && !inside ? request.replace('eslint', alias) : request, parent, ...rest);
  };
}
