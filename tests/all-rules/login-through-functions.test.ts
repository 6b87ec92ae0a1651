import { describe, expect, it } from 'vitest';
import { lint } from '../support/lint';

/** What the two rules of logins and logouts say. */
const rulesIn = (code: string): string[] =>
  lint(`const session = require('express-session');\n${code}`, { sourceType: 'commonjs' })
    .map(({ ruleId, message }) => ruleId?.replace('session-secrets/', '') ?? message)
    .filter((rule) => /session-(?:regeneration|destruction)$/.test(rule));

const login = (body: string): string => `app.post('/login', async (req, res) => { ${body} res.redirect('/'); });`;
const logout = (body: string): string => `app.post('/logout', async (req, res) => { ${body} res.redirect('/'); });`;
const profile = (body: string): string => `app.post('/profile', async (req, res) => { ${body} res.redirect('/'); });`;

describe('a login that a function of the file makes', () => {
  it.each<[string, string]>([
    [
      'of the request',
      `function remember(req, user) { req.session.userId = user.id; } ${login('remember(req, user);')}`,
    ],
    ['of the session', `function remember(s, user) { s.userId = user.id; } ${login('remember(req.session, user);')}`],
    [
      'by a pattern',
      `function remember({ session: s }, user) { s.userId = user.id; } ${login('remember(req, user);')}`,
    ],
    ['an arrow', `const logIn = (req, user) => { req.session.userId = user.id; }; ${login('logIn(req, user);')}`],
    [
      'of the request alone',
      `const logIn = async (req) => { req.session.loggedIn = true; }; ${login('await logIn(req);')}`,
    ],
    ['by a setter', `const put = (s, id) => Object.assign(s, { userId: id }); ${login('put(req.session, user.id);')}`],
    [
      'through two functions',
      `const a = (s, u) => { s.userId = u.id; }; const b = (r, u) => a(r.session, u); ${login('b(req, user);')}`,
    ],
    ['that hands it back', `const sessionOf = (req) => req.session; ${login('sessionOf(req).userId = user.id;')}`],
    [
      'as a method of an object',
      `const auth = { remember(req, user) { req.session.userId = user.id; } }; ${login('auth.remember(req, user);')}`,
    ],
    [
      'as a method of this',
      `class A { remember(req, user) { req.session.userId = user.id; } login(req, res) { this.remember(req, user); } }`,
    ],
    [
      'as a private method',
      `class A { #put(req, user) { req.session.userId = user.id; } login(req, res) { this.#put(req, user); } }`,
    ],
    [
      'as a static method',
      `class A { static remember(req, user) { req.session.userId = user.id; } } ${login('A.remember(req, user);')}`,
    ],
    [
      'as a method of an instance',
      `class A { remember(req, user) { req.session.userId = user.id; } } const a = new A(); ${login('a.remember(req, user);')}`,
    ],
    [
      'kept in a field',
      `class A { constructor(req) { this.s = req.session; } remember(user) { this.s.userId = user.id; } } ${login('new A(req).remember(user);')}`,
    ],
    [
      'called in a callback',
      `function remember(req, user) { req.session.userId = user.id; } ${login('find(req.body, (error, user) => remember(req, user));')}`,
    ],
    [
      'that is exported as well',
      `const logIn = (req) => { req.session.loggedIn = true; }; module.exports = { logIn }; ${login('logIn(req);')}`,
    ],
  ])('%s', (_form, code) => {
    expect(rulesIn(code)).toEqual(['require-session-regeneration']);
  });

  const remember = 'function remember(req, user) { req.session.userId = user.id; }';

  it.each<[string, string]>([
    ['called elsewhere', `${remember} ${profile('remember(req, user);')}`],
    ['nobody calls it', 'module.exports = (req, user) => { req.session.userId = user.id; };'],
    [
      'exported and not called',
      'const logIn = async (req) => { req.session.loggedIn = true; }; module.exports = { logIn };',
    ],
    [
      'a new id before',
      `${remember} ${login('await promisify(req.session.regenerate).call(req.session); remember(req, user);')}`,
    ],
    ['a new id around', `${remember} ${login('req.session.regenerate(() => remember(req, user));')}`],
    [
      'a new id by the function',
      `function remember(req, user) { req.session.regenerate(() => { req.session.userId = user.id; }); } ${login('remember(req, user);')}`,
    ],
    [
      'a new id by another function',
      `const renew = (s) => new Promise((done) => s.regenerate(done)); ${remember} ${login('await renew(req.session); remember(req, user);')}`,
    ],
    [
      'a new id by a function of any name',
      `const fresh = (r) => r.session.regenerate(next); ${remember} ${login('fresh(req); remember(req, user);')}`,
    ],
    [
      'a new id by a method',
      `class A { begin(req) { req.session.regenerate(next); } login(req, res) { this.begin(req); req.session.userId = user.id; } }`,
    ],
    [
      'a new id by a method of an object',
      `const ids = { begin(req) { req.session.regenerate(next); } }; ${login('ids.begin(req); req.session.userId = user.id;')}`,
    ],
    [
      'a new id by a method of an instance',
      `class Ids { begin(s) { s.regenerate(next); } } const ids = new Ids(); ${login('ids.begin(req.session); req.session.userId = user.id;')}`,
    ],
    [
      'a new id by a field',
      `class Ids { constructor(s) { this.s = s; } begin() { this.s.regenerate(next); } } ${login('new Ids(req.session).begin(); req.session.userId = user.id;')}`,
    ],
    ['not who somebody is', `function put(req, theme) { req.session.theme = theme; } ${login('put(req, theme);')}`],
    ['a login that is over', `function put(req) { req.session.userId = null; } ${login('put(req);')}`],
    [
      'another object',
      `function remember(target, user) { target.userId = user.id; } ${login('remember(event, user); use(req.session);')}`,
    ],
  ])('is silent: %s', (_form, code) => {
    expect(rulesIn(code)).toEqual([]);
  });
});

describe('a logout that a function of the file makes', () => {
  it.each<[string, string]>([
    ['of the request', `function clear(req) { req.session.userId = null; } ${logout('clear(req);')}`],
    ['of the session', `function clear(s) { delete s.userId; } ${logout('clear(req.session);')}`],
    ['an arrow', `const forget = (req) => { delete req.session.user; }; ${logout('forget(req);')}`],
    [
      'as a method of this',
      `class A { forget(req) { delete req.session.user; } logout(req, res) { this.forget(req); res.end(); } }`,
    ],
  ])('%s', (_form, code) => {
    expect(rulesIn(code)).toEqual(['require-session-destruction']);
  });

  it.each<[string, string]>([
    [
      'a function of the file',
      `function endSession(req) { req.session.destroy(); } ${logout('req.session.userId = null; endSession(req);')}`,
    ],
    [
      'of any name',
      `function done(req) { req.session.destroy(next); } ${logout('delete req.session.userId; done(req);')}`,
    ],
    [
      'handed the session',
      `const end = (s) => s.destroy(next); ${logout('delete req.session.userId; end(req.session);')}`,
    ],
    [
      'by a pattern',
      `const end = ({ session: s }) => s.destroy(next); ${logout('delete req.session.userId; end(req);')}`,
    ],
    [
      'a promise of it',
      `const end = (s) => new Promise((ok, no) => s.destroy((error) => (error ? no(error) : ok()))); ${logout('delete req.session.userId; await end(req.session);')}`,
    ],
    [
      'through two functions',
      `const a = (s) => s.destroy(next); const b = (r) => a(r.session); ${logout('delete req.session.userId; b(req);')}`,
    ],
    [
      'a method of this',
      `class A { done(req) { req.session.destroy(next); } logout(req, res) { delete req.session.userId; this.done(req); } }`,
    ],
    [
      'a method of an object',
      `const auth = { done(req) { req.session.destroy(next); } }; ${logout('delete req.session.userId; auth.done(req);')}`,
    ],
    [
      'a method of an instance',
      `class A { done(req) { req.session.destroy(next); } } const a = new A(); ${logout('delete req.session.userId; a.done(req);')}`,
    ],
    [
      'a static method',
      `class A { static done(s) { s.destroy(next); } } ${logout('delete req.session.userId; A.done(req.session);')}`,
    ],
    [
      'a field',
      `class A { constructor(s) { this.s = s; } done() { this.s.destroy(next); } } ${logout('delete req.session.userId; new A(req.session).done();')}`,
    ],
    [
      'the function that clears ends it, too',
      `function clear(req) { delete req.session.userId; req.session.destroy(next); } ${logout('clear(req);')}`,
    ],
    ['cleared elsewhere', `function clear(req) { delete req.session.userId; } ${profile('clear(req);')}`],
  ])('is silent: %s', (_form, code) => {
    expect(rulesIn(code)).toEqual([]);
  });
});

describe('a handler that is the method of something', () => {
  const body = `(req, res) { req.session.userId = req.body.id; res.redirect('/'); }`;
  const forms: [string, string, string][] = [
    ['of an object', `const desk = { enter${body} };`, 'desk.enter'],
    ['a field of an object', `const desk = { enter: (req, res) => { req.session.userId = 1; } };`, 'desk.enter'],
    ['of an instance', `class Desk { enter${body} } const desk = new Desk();`, 'desk.enter'],
    ['of an instance in place', `class Desk { enter${body} }`, 'new Desk().enter'],
    ['bound', `class Desk { enter${body} } const desk = new Desk();`, 'desk.enter.bind(desk)'],
    ['static', `class Desk { static enter${body} }`, 'Desk.enter'],
    ['a field of a class', `class Desk { enter = (req, res) => { req.session.userId = 1; }; }`, 'new Desk().enter'],
  ];
  it.each(forms)('%s', (_, desk, enter) => {
    expect(rulesIn(`${desk} app.post('/login', ${enter});`)).toEqual(['require-session-regeneration']);
  });

  it.each(forms)('%s, routed elsewhere', (_, desk, enter) => {
    expect(rulesIn(`${desk} app.post('/profile', ${enter});`)).toEqual([]);
    expect(rulesIn(`${desk} app.post('/login', ${enter.replace('.enter', '.other')});`)).toEqual([]);
  });

  it.each(forms)('%s, with a new id', (_, desk, enter) => {
    const renewed = desk.replace('req.session.userId', 'req.session.regenerate(() => {}); req.session.userId');
    expect(rulesIn(`${renewed} app.post('/login', ${enter});`)).toEqual([]);
  });

  it.each<[string, string]>([
    ['a static one of an instance', `class Desk { static enter${body} } app.post('/login', new Desk().enter);`],
    ['one of another object', `const desk = { enter${body} }; app.post('/login', gate.enter);`],
    ['an object that may be exchanged', `let desk = { enter${body} }; desk = other; app.post('/login', desk.enter);`],
  ])('not %s', (_, code) => expect(rulesIn(code)).toEqual([]));
});
