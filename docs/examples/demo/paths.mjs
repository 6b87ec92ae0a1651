import { fileURLToPath } from 'node:url';

const inRepository = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const repository = inRepository('.');
export const example = inRepository('docs/examples/express');
export const eslintConfig = inRepository('docs/examples/demo/eslint.config.mjs');
export const endWithParent = inRepository('docs/examples/demo/end-with-parent.cjs');
export const eslintBin = inRepository('node_modules/eslint/bin/eslint.js');
export const installed = inRepository('node_modules/.package-lock.json');
export const nodeModules = inRepository('node_modules');
export const built = inRepository('dist/index.js');
export const source = inRepository('src');
