import { describe, expect, it } from 'vitest';
import type { Files } from '../support/project';
import { lintProject } from '../support/project';

const manifest = '{ "name": "p", "type": "module", "dependencies": { "express-session": "1.18.0" } }';

const app = (imports: string, body: string): string =>
  `import express from 'express';\n${imports}\nexpress().post('/key', async (req, res) => { ${body} res.end(req.session.views); });\n`;

const said = (files: Files, settings = {}): string[] =>
  lintProject({ 'package.json': manifest, ...files }, { settings, preset: 'recommended' });

const holder = 'constructor(s) { this.s = s; } save(t) { this.s.apiKey = t; }';
const saver = 'save(s, t) { s.apiKey = t; }';

describe('a secret that a class of another file writes to a session', () => {
  const forms: [string, string, string, string][] = [
    ['at once', '{ T }', 'new T(req.session).save(key);', `export class T { ${holder} }`],
    ['as the default', 'T', 'new T(req.session).save(key);', `export default class { ${holder} }`],
    ['as an expression', 'T', 'new T(req.session).save(key);', `const T = class { ${holder} };\nexport default T;`],
    ['of all of the file', '* as all', 'new all.T(req.session).save(key);', `export class T { ${holder} }`],
    ['under a name', '{ T }', 'const t = new T(req.session); t.save(key);', `export class T { ${holder} }`],
    [
      'by the request',
      '{ T }',
      'const t = new T(req); t.save(key);',
      'export class T { constructor(r) { this.r = r; } save(t) { this.r.session.apiKey = t; } }',
    ],
    [
      'kept in a private field',
      '{ T }',
      'new T(req.session).save(key);',
      'export class T { #s; constructor(s) { this.#s = s; } save(t) { this.#s.apiKey = t; } }',
    ],
    [
      'in the constructor',
      '{ T }',
      'new T(req.session, key);',
      'export class T { constructor(s, t) { s.apiKey = t; } }',
    ],
    ['in a static method', '{ T }', 'T.save(req.session, key);', `export class T { static ${saver} }`],
    [
      'in a static arrow',
      '{ T }',
      'T.save(req.session, key);',
      'export class T { static save = (s, t) => { s.apiKey = t; }; }',
    ],
    [
      'in a method that another one calls',
      '{ T }',
      'T.save(req.session, key);',
      'export class T { static save(s, t) { this.put(s, t); } static put(x, v) { x.apiKey = v; } }',
    ],
    [
      'of an instance that is exported',
      '{ t }',
      't.save(req.session, key);',
      `class T { ${saver} }\nexport const t = new T();`,
    ],
    [
      'of an instance that is the default',
      't',
      't.save(req.session, key);',
      `class T { ${saver} }\nexport default new T();`,
    ],
    ['by CommonJS', 't', 't.save(req.session, key);', `class T { ${saver} }\nmodule.exports = new T();`],
    [
      'of an instance in an object',
      '{ all }',
      'all.t.save(req.session, key);',
      `class T { ${saver} }\nexport const all = { t: new T() };`,
    ],
    [
      'made by a static method',
      '{ T }',
      'T.of(req.session).save(key);',
      `export class T { static of(s) { return new T(s); } ${holder} }`,
    ],
  ];
  it.each(forms)('%s', (_, imported, body, keys) => {
    const files = { 'app.js': app(`import ${imported} from './keys.js';`, body), 'keys.js': keys };
    expect(said(files)).toEqual([expect.stringMatching(/^app\.js 3 no-secret-in-session name \(\.\/keys\.js:\d\)$/)]);
    expect(said(files, { project: false })).toEqual([]);
    expect(said({ ...files, 'keys.js': keys.replaceAll('apiKey', 'views') })).toEqual([]);
    const other = app(`import ${imported} from './keys.js';`, body.replace(/\(req(?:\.session)?\b/, '(cache'));
    expect(said({ ...files, 'app.js': other })).toEqual([]);
  });

  it('of an instance made beside', () => {
    const files = {
      'app.js': app(`import { T } from './keys.js';\nconst t = new T(db);`, 't.save(req.session, key);'),
      'keys.js': `export class T { constructor(db) { this.db = db; } ${saver} }`,
    };
    expect(said(files)).toEqual(['app.js 4 no-secret-in-session name (./keys.js:1)']);
  });

  it('of a class of a third file', () => {
    const files = {
      'app.js': app(`import t from './t.js';`, 't.save(req.session, key);'),
      't.js': `import { T } from './keys.js';\nexport default new T();`,
      'keys.js': `export class T { ${saver} }`,
    };
    expect(said(files)).toEqual(['app.js 3 no-secret-in-session name (./keys.js:1)']);
  });

  it('that a field holds', () => {
    const files = {
      'app.js': `import { T } from './keys.js';\nexport class Keys { t = new T();\n  put(req, res) { this.t.save(req.session, key); } }`,
      'keys.js': `export class T { ${saver} }`,
    };
    expect(said(files)).toEqual(['app.js 3 no-secret-in-session name (./keys.js:1)']);
  });

  it('in TypeScript, by a parameter that is a field', () => {
    const files = {
      'app.ts': app(`import { T } from './keys';`, 'new T(req.session).save(key);'),
      'keys.ts': `export class T { constructor(private readonly s: any) {} save(t: string) { this.s.apiKey = t; } }`,
    };
    expect(said(files)).toEqual(['app.ts 3 no-secret-in-session name (./keys.ts:1)']);
    expect(said({ ...files, 'keys.ts': files['keys.ts'].replace('apiKey', 'views') })).toEqual([]);
  });

  it('is told at the method that writes it', () => {
    const files = {
      'app.js': app(`import { T } from './keys.js';`, 'const t = new T(req.session);\nt.load();\nt.save(key);'),
      'keys.js': `export class T { ${holder} load() { return this.s.views; } }`,
    };
    expect(said(files)).toEqual(['app.js 5 no-secret-in-session name (./keys.js:1)']);
  });
});

it('leaves to a file what its class says by itself', () => {
  const files = {
    'app.js': app(`import { T } from './keys.js';`, 'new T(req).save(key);'),
    'keys.js': 'export class T { constructor(req) { this.req = req; } save(t) { this.req.session.apiKey = t; } }',
  };
  expect(said(files)).toEqual(['keys.js 1 no-secret-in-session name']);
});

describe('what may be another class is not followed', () => {
  it.each<[string, string, string, string]>([
    [
      'a class that is chosen',
      '{ T, U }',
      'new (a ? T : U)(req.session).save(key);',
      `export class T { ${holder} }\nexport class U {}`,
    ],
    [
      'an instance that is exchanged',
      '{ T }',
      'let t = new T(req.session); t = other(); t.save(key);',
      `export class T { save(t) {} }`,
    ],
    [
      'a static method called of an instance',
      '{ T }',
      'new T().save(req.session, key);',
      `export class T { static ${saver} }`,
    ],
    ['a method called of the class', '{ T }', 'T.save(req.session, key);', `export class T { ${saver} }`],
  ])('%s', (_, imported, body, keys) => {
    expect(said({ 'app.js': app(`import ${imported} from './keys.js';`, body), 'keys.js': keys })).toEqual([]);
  });

  it('classes that lead to each other in a circle', () => {
    const files = {
      'app.js': app(`import { t } from './a.js';`, 't.save(req.session, key);'),
      'a.js': `import { U } from './b.js';\nexport class T extends U {}\nexport const t = new U();`,
      'b.js': `import { t, T } from './a.js';\nexport const U = T;`,
    };
    expect(said(files)).toEqual([]);
  });
});

describe('a controller of another file', () => {
  const routes = (imports: string, handler: string): string =>
    `import express from 'express';\n${imports}\nexpress().post('/login', ${handler});\n`;
  const keeps = `enter(req, res) { req.session.userId = req.body.id; res.redirect('/'); }`;
  const renews = `enter(req, res) { req.session.regenerate(() => { req.session.userId = req.body.id; res.redirect('/'); }); }`;
  it.each<[string, string, string, (body: string) => string]>([
    [
      'an instance of it',
      `import users from './users.js';`,
      'users.enter',
      (body) => `class U { ${body} }\nexport default new U();`,
    ],
    [
      'made here',
      `import { U } from './users.js';\nconst users = new U();`,
      'users.enter',
      (body) => `export class U { ${body} }`,
    ],
    [
      'bound',
      `import { U } from './users.js';\nconst users = new U();`,
      'users.enter.bind(users)',
      (body) => `export class U { ${body} }`,
    ],
    ['static', `import { U } from './users.js';`, 'U.enter', (body) => `export class U { static ${body} }`],
    ['wrapped', `import users from './users.js';`, 'wrap(users.enter)', (body) => `export default { ${body} };`],
    ['in a list', `import users from './users.js';`, '[check, users.enter]', (body) => `export default { ${body} };`],
  ])('%s', (_, imports, handler, users) => {
    const files = { 'app.js': routes(imports, handler), 'users.js': users(keeps) };
    expect(said(files)).toEqual([
      expect.stringMatching(/^app\.js \d require-session-regeneration kept \(\.\/users\.js:1\)$/),
    ]);
    expect(said({ ...files, 'users.js': users(renews) })).toEqual([]);
    expect(said({ ...files, 'app.js': files['app.js'].replace('/login', '/profile') })).toEqual([]);
  });
});
