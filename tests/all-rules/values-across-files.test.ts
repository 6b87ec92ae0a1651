import { describe, expect, it } from 'vitest';
import type { Files } from '../support/project';
import { lintProject } from '../support/project';

const weak = 'keyboard ' + 'cat';

/** A set-up whose options, whole or in part, are those of another file. */
const app = (imports: string, options: string): string =>
  `import session from 'express-session';\n${imports}\nexport const middleware = session(${options});\n`;

/** All that is said of cookies, names and secrets; what stores say is another matter. */
const said = (files: Files, settings = {}): string[] =>
  lintProject(files, { settings, preset: 'recommended' }).filter((one) => !one.includes('no-memory-store'));

const off = (line: number, place: string, from = 'app.js'): string =>
  `${from} ${line} require-secure-cookie off (${place})`;

const cookie = `{ secure: false, httpOnly: true, sameSite: 'lax' }`;
const safeCookie = `{ secure: true, httpOnly: true, sameSite: 'lax' }`;
const options = (of = cookie): string => `{ secret: process.env.S, resave: false, store, cookie: ${of} }`;

describe('options of another file', () => {
  const forms: [string, Files][] = [
    [
      'a named export',
      { 'app.js': app(`import { c } from './c.js';`, options('c')), 'c.js': `export const c = ${cookie};` },
    ],
    [
      'under another name',
      {
        'app.js': app(`import { c as d } from './c.js';`, options('d')),
        'c.js': `const x = ${cookie};\nexport { x as c };`,
      },
    ],
    [
      'the default export',
      { 'app.js': app(`import c from './c.js';`, options('c')), 'c.js': `export default ${cookie};` },
    ],
    [
      'the default export by its name',
      { 'app.js': app(`import c from './c.js';`, options('c')), 'c.js': `const c = ${cookie};\nexport default c;` },
    ],
    [
      'all of a file',
      { 'app.js': app(`import * as all from './c.js';`, options('all.c')), 'c.js': `export const c = ${cookie};` },
    ],
    [
      'a member of the default export',
      { 'app.js': app(`import all from './c.js';`, options('all.c')), 'c.js': `export default { c: ${cookie} };` },
    ],
    [
      'taken by a pattern',
      {
        'app.js': app(`import all from './c.js';\nconst { c } = all;`, options('c')),
        'c.js': `export default { c: ${cookie} };`,
      },
    ],
    [
      'spread',
      {
        'app.js': app(`import { c } from './c.js';`, options('{ ...c, maxAge: 5 }')),
        'c.js': `export const c = ${cookie};`,
      },
    ],
    [
      'exported again',
      {
        'app.js': app(`import { c } from './index.js';`, options('c')),
        'index.js': `export { c } from './c.js';`,
        'c.js': `export const c = ${cookie};`,
      },
    ],
    [
      'exported again with all others',
      {
        'app.js': app(`import { c } from './index.js';`, options('c')),
        'index.js': `export * from './other.js';\nexport * from './c.js';`,
        // The default export is not among all others.
        'other.js': `export const d = 1;\nexport default { c: {} };`,
        'c.js': `export const c = ${cookie};`,
      },
    ],
    [
      'exported again as a default',
      {
        'app.js': app(`import { c } from './index.js';`, options('c')),
        'index.js': `export { default as c } from './c.js';`,
        'c.js': `export default ${cookie};`,
      },
    ],
    [
      'exported again as a whole',
      {
        'app.js': app(`import { all } from './index.js';`, options('all.c')),
        'index.js': `export * as all from './c.js';`,
        'c.js': `export const c = ${cookie};`,
      },
    ],
    [
      'imported and exported',
      {
        'app.js': app(`import { c } from './index.js';`, options('c')),
        'index.js': `import { c } from './c.js';\nexport { c };`,
        'c.js': `export const c = ${cookie};`,
      },
    ],
    [
      'without an extension',
      { 'app.js': app(`import { c } from './c';`, options('c')), 'c.js': `export const c = ${cookie};` },
    ],
    [
      'of a folder',
      { 'app.js': app(`import { c } from './c';`, options('c')), 'c/index.js': `export const c = ${cookie};` },
    ],
    [
      'of TypeScript, by the name it compiles to',
      { 'app.ts': app(`import { c } from './c.js';`, options('c')), 'c.ts': `export const c = ${cookie} as const;` },
    ],
    [
      'of the imports of package.json',
      {
        'package.json': '{ "name": "p", "type": "module", "imports": { "#c": "./lib/c.js" } }',
        'app.js': app(`import { c } from '#c';`, options('c')),
        'lib/c.js': `export const c = ${cookie};`,
      },
    ],
    [
      'of the paths of tsconfig.json',
      {
        'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./lib/*"] } } }',
        'app.ts': app(`import { c } from '@/c';`, options('c')),
        'lib/c.ts': `export const c = ${cookie};`,
      },
    ],
  ];
  it.each(forms)('%s', (_, files) => {
    const [from = ''] = Object.keys(files).filter((path) => path.startsWith('app.'));
    const line = (files[from] ?? '').split('\n').findIndex((one) => one.includes('session(')) + 1;
    const findings = said(files);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(
      new RegExp(`^${from} ${line} require-secure-cookie off \\(\\./.*c(?:/index)?\\.[jt]s:\\d+\\)$`),
    );
  });

  it.each(forms)('%s, safe', (_, files) => {
    const safe = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replace(cookie, safeCookie)]),
    );
    expect(said(safe)).toEqual([]);
  });

  it.each(forms)('%s, not followed', (_, files) => expect(said(files, { project: false })).toEqual([]));
});

describe('options by CommonJS', () => {
  const commonJs = (imports: string, given: string): string =>
    `const session = require('express-session');\n${imports}\nmodule.exports = session(${given});\n`;
  const forms: [string, string, string][] = [
    [`const { c } = require('./c');`, 'c', `exports.c = ${cookie};`],
    [`const all = require('./c');`, 'all.c', `module.exports.c = ${cookie};`],
    [`const all = require('./c');`, 'all.c', `module.exports = { c: ${cookie} };`],
    [`const c = require('./c');`, 'c', `module.exports = ${cookie};`],
    [`const c = require('./c');`, 'c', `exports = module.exports = ${cookie};`],
    [`const c = require('./c').c;`, 'c', `const c = ${cookie};\nmodule.exports = { c };`],
    [``, `require('./c')`, `module.exports = ${cookie};`],
    [``, `require('./c').c`, `exports.d = exports.c = ${cookie};`],
    [`const { c } = require('./c');`, 'c', `exports.c = void 0;\nexports.c = ${cookie};`],
    [`const { c } = require('./c');`, 'c', `Object.assign(module.exports, { c: ${cookie} });`],
    [`const { c } = require('./c');`, 'c', `__exportStar(require('./d'), exports);`],
  ];
  it.each(forms)('%s %s of %s', (imports, given, exported) => {
    const files = {
      'package.json': '{ "name": "p" }',
      'app.js': commonJs(imports, options(given)),
      'c.js': exported,
      'd.js': `exports.c = ${cookie};`,
    };
    const findings = said(files);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^app\.js 3 require-secure-cookie off \(\.\/[cd]\.js:\d\)$/);
    const safe = { ...files, 'c.js': exported.replace(cookie, safeCookie), 'd.js': `exports.c = ${safeCookie};` };
    expect(said(safe)).toEqual([]);
  });
});

describe('what is built by a function of another file', () => {
  const build = `export function build({ secure }) {\n  return { secure, httpOnly: true, sameSite: 'lax' };\n}\n`;
  it('is judged by what this one call gives', () => {
    const files = {
      'app.js': `${app(`import { build } from './build.js';`, options('build({ secure: true })'))}export const other = session(${options('build({ secure: false })')});\n`,
      'build.js': build,
    };
    // Written here, so it is told here, and without a place.
    expect(said(files)).toEqual(['app.js 4 require-secure-cookie off']);
  });

  it('is absent where the call does not give it', () => {
    const files = { 'app.js': app(`import { build } from './build.js';`, options('build({})')), 'build.js': build };
    expect(said(files)).toHaveLength(1);
  });

  it.each<[string, string]>([
    [`const { build } = require('./build');`, 'module.exports = { build };'],
    [`const { build } = require('./build');`, 'exports.build = build;'],
    [`const build = require('./build');`, 'module.exports = build;'],
    [`const build = require('./build').build;`, 'module.exports = { build };'],
  ])('by CommonJS: %s of %s', (imports, exported) => {
    const files = (secure: boolean) => ({
      'package.json': '{ "name": "p" }',
      'app.js': `const session = require('express-session');\n${imports}\nmodule.exports = session(${options('build()')});\n`,
      'build.js': `function build() { return { secure: ${secure}, httpOnly: true, sameSite: 'lax' }; }\n${exported}\n`,
    });
    expect(said(files(false))).toEqual(['app.js 3 require-secure-cookie off (./build.js:1)']);
    expect(said(files(true))).toEqual([]);
  });

  it('is not known where the function does more than return', () => {
    const files = {
      'app.js': app(`import { build } from './build.js';`, options('build(process.env.MODE)')),
      'build.js': `export function build(mode) {\n  return lookUp(mode);\n}\n`,
    };
    expect(said(files)).toEqual([]);
  });
});

describe('secrets of another file', () => {
  it('are told where they are used', () => {
    const files = {
      'app.js': app(`import { words } from './words.js';`, `{ secret: words, store, cookie: ${safeCookie} }`),
      'words.js': `export const words = '${weak}';\n`,
    };
    expect(said(files)).toEqual(['app.js 3 no-weak-session-secret known (./words.js:1)']);
  });

  it('are told where they are written, if that tells what they are', () => {
    const files = {
      'app.js': app(
        `import config from './config.js';`,
        `{ secret: config.sessionSecret, store, cookie: ${safeCookie} }`,
      ),
      'config.js': `export default { sessionSecret: '${weak}' };\n`,
    };
    expect(said(files)).toEqual(['config.js 1 no-weak-session-secret known']);
  });

  const text = 'pV7kT2mQ9xL4' + 'cN8bR3wZ6yH1sJ5dF0gA';
  it.each<[string, string, string, Files]>([
    ['under a name of that file', 'words', `const own = ['${text}'];\nexport const words = { keys: own };`, {}],
    ['in a list of that file', 'words', `const own = '${text}';\nexport const words = { keys: [own] };`, {}],
    ['by a function', 'words()', `const own = '${text}';\nexport const words = () => ({ keys: [own] });`, {}],
    [
      'of a third one',
      'words',
      `import { key } from './key.js';\nexport const words = { keys: [key] };`,
      { 'key.js': `const own = '${text}';\nexport { own as key };` },
    ],
  ])('are told where the options come from: %s', (_, given, words, others) => {
    const files = {
      'app.js': `import sessions from 'cookie-session';\nimport { words } from './words.js';\nexport const middleware = sessions(${given});\n`,
      'words.js': words,
      ...others,
    };
    const hard = (texts: Files): string[] => said(texts).filter((one) => one.includes('secret'));
    const place = Object.keys(others)[0] ?? 'words.js';
    expect(hard(files)).toEqual([`app.js 3 no-hardcoded-session-secret hardcoded (./${place}:1)`]);
    const safe = Object.entries(files).map(([path, one]) => [path, one.replace(`'${text}'`, 'process.env.KEY')]);
    expect(hard(Object.fromEntries(safe) as Files)).toEqual([]);
  });

  it('are none where they come from the environment', () => {
    const files = {
      'app.js': app(`import { words } from './words.js';`, `{ secret: words, store, cookie: ${safeCookie} }`),
      'words.js': `export const words = process.env.WORDS;\n`,
    };
    expect(said(files)).toEqual([]);
  });
});

describe('what this file does with an object of another one', () => {
  const shared = { 'c.js': `export const c = { httpOnly: true, sameSite: 'lax' };` };
  it('counts', () => {
    const mended = { ...shared, 'app.js': app(`import { c } from './c.js';\nc.secure = true;`, options('c')) };
    expect(said(mended)).toEqual([]);
    const absent = { ...shared, 'app.js': app(`import { c } from './c.js';`, options('c')) };
    expect(said(absent)).toEqual(['app.js 3 require-secure-cookie absent (./c.js:1)']);
  });
});

it('tells one fault once, however many lead to it', () => {
  const files = {
    'app.js': `${app(`import { c } from './c.js';`, options('c'))}export const other = session(${options('c')});\n`,
    'c.js': `export const c = ${cookie};`,
  };
  expect(said(files)).toEqual([off(3, './c.js:1')]);
});

it('edits no other file, and nothing here in its place', () => {
  const files = { 'app.js': app(`import { c } from './c.js';`, options('c')), 'c.js': `export const c = {};` };
  expect(said(files).map((one) => one.replace(/ \(.*/, ''))).toEqual([
    'app.js 3 require-same-site-cookie absent',
    'app.js 3 require-secure-cookie absent',
  ]);
});

describe('what leads nowhere is not known, and ends nothing', () => {
  const imports = `import { c } from './c.js';`;
  it.each<[string, Files]>([
    ['a file that is not there', {}],
    ['a file that is no program', { 'c.js': 'export const = (' }],
    ['a name that is not exported', { 'c.js': 'export const d = {};' }],
    ['a name that is written again', { 'c.js': `export let c = ${cookie};\nexport const set = (d) => { c = d; };` }],
    ['a folder', { 'c.js/x': '' }],
    ['data', { 'c.js': '\u0000\u0001\u0002' }],
    ['files that import each other', { 'c.js': `import { c } from './app.js';\nexport { c };` }],
    ['a file that exports itself', { 'c.js': `export * from './c.js';` }],
    ['a file of ten megabytes', { 'c.js': `export const c = ${cookie};\n${'//'.padEnd(10_000_000)}` }],
  ])('%s', (_, files) => {
    expect(said({ 'app.js': app(imports, options('c')), ...files }).filter((one) => one.startsWith('app'))).toEqual([]);
  });

  it('a package that is installed', () => {
    const files = {
      'app.js': app(`import { c } from 'settings';`, options('c')),
      'node_modules/settings/package.json': '{ "name": "settings", "main": "index.js", "type": "module" }',
      'node_modules/settings/index.js': `export const c = ${cookie};`,
    };
    expect(said(files).filter((one) => one.startsWith('app'))).toEqual([]);
  });
});
