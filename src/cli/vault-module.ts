import { vaultImports, vaultText } from './vault-text';

/** The adapters of the store by the scheme of its URL, in the last versions that run with Keyv 5 and on Node 18. */
export const adapters = {
  redis: '@keyv/redis@5',
  rediss: '@keyv/redis@5',
  postgres: '@keyv/postgres@2',
  postgresql: '@keyv/postgres@2',
  mysql: '@keyv/mysql@2',
  sqlite: '@keyv/sqlite@4',
};

/** The store itself: the adapters above refuse Keyv 6, which in turn refuses Node 20. */
export const storePackage = 'keyv@5';

/** What the module is written in. */
export interface Dialect {
  language: 'typescript' | 'javascript';
  modules: 'esm' | 'commonjs';
}

const members = '{ store, read, rotate, revoke, revokeAll }';

/** The text of the vault's module, which the project owns from then on. */
export function vaultModule({ language, modules }: Dialect): string {
  const isCommonJs = modules === 'commonjs' && language === 'javascript';
  const head = Object.entries(vaultImports).map(([from, names]) => {
    const bindings = `{ ${names.join(', ')} }`;
    return isCommonJs ? `const ${bindings} = require('${from}');` : `import ${bindings} from '${from}';`;
  });
  const body = vaultText(adapters);
  return [
    ...(isCommonJs ? ["'use strict';", ''] : []),
    ...head,
    language === 'typescript' ? typescriptOf(body) : javascriptOf(body),
    isCommonJs ? `const vault = ${members};\n\nmodule.exports = { vault };` : `export const vault = ${members};`,
    '',
  ].join('\n');
}

const typescriptOf = (text: string): string => text.replace(/[‹›]/g, '');

/** Lines of nothing but types go as a whole. */
const javascriptOf = (text: string): string => text.replace(/^‹[^‹›]*›\n/gm, '').replace(/‹[^‹›]*›/g, '');
