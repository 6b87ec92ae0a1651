import { describe, expect, it } from 'vitest';
import { lint } from '../support/lint';

/** Rules that speak, in the order of their names. */
const rulesIn = (code: string): string[] =>
  lint(`const session = require('express-session');\n${code}`, { sourceType: 'commonjs' })
    .map(({ ruleId, message }) => ruleId?.replace('session-secrets/', '') ?? message)
    .sort();

const route = (body: string): string => `app.post('/key', async (req, res) => { ${body} res.end(); });`;

describe('a secret written to a session that a function was handed', () => {
  it.each<[string, string]>([
    ['by position', `function put(s, value) { s.apiKey = value; } ${route('put(req.session, key);')}`],
    ['as the request', `function put(r, value) { r.session.apiKey = value; } ${route('put(req, key);')}`],
    ['by a pattern', `function put({ session: s }, value) { s.apiKey = value; } ${route('put(req, key);')}`],
    [
      'by a pattern below a pattern',
      `function put({ session: { user } }, value) { user.apiKey = value; } ${route('put(req, key);')}`,
    ],
    ['with a default', `const put = (s = {}, value) => { s.apiKey = value; }; ${route('put(req.session, key);')}`],
    [
      'through two functions',
      `const a = (s) => { s.apiKey = key; }; const b = (r) => a(r.session); ${route('b(req);')}`,
    ],
    [
      'through functions that call each other',
      `const a = (s) => { s.apiKey = key; b(s); }; const b = (r) => a(r); ${route('b(req.session);')}`,
    ],
    ['as a method of this', `class Keys { put(s) { s.apiKey = key; } handle(req) { this.put(req.session); } }`],
    ['as a private method', `class Keys { #put(s) { s.apiKey = key; } handle(req) { this.#put(req.session); } }`],
    ['as a method of an object', `const keys = { put(s) { s.apiKey = key; } }; ${route('keys.put(req.session);')}`],
    [
      'as a method of an instance',
      `class Keys { put(s) { s.apiKey = key; } } const keys = new Keys(); ${route('keys.put(req.session);')}`,
    ],
    [
      'as a method of an instance in place',
      `class Keys { put(s) { s.apiKey = key; } } ${route('new Keys().put(req.session);')}`,
    ],
    ['as a static method', `class Keys { static put(s) { s.apiKey = key; } } ${route('Keys.put(req.session);')}`],
    ['as a field', `class Keys { put = (s) => { s.apiKey = key; }; handle(req) { this.put(req.session); } }`],
    [
      'kept in a field',
      `class Keys { constructor(req) { this.session = req.session; } put(k) { this.session.apiKey = k; } } ${route('new Keys(req).put(key);')}`,
    ],
    [
      'kept in a field of another name',
      `class Keys { constructor(s) { this.desk = s; } put(k) { this.desk.apiKey = k; } } ${route('new Keys(req.session).put(key);')}`,
    ],
    [
      'the request in a field',
      `class Keys { constructor(r) { this.r = r; } put(k) { this.r.session.apiKey = k; } } ${route('new Keys(req).put(key);')}`,
    ],
    ['in place', route('((s) => { s.apiKey = key; })(req.session);')],
    [
      'as a callback',
      `function withSession(f) { return f(current.session); } ${route('withSession((s) => { s.apiKey = key; });')}`.replace(
        'current',
        'ctx',
      ),
    ],
    ['by a name', `function put(s) { const own = s; own.apiKey = key; } ${route('put(req.session);')}`],
    ['by setter', `function put(s) { Object.assign(s, { apiKey: key }); } ${route('put(req.session);')}`],
    ['with the key as an argument', `function put(s, k, v) { s[k] = v; } ${route("put(req.session, 'apiKey', key);")}`],
  ])('%s', (_form, code) => {
    expect(rulesIn(code)).toContain('no-secret-in-session');
  });

  it.each<[string, string]>([
    [
      'a field that a parameter declares',
      'class Keys { constructor(private readonly s) {} put(k) { this.s.apiKey = k; } } new Keys(req.session);',
    ],
    [
      'a request that a parameter declares',
      'class Keys { constructor(private r: any) {} put(k) { this.r.session.apiKey = k; } } new Keys(req);',
    ],
  ])('%s', (_form, code) => {
    expect(lint(code, { filename: 'file.ts' }).map(({ ruleId }) => ruleId)).toContain(
      'session-secrets/no-secret-in-session',
    );
  });

  it.each<[string, string]>([
    ['handed back', `const sessionOf = (req) => req.session; ${route('sessionOf(req).apiKey = key;')}`],
    [
      'handed back under a name',
      `function sessionOf(req) { return req.session; } ${route('const s = sessionOf(req); s.apiKey = key;')}`,
    ],
    [
      'handed back by a method',
      `class A { get(req) { return req.session; } run(req) { this.get(req).apiKey = key; } }`,
    ],
    [
      'handed back later',
      `async function sessionOf(r) { await ready; return r.session; } ${route('(await sessionOf(req)).apiKey = key;')}`,
    ],
  ])('%s', (_form, code) => {
    expect(rulesIn(code)).toContain('no-secret-in-session');
  });

  it.each<[string, string]>([
    ['a map', `function put(m, value) { m.apiKey = value; } ${route('put(new Map(), key); use(req.session);')}`],
    ['a part that is no session', `function put(s) { s.apiKey = key; } ${route('put(req.session.id);')}`],
    ['another position', `function put(a, b) { b.apiKey = key; } ${route('put(req.session, {});')}`],
    ['behind a spread', `function put(a, b) { b.apiKey = key; } ${route('put(...list, req.session);')}`],
    [
      'another function of that name',
      `function put(s) { s.apiKey = key; } function other(put, req) { put(req.session); }`,
    ],
    ['a method of something else', `class Keys { put(s) { s.apiKey = key; } } ${route('vault.put(req.session);')}`],
    ['nobody calls it', `function put(s) { s.apiKey = key; } use(session);`],
    ['what is handed back is a part', `const idOf = (req) => req.session.id; ${route('idOf(req).apiKey = key;')}`],
    [
      'what is handed back is a copy',
      `const copy = (req) => ({ ...req.session }); ${route('copy(req).apiKey = key;')}`,
    ],
    ['no secret', `function put(s, value) { s.theme = value; } ${route('put(req.session, value);')}`],
  ])('is silent: %s', (_form, code) => {
    expect(rulesIn(code)).not.toContain('no-secret-in-session');
  });
});

describe('options and secrets that go through functions', () => {
  const safe = "store, name: 'x', cookie: { secure: true, sameSite: 'lax' }";

  it.each<[string, string, string]>([
    [
      'require-secure-cookie',
      'an option of a builder',
      'const build = (secure) => ({ cookie: { secure } }); session(build(false));',
    ],
    [
      'require-secure-cookie',
      'options spread',
      "const build = (o) => ({ ...o, cookie: { secure: false } }); session(build({ name: 'x' }));",
    ],
    [
      'require-same-site-cookie',
      'options handed on',
      'function start(o) { app.use(session(o)); } start({ cookie: { secure: true } });',
    ],
    [
      'require-same-site-cookie',
      'by a name',
      'function start(o) { app.use(session(o)); } const o = { cookie: { secure: true } }; start(o);',
    ],
    [
      'require-same-site-cookie',
      'by a pattern',
      'function start({ cookie }) { app.use(session({ cookie })); } start({ cookie: { secure: true } });',
    ],
    [
      'no-weak-session-secret',
      'a secret',
      `function start(secret) { app.use(session({ secret, ${safe} })); } start('keyboard cat');`,
    ],
    [
      'no-weak-session-secret',
      'a reader',
      `const get = (name, other) => process.env[name] || other; session({ secret: get('S', 'keyboard cat'), ${safe} });`,
    ],
    [
      'no-weak-session-secret',
      'as a method',
      `class A { start(secret) { session({ secret, ${safe} }); } constructor() { this.start('keyboard cat'); } }`,
    ],
    [
      'require-secure-cookie',
      'of a cookie',
      "const set = (res, o) => res.cookie('sid', id, o); set(res, { httpOnly: true, sameSite: 'lax', secure: false });",
    ],
  ])('%s: %s', (rule, _form, code) => {
    expect(rulesIn(code)).toContain(rule);
  });

  it.each<[string, string, string]>([
    [
      'require-secure-cookie',
      'another call of it',
      'const build = (secure) => ({ cookie: { secure } }); session(build(true)); other(build(false));',
    ],
    ['require-secure-cookie', 'not called here', 'module.exports = (o) => session(o);'],
    [
      'require-same-site-cookie',
      'called by others, too',
      'function start(o) { session(o); } module.exports = start; start({ cookie: { secure: true } });',
    ],
    [
      'require-same-site-cookie',
      'changed by the function',
      "function start(o) { o.cookie.sameSite = 'lax'; session(o); } start({ cookie: { secure: true } });",
    ],
    [
      'require-same-site-cookie',
      'handed to others, too',
      'function start(o) { complete(o); session(o); } start({ cookie: { secure: true } });',
    ],
    [
      'no-weak-session-secret',
      'a reader of something else',
      `const get = (name, other) => process.env[name] || other; session({ secret: get('S'), ${safe} }); listen(get('PORT', '3000'));`,
    ],
    [
      'no-weak-session-secret',
      'a reader that calls itself',
      `const get = (n) => process.env[n] || get('OLD_' + n); session({ secret: get('S'), ${safe} });`,
    ],
  ])('%s is silent: %s', (rule, _form, code) => {
    expect(rulesIn(code)).not.toContain(rule);
  });
});

it('ends on thousands of functions that hand a session on', () => {
  const row = Array.from({ length: 3_000 }, (_, index) => `function a${index + 1}(s) { a${index}(s); }`).join('\n');
  expect(rulesIn(`function a0(s) { s.apiKey = key; }\n${row}\na3000(req.session);`)).toEqual([]);
});
