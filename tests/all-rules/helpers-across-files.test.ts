import { describe, expect, it } from 'vitest';
import type { Files } from '../support/project';
import { lintProject } from '../support/project';

const manifest =
  '{ "name": "p", "type": "module", "dependencies": { "express-session": "1.18.0", "passport": "0.5.0" } }';

const head = `import express from 'express';\nimport session from 'express-session';\nconst app = express();\n`;

/** What is about functions, and not about the application around them. */
const about =
  /(?:no-secret-in-session|no-secret-in-cookie|no-session-leak|no-user-object-in-session|require-session-regeneration|require-session-destruction)/;

const said = (files: Files, settings = {}): string[] => [
  ...new Set(
    lintProject({ 'package.json': manifest, ...files }, { settings, preset: 'all' }).flatMap(
      (one) => about.exec(one)?.[0] ?? [],
    ),
  ),
];

/** The same program in one file, and with its helper in another one. */
const flat = (helper: string, body: string): Files => ({ 'app.js': `${head}${helper}\n${body}` });
const split = (helper: string, body: string): Files => {
  const names = [...helper.matchAll(/(?<=(?:function|class|const) )\w+/g)].map(([name]) => name);
  const name = names.find((one) => new RegExp(`\\b${one}\\b`).test(body)) ?? '';
  return {
    'app.js': `${head}import { ${name} } from './helper.js';\n${body}`,
    'helper.js': `${helper}\nexport { ${name} };`,
  };
};

const login = (body: string): string => `app.post('/login', async (req, res) => { ${body} res.redirect('/'); });`;
const logout = (body: string): string => `app.post('/logout', async (req, res) => { ${body} res.redirect('/'); });`;
const handler = (body: string): string => `app.post('/x', async (req, res) => { ${body} res.end(); });`;

const enters = 'req.session.userId = user.id;';
const forgets = 'delete req.session.userId;';
const kept = 'require-session-regeneration';
const alive = 'require-session-destruction';

/** Helpers that mend what is wrong without them. */
const mending: [string, string, string, string][] = [
  [
    'renews',
    `function begin(req) { return new Promise((ok) => req.session.regenerate(ok)); }`,
    login(`await begin(req); ${enters}`),
    kept,
  ],
  [
    'renews a session',
    `function begin(s) { return new Promise((ok) => s.regenerate(ok)); }`,
    login(`await begin(req.session); ${enters}`),
    kept,
  ],
  [
    'renews by another one',
    `async function begin(r) { await other(r); }\nconst other = (x) => new Promise((ok) => x.session.regenerate(ok));`,
    login(`await begin(req); ${enters}`),
    kept,
  ],
  [
    'renews as a constant',
    `const begin = (req) => new Promise((ok) => req.session.regenerate(ok));`,
    login(`await begin(req); ${enters}`),
    kept,
  ],
  [
    'renews as a method',
    `const auth = { begin(req) { return new Promise((ok) => req.session.regenerate(ok)); } };`,
    login(`await auth.begin(req); ${enters}`),
    kept,
  ],
  [
    'renews as a class',
    `class Auth { constructor(r) { this.r = r; } begin() { return new Promise((ok) => this.r.session.regenerate(ok)); } }`,
    login(`await new Auth(req).begin(); ${enters}`),
    kept,
  ],
  [
    'renews as a static method',
    `class Auth { static begin(req) { return new Promise((ok) => req.session.regenerate(ok)); } }`,
    login(`await Auth.begin(req); ${enters}`),
    kept,
  ],
  [
    'renews before the handler',
    `function fresh(req, res, next) { req.session.regenerate(next); }`,
    `app.post('/login', fresh, (req, res) => { req.session.userId = req.body.id; res.end(); });`,
    kept,
  ],
  [
    'renews and writes',
    `async function begin(req, user) { await begun(req); req.session.userId = user.id; }\nconst begun = (r) => new Promise((ok) => r.session.regenerate(ok));`,
    login(`await begin(req, user); ${enters}`),
    kept,
  ],
  ['ends', `function leave(req) { req.session.destroy(() => {}); }`, logout(`${forgets} leave(req);`), alive],
  [
    'ends a session',
    `function leave(s) { return new Promise((ok) => s.destroy(ok)); }`,
    logout(`${forgets} await leave(req.session);`),
    alive,
  ],
  [
    'ends by its name',
    `function endSession(req, res) { req.session.destroy(() => res.end()); }`,
    logout(`${forgets} endSession(req, res);`),
    alive,
  ],
  [
    'ends as a method',
    `class Auth { leave(req) { req.session.destroy(() => {}); } }\nconst auth = new Auth();`,
    logout(`${forgets} auth.leave(req);`),
    alive,
  ],
  [
    'ends behind the handler',
    `function leave(req, res) { req.session.destroy(() => res.end()); }`,
    `app.post('/logout', (req, res, next) => { ${forgets} next(); }, leave);`,
    alive,
  ],
  [
    'picks of a user',
    `function publicUser(user) { const { password, ...rest } = user; return rest; }`,
    handler('const user = await User.findOne({ id: 1 }); req.session.user = publicUser(user);'),
    'no-user-object-in-session',
  ],
  [
    'picks of a session',
    `function omitSecrets(s) { const { apiKey, ...rest } = s; return rest; }`,
    handler('console.log(omitSecrets(req.session));'),
    'no-session-leak',
  ],
  [
    'picks a field',
    `function shown(s) { return { views: s.views }; }`,
    handler('res.json(shown(req.session));'),
    'no-session-leak',
  ],
  [
    'logs where it is developed',
    `function show(t) { if (process.env.NODE_ENV === 'development') console.log(t); }`,
    handler('show(req.session.apiKey);'),
    'no-session-leak',
  ],
  [
    'masks',
    `function shown(t) { return mask(t); }`,
    handler('console.log(shown(req.session.apiKey));'),
    'no-session-leak',
  ],
  [
    'asks',
    `function has(t) { return Boolean(t); }`,
    handler('console.log(has(req.session.apiKey));'),
    'no-session-leak',
  ],
  [
    'keeps it',
    `function tokenOf(req) { use(req.session.apiKey); return 1; }`,
    handler('console.log(tokenOf(req));'),
    'no-session-leak',
  ],
  ['sends it to its owner', `function send(t) { call(t); }`, handler('send(req.session.apiKey);'), 'no-session-leak'],
  [
    'hashes',
    `function digest(v) { return createHash('sha256').update(v).digest('hex'); }`,
    handler(`res.cookie('k', digest(req.body.password), { secure: true, httpOnly: true, sameSite: 'lax' });`),
    'no-secret-in-cookie',
  ],
  [
    'encrypts',
    `function sealed(v) { return encrypt(v); }`,
    handler(`res.cookie('apiKey', sealed(apiKey), { secure: true, httpOnly: true, sameSite: 'lax' });`),
    'no-secret-in-cookie',
  ],
  ['is no text', `const FLAG = true;`, handler('req.session.apiKey = FLAG;'), 'no-secret-in-session'],
];

describe('a helper that mends', () => {
  it.each(mending.map(([name, helper, body]) => [name, helper, body] as const))('%s', (_, helper, body) => {
    expect(said(flat(helper, body))).toEqual([]);
    expect(said(split(helper, body))).toEqual([]);
  });
});

/** Helpers that look as if they mended something; the same without one, last. */
const idle: [string, string, string, string][] = [
  ['counts', `function begin(req) { req.session.views = 1; }`, login(`await begin(req); ${enters}`), kept],
  [
    'is of something else',
    `function begin(req) { return new Promise((ok) => req.cache.reload(ok)); }`,
    login(`await begin(req); ${enters}`),
    kept,
  ],
  [
    'lets pass',
    `function check(req, res, next) { next(); }`,
    `app.post('/login', check, (req, res) => { req.session.userId = req.body.id; res.end(); });`,
    kept,
  ],
  [
    'logs in by an older passport',
    `function enter(req, user) { return new Promise((ok) => req.logIn(user, ok)); }`,
    login(`await enter(req, user); ${enters}`),
    kept,
  ],
  [
    'writes the identity',
    `function remember(req, user) { req.session.userId = user.id; }`,
    login('remember(req, user);'),
    kept,
  ],
  [
    'writes the identity to a session',
    `function remember(s, user) { s.userId = user.id; }`,
    login('remember(req.session, user);'),
    kept,
  ],
  ['clears a field', `function forget(req) { delete req.session.userId; }`, logout('forget(req);'), alive],
  ['takes the session from the request', `function leave(req) { req.session = null; }`, logout('leave(req);'), alive],
  [
    'clears the cookie',
    `function leave(req, res) { res.clearCookie('theme'); }`,
    logout(`${forgets} leave(req, res);`),
    alive,
  ],
  [
    'hands a session back',
    `function same(s) { return s; }`,
    handler('console.log(same(req.session));'),
    'no-session-leak',
  ],
  ['logs a session', `function show(s) { console.log(s); }`, handler('show(req.session);'), 'no-session-leak'],
  ['sends a session', `function send(r, x) { r.json(x); }`, handler('send(res, req.session);'), 'no-session-leak'],
  ['is a text', `const KEY = lookUp();`, handler('req.session.apiKey = KEY;'), 'no-secret-in-session'],
  [
    'copies a session',
    `function copy(s) { return { ...s }; }`,
    handler('res.json(copy(req.session));'),
    'no-session-leak',
  ],
  ['logs a secret', `function show(t) { console.log(t); }`, handler('show(req.session.apiKey);'), 'no-session-leak'],
  [
    'logs it by another one',
    `function show(t) { log(t); }\nfunction log(x) { console.log(x); }`,
    handler('show(req.session.apiKey);'),
    'no-session-leak',
  ],
  [
    'sends a secret',
    `function send(r, t) { r.json({ t }); }`,
    handler('send(res, req.session.apiKey);'),
    'no-session-leak',
  ],
  [
    'logs it as a method',
    `class Log { show(t) { console.log(t); } }\nconst log = new Log();`,
    handler('log.show(req.session.apiKey);'),
    'no-session-leak',
  ],
  [
    'gives a secret',
    `function tokenOf(req) { return req.session.apiKey; }`,
    handler('console.log(tokenOf(req));'),
    'no-session-leak',
  ],
  [
    'gives it of a session',
    `function of(s) { return s.apiKey; }`,
    handler('const t = of(req.session); res.json({ t });'),
    'no-session-leak',
  ],
  [
    'hands a secret through',
    `function same(t) { return t; }`,
    handler('console.log(same(req.session.apiKey));'),
    'no-session-leak',
  ],
];

describe('a helper that mends nothing', () => {
  it.each(idle)('%s', (_, helper, body, rule) => {
    expect(said(flat(helper, body))).toEqual([rule]);
    expect(said(split(helper, body))).toEqual([rule]);
  });
});

/** What a name alone says, or what follows a handler, is believed without a look. */
const isBelieved = (name: string): boolean => name === 'ends by its name' || name === 'ends behind the handler';

it.each(mending.filter(([name, , , rule]) => (rule === kept || rule === alive) && !isBelieved(name)))(
  'without the helper’s file it is not known that it %s',
  (_, helper, body, rule) => expect(said(split(helper, body), { project: false })).toEqual([rule]),
);

describe('helpers in a row of files', () => {
  const row = (last: string): Files => ({
    'app.js': `${head}import { a } from './a.js';\n${login(`await a(req); ${enters}`)}`,
    'a.js': `import { b } from './b.js';\nexport const a = async (x) => b(x);`,
    'b.js': `import { c } from './c.js';\nexport const b = async (y) => c(y.session);`,
    'c.js': `export const c = (z) => new Promise((ok) => ${last});`,
  });
  it('of which the last one renews', () => expect(said(row('z.regenerate(ok)'))).toEqual([]));
  it('of which none renews', () => expect(said(row('z.reload(ok)'))).toEqual([kept]));
  it('that call each other', () => {
    const files = {
      'app.js': `${head}import { a } from './a.js';\n${login(`await a(req); ${enters}`)}`,
      'a.js': `import { b } from './b.js';\nexport const a = async (x) => b(x);`,
      'b.js': `import { a } from './a.js';\nexport const b = async (y) => a(y);`,
    };
    expect(said(files)).toEqual([kept]);
  });
});

it('tells each way out once, and what a file says by itself in that file alone', () => {
  const keys = (body: string): string => `export const tokenOf = (req) => { ${body} return req.session.apiKey; };`;
  const files = {
    'app.js': `${head}import { tokenOf } from './keys.js';\n${handler('console.log(tokenOf(req)); res.json(tokenOf(req));')}`,
  };
  const leaks = (all: Files): string[] =>
    lintProject({ 'package.json': manifest, ...all }, { preset: 'all' }).filter((one) => /session-leak/.test(one));
  expect(leaks({ ...files, 'keys.js': keys('') })).toEqual([
    'app.js 5 no-session-leak loggedSecret (./keys.js:1)',
    'app.js 5 no-session-leak sentSecret (./keys.js:1)',
  ]);
  const said = keys('console.log(req.session.apiKey);');
  expect(
    leaks({ 'app.js': files['app.js'].replaceAll(/(?:console\.log|res\.json)\(/g, 'use('), 'keys.js': said }),
  ).toEqual(['keys.js 1 no-session-leak loggedSecret']);
});

it('tells of a helper that many handlers call at the login', () => {
  const profile = (path: string): string => `app.post('/${path}', (req, res) => { remember(req, user); res.end(); });`;
  const files = {
    'app.js': `${head}import { remember } from './helper.js';\n${profile('a')}\n${profile('b')}\n${login('remember(req, user);')}\n${profile('c')}`,
    'helper.js': 'export function remember(req, user) { req.session.userId = user.id; }',
  };
  const logins = lintProject({ 'package.json': manifest, ...files }, { preset: 'recommended' });
  expect(logins.filter((one) => one.includes(kept))).toEqual([
    'app.js 7 require-session-regeneration kept (./helper.js:1)',
  ]);
  const none = { ...files, 'app.js': files['app.js'].replace("'/login'", "'/d'") + '// login' };
  expect(said(none)).toEqual([]);
});
