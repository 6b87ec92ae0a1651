import { describe, expect, it } from 'vitest';
import type { Files } from '../support/project';
import { lintProject } from '../support/project';

const routes = (imports: string, body: string): string =>
  `import express from 'express';\n${imports}\nexpress().post('/key', async (req, res) => { ${body} res.end(req.session.views); });\n`;

const manifest = '{ "name": "p", "type": "module", "dependencies": { "express-session": "1.18.0", "next": "15.0.0" } }';

const said = (files: Files, settings = {}): string[] =>
  lintProject({ 'package.json': manifest, ...files }, { settings, preset: 'recommended' });

const stored = ['app.js 3 no-secret-in-session name (./keys.js:1)'];

describe('a secret that a function of another file writes to a session it is handed', () => {
  const forms: [string, string, string, string][] = [
    ['by position', `{ put }`, 'put(req.session, key);', 'export function put(s, value) { s.apiKey = value; }'],
    ['as a constant', `{ put }`, 'put(req.session, key);', 'export const put = (s, value) => { s.apiKey = value; };'],
    ['as the default', `put`, 'put(req.session, key);', 'export default function (s, value) { s.apiKey = value; }'],
    ['as the request', `{ put }`, 'put(req, key);', 'export function put(r, value) { r.session.apiKey = value; }'],
    ['by a pattern', `{ put }`, 'put(req, key);', 'export function put({ session: s }, value) { s.apiKey = value; }'],
    ['of all of the file', `* as keys`, 'keys.put(req.session, key);', 'export function put(s, v) { s.apiKey = v; }'],
    ['as a method', `{ keys }`, 'keys.put(req.session, key);', 'export const keys = { put(s, v) { s.apiKey = v; } };'],
    [
      'as a method of the default',
      `keys`,
      'keys.put(req.session, key);',
      'export default { put: (s, v) => { s.apiKey = v; } };',
    ],
    [
      'through another one',
      `{ put }`,
      'put(req.session, key);',
      'export const put = (s, v) => set(s, v); function set(x, v) { x.apiKey = v; }',
    ],
    ['by a name', `{ put }`, 'const s = req.session; put(s, key);', 'export function put(x, v) { x.apiKey = v; }'],
    [
      'by a setter',
      `{ put }`,
      'put(req.session, key);',
      'export function put(s, v) { Object.assign(s, { apiKey: v }); }',
    ],
  ];
  it.each(forms)('%s', (_, imported, body, keys) => {
    const app = routes(`import ${imported} from './keys.js';`, body);
    expect(said({ 'app.js': app, 'keys.js': keys })).toEqual(stored);
    expect(said({ 'app.js': app, 'keys.js': keys }, { project: false })).toEqual([]);
  });

  it.each(forms)('%s, of what is none', (_, imported, body, keys) => {
    const app = routes(`import ${imported} from './keys.js';`, body);
    expect(said({ 'app.js': app, 'keys.js': keys.replace('apiKey', 'views') })).toEqual([]);
  });

  it.each(forms)('%s, to something else', (_, imported, body, keys) => {
    const app = routes(
      `import ${imported} from './keys.js';`,
      body.replaceAll('req.session', 'cache').replace('req,', 'cache,'),
    );
    expect(said({ 'app.js': app, 'keys.js': keys })).toEqual([]);
  });
});

describe('by CommonJS', () => {
  const commonJs = (imports: string, body: string): string =>
    `const express = require('express');\n${imports}\nexpress().post('/key', (req, res) => { ${body} res.end(req.session.views); });\n`;
  it.each<[string, string, string]>([
    [`const { put } = require('./keys');`, 'put(req.session, key);', 'exports.put = put;'],
    [`const { put: set } = require('./keys');`, 'set(req.session, key);', 'module.exports = { put };'],
    [`const put = require('./keys');`, 'put(req.session, key);', 'module.exports = put;'],
    [`const put = require('./keys').put;`, 'put(req.session, key);', 'module.exports.put = put;'],
    [`const keys = require('./keys');`, 'keys.put(req.session, key);', 'module.exports = { put };'],
  ])('%s', (imports, body, exported) => {
    const keys = (name: string): string => `function put(s, value) { s.${name} = value; }\n${exported}\n`;
    const files = { 'package.json': manifest.replace('"type": "module", ', ''), 'app.js': commonJs(imports, body) };
    expect(said({ ...files, 'keys.js': keys('apiKey') })).toEqual(stored);
    expect(said({ ...files, 'keys.js': keys('views') })).toEqual([]);
  });
});

it('goes through several files', () => {
  const files = {
    'app.js': routes(`import { a } from './a.js';`, 'a(req.session);'),
    'a.js': `import { b } from './b.js';\nexport const a = (x) => b(x);\n`,
    'b.js': `export function b(y) { y.apiKey = key(); }\n`,
  };
  expect(said(files)).toEqual(['app.js 3 no-secret-in-session name (./b.js:1)']);
});

it('leaves to a file what that says by itself', () => {
  const files = {
    'app.js': routes(`import { put } from './keys.js';`, 'put(req, key);'),
    'keys.js': 'export function put(req, value) { req.session.apiKey = value; }',
  };
  expect(said(files)).toEqual(['keys.js 1 no-secret-in-session name']);
});

it('tells one write once', () => {
  const files = {
    'app.js': routes(`import { put } from './keys.js';`, 'put(req.session, a); put(req.session, b);'),
    'keys.js': 'export function put(s, value) { s.apiKey = value; }',
  };
  expect(said(files)).toEqual(stored);
});

describe('a session that a function of another file gives', () => {
  it.each<[string, string, string]>([
    ['of a request', 'sessionOf(req).apiKey = key;', 'export const sessionOf = (req) => req.session;'],
    ['by a name', 'const s = sessionOf(req); s.apiKey = key;', 'export function sessionOf(r) { return r.session; }'],
  ])('%s', (_, body, keys) => {
    const files = { 'app.js': routes(`import { sessionOf } from './keys.js';`, body), 'keys.js': keys };
    expect(said(files)).toEqual(['app.js 3 no-secret-in-session name']);
    expect(said({ ...files, 'keys.js': keys.replace('session', 'cache') })).toEqual([]);
  });

  it('of a library, under the project’s own name', () => {
    const files = {
      'app.ts': `import { mySession } from './auth';\nexport async function POST(key: string) { const s = await mySession(); s.apiKey = key; }\n`,
      'auth.ts': `import { getIronSession } from 'iron-session';\nimport { cookies } from 'next/headers';\nexport const mySession = async () => getIronSession(await cookies(), { password: process.env.P!, cookieName: 'sid' });\n`,
    };
    expect(said(files)).toEqual(['app.ts 2 no-secret-in-session name']);
  });
});

describe('a handler that is mounted here and written there', () => {
  const app = (handler: string): string =>
    `import express from 'express';\nimport { ${handler} } from './users.js';\nexpress().post('/login', ${handler});\n`;
  it('writes the identity without a new id', () => {
    const users = `export function enter(req, res) { req.session.userId = req.body.id; res.redirect('/'); }\n`;
    expect(said({ 'app.js': app('enter'), 'users.js': users })).toEqual([
      'app.js 3 require-session-regeneration kept (./users.js:1)',
    ]);
  });

  it('regenerates first', () => {
    const users = `export function enter(req, res) { req.session.regenerate(() => { req.session.userId = req.body.id; res.redirect('/'); }); }\n`;
    expect(said({ 'app.js': app('enter'), 'users.js': users })).toEqual([]);
  });

  it.each([
    ['an arrow that returns one', 'export const enter = (users) => (req, res) => { BODY };'],
    ['a function that returns one', 'export function enter(users) { return async function (req, res) { BODY }; }'],
  ])('is made there by %s', (_, maker) => {
    const app = (route: string) =>
      `import express from 'express';\nimport { enter } from './enter.js';\nexpress().post('${route}', enter(users));\n`;
    const write = 'req.session.userId = req.body.id; res.end();';
    const enter = maker.replace('BODY', write);
    const login = app('/login');
    const told = ['app.js 3 require-session-regeneration kept (./enter.js:1)'];
    expect(said({ 'app.js': login, 'enter.js': enter })).toEqual(told);
    expect(said({ 'app.js': login, 'enter.js': enter }, { project: false })).toEqual([]);
    expect(said({ 'app.js': app('/edit'), 'enter.js': enter })).toEqual([]);
    const renewed = maker.replace('BODY', `req.session.regenerate(() => { ${write} });`);
    expect(said({ 'app.js': login, 'enter.js': renewed })).toEqual([]);
  });

  it('is told where it stands, if its name says what it does', () => {
    const users = `export function login(req, res) { req.session.userId = req.body.id; res.redirect('/'); }\n`;
    expect(said({ 'app.js': app('login'), 'users.js': users })).toEqual([
      'users.js 1 require-session-regeneration kept',
    ]);
  });
});

describe('what ends nowhere', () => {
  it('functions that call each other across files', () => {
    const files = {
      'app.js': routes(`import { a } from './a.js';`, 'a(req.session);'),
      'a.js': `import { b } from './b.js';\nexport const a = (x) => b(x);\n`,
      'b.js': `import { a } from './a.js';\nexport const b = (y) => { y.apiKey = 'k' + y; a(y); };\n`,
    };
    expect(said(files)).toEqual(['app.js 3 no-secret-in-session name (./b.js:2)']);
  });
});

describe('a logout that takes the session from the request', () => {
  const setup = (unset: string): string =>
    `session({ secret: process.env.S, name: 'x', store, cookie: { secure: true, sameSite: 'lax' }${unset} })`;
  const handler = `(req, res) => { req.session = null; res.redirect('/'); }`;
  const load = `import session from 'express-session';`;
  const forms: [string, string, (unset: string) => Files][] = [
    [
      'beside a set-up of another file',
      'app.js 3 require-session-destruction unset',
      (unset) => ({
        'app.js': `import { sessions } from './part.js';\napp.use(sessions);\napp.get('/logout', ${handler});\n`,
        'part.js': `${load}\nexport const sessions = ${setup(unset)};\n`,
      }),
    ],
    [
      'in another file than the set-up',
      'app.js 4 require-session-destruction unset (./part.js:1)',
      (unset) => ({
        'app.js': `${load}\nimport { leave } from './part.js';\napp.use(${setup(unset)});\napp.get('/logout', leave);\n`,
        'part.js': `export const leave = ${handler};\n`,
      }),
    ],
    [
      'in a third file',
      'app.js 4 require-session-destruction unset (./part.js:1)',
      (unset) => ({
        'app.js': `import { sessions } from './set.js';\nimport { leave } from './part.js';\napp.use(sessions);\napp.get('/logout', leave);\n`,
        'part.js': `export const leave = ${handler};\n`,
        'set.js': `${load}\nexport const sessions = ${setup(unset)};\n`,
      }),
    ],
  ];
  it.each(forms)('%s', (_, report, files) => {
    const logouts = (unset: string): string[] => said(files(unset)).filter((one) => one.includes('destruction'));
    expect(logouts('')).toEqual([report]);
    expect(logouts(", unset: 'destroy'")).toEqual([]);
    expect(logouts(', unset: config.unset')).toEqual([]);
  });
});
