/** A way of loading a module's default export. */
export interface ImportForm {
  name: string;
  /** The statements before; empty where the module is loaded in place. */
  head: string;
  /** The expression that is the export. */
  callee: string;
  /** Not a module of ECMAScript, or not JavaScript at all. */
  only?: 'commonjs' | 'typescript';
}

/** Every way of loading the default export of a module, under a name of one's own. */
export const importForms = (module: string, name = 'imported'): ImportForm[] => [
  { name: 'default import', head: `import ${name} from '${module}';\n`, callee: name },
  { name: 'namespace import', head: `import * as ${name} from '${module}';\n`, callee: name },
  { name: 'import of `default`', head: `import { default as ${name} } from '${module}';\n`, callee: name },
  { name: 'require', head: `const ${name} = require('${module}');\n`, callee: name },
  { name: 'require of `default`', head: `const { default: ${name} } = require('${module}');\n`, callee: name },
  { name: 'require in place', head: '', callee: `require('${module}')` },
  { name: 'dynamic import', head: `const { default: ${name} } = await import('${module}');\n`, callee: name },
  { name: 'dynamic import in place', head: '', callee: `(await import('${module}')).default` },
  {
    name: 'createRequire',
    head: `import { createRequire } from 'node:module';\nconst load = createRequire(import.meta.url);\nconst ${name} = load('${module}');\n`,
    callee: name,
  },
  { name: 'import equals', head: `import ${name} = require('${module}');\n`, callee: name, only: 'typescript' },
];
