import { describe, expect, it } from 'vitest';
import { fix, lint } from '../support/lint';

/** Odd but valid, and full of our words; nested as deep as the parser at hand can follow. */
const textsWith = (deep: number): Record<string, string> => ({
  'an empty file': '',
  'blanks alone': '\n\n  \n',
  'a comment alone': '// session cookie',
  'a hashbang': '#!/usr/bin/env node\nreq.session.accessToken = token;',
  'a byte order mark': '\uFEFFreq.session.accessToken = token;',
  'no parts at all':
    'session;cookie;req.session;req.session[""];req.session[x];req.session[0];req.session?.();req?.session?.[y];',
  'private members':
    'class A { #session; static #cookie = 1; m() { this.#session.token = 1; return #session in this; } }',
  'static blocks': 'class A { static { req.session.accessToken = token; } }',
  'class fields':
    'class A { session = req.session; accessToken = req.session.accessToken; static x = (req.session.apiKey = k); }',
  'optional chains':
    "req?.session?.accessToken?.length; req?.session?.set?.('accessToken', t); delete req?.session?.accessToken;",
  'assignments in patterns':
    '({ a: req.session.accessToken, ...req.session.rest } = x); [req.session.accessToken, req.session.b = 1] = y;',
  'patterns of patterns':
    'const { session: { user: { accessToken = 1, ...rest } = {}, [key]: z } } = req; for (const { session } of list) session.token = 1;',
  'loops over keys':
    'for (const key in req.session) req.session[key] = token; for (req.session.accessToken of tokens);',
  'holes and spreads':
    'session(...options); session([, , ...a]).x; Object.assign(req.session, ...all); req.session = [, { token }];',
  'no arguments':
    "require(); require(...x); require('express-session')(); import('express-session'); new (require('koa'))().keys = []; cookieSession(); res.cookie(); reply.setCookie('sid'); res.setHeader('Set-Cookie');",
  'odd keys':
    "session({ ['cookie']: {}, 'secret': 1, 2: 3, get cookie() { return {}; }, set secret(x) {}, async *name() {}, __proto__: x, ...y });",
  'names of Object.prototype':
    'req.session.constructor = 1; req.session.__proto__.token = token; req.session.hasOwnProperty(toString); session({ constructor: {} });',
  'a definition of itself':
    'const a = a; const session = session; var req = req.session; const { b = b } = b; let c; c = c;',
  'definitions in a circle':
    'const a = b; const b = a; const o = { ...p }; const p = { ...o }; require("express-session")(o); const f = () => g(); const g = () => f(); require("express-session")(f());',
  'names that are declared twice':
    'var session = require("express-session"); var session = 1; session({ secret: "x" });',
  'names that are written again': "let session = require('express-session'); session = fake; session({ secret: 'x' });",
  'labels, switches, tries':
    'a: for (;;) { switch (req.session.accessToken) { case 1: delete req.session.accessToken; default: req.session.accessToken = null; break a; } }\ntry {} catch { req.session.apiKey = k } finally { req.session.apiKey = k }',
  'sequences and voids':
    'void (0, req.session.accessToken = 1, req.session).x; (0, require("express-session").default)({ secret: "x" });',
  'tagged templates': 'req.session.accessToken`x`; session`${req.session.accessToken}`; cookie`sid=${1}`;',
  'generators and awaits':
    'async function* f() { yield* req.session.accessTokens; req.session.accessToken = yield; await (req.session.accessToken = await x); for await (req.session.apiKey of y); }',
  'new.target, import.meta, super':
    'class A extends req.session.B { constructor() { super(req.session.accessToken); new.target.session.token = 1; import.meta.session.token = 1; } }',
  'big numbers and expressions': 'req.session.token = 10n; req.session.password = /x/u; req.session.apiKey = 1_000;',
  'getters in options':
    "require('express-session')({ get secret() { return 'x'; }, cookie: { get secure() { return false; } } });",
  'leaks of odd shapes':
    'console.log(...req.session, ); console.log(...[req.session]); console[x](req.session); res[req.session](req.session); new (class extends req.session {})(req.session); `${req.session}${req.sessionID}`; res.json(res.json(req.session)); console.log?.(req?.session); export default () => req.session;',
  'leaks in a circle':
    'let a = JSON.stringify(req.session), b = a + c, c = b + a; const d = { ...req.session, d }; console.log(a, b, c, d); const { ...e } = req.session, { ...f } = e; res.json(f);',
  'users of odd shapes':
    'const [[user]] = await User.findOne(); req.session.user = user; req.session.user = { ...user, ...{ ...user } }; req.session.user = [...users][0]; req.session.user = (await User.findOne)`x`; req.session = { user: await (await User).findOne() }; passport.serializeUser((...user) => done(null, user)); passport.serializeUser((user, done) => done(...user));',
  'applications of odd shapes':
    "const e = require('express'), s = require('express-session'); const a = a.use(s({})); const b = c.use(s({})), c = b.use(s({})); e().use(s({}))(); e().use(s({})).use; new e().use(s({})).use(...x)[y](z); const d = e().use(s({})), f = d.use(d.use(d)); f.post(); d.use(e.static(f)); e?.()?.use?.(s({ cookie: { secure: true } }))?.post?.('/x', (req) => req.session.user); [e().use(s({}))][0].use(e.static('x')); (await e().use(s({}))).use(1);",
  'sessions in patterns':
    "import { PassportSerializer } from '@nestjs/passport'; const { session: { accessToken = 1, ...rest } = {} } = req; ({ session: { accessToken: req.session.x } } = req); const { session: { session: { session: { apiKey } } } } = session; for (const { session: { token } } of list); const { session: { a: [b, { password }] } } = req; const { session: { c }, c: d } = { session: c }; function f({ session: { accessToken } } = req, ...{ session: { apiKey } }) {} try {} catch ({ session: { accessToken } }) {} class A extends PassportSerializer { serializeUser; static {} get serializeUser() {} serializeUser(...x) {} ['serializeUser'](u, done) { done(); done(...u); done(null, u) } } class B extends (PassportSerializer, PassportSerializer) {} class C extends PassportSerializer.PassportSerializer {}",
  'cookies of odd shapes':
    "import 'elysia'; cookie.a.value = cookie.a.value = x; [cookie.a.secure] = [false]; cookie.httpOnly = false; cookie.a.b.secure = false; cookie[x].secure = cookie?.a; (cookie.a).maxAge &&= 1; const { cookie: { [y]: z, ...rest } } = ctx; z.secure = rest.secure = false; const a = b, b = a; a.secure = false; ({ secure: cookie.a.secure } = x); for (cookie.a.secure of x); cookie.session.value = ''; cookie.auth.set(); cookie.auth.set(...x);",
  'deep nesting': `${'('.repeat(deep)}req.session.accessToken${')'.repeat(deep)} = token;`,
  'a deep object': `require('express-session')(${'{ cookie: '.repeat(deep)}1${' }'.repeat(deep)});`,
  'a long chain': `req.session${'.a'.repeat(deep * 5)}.accessToken = token;`,
  'a long concatenation': `req.session.k = ${Array(deep * 5)
    .fill('"a"')
    .join(' + ')};`,
  'many arms': `require('express-session')({ secret: ${'x ? a : '.repeat(deep)}"b" });`,
});

const typescript: Record<string, string> = {
  decorators:
    "import { Session } from '@nestjs/common';\n@A(req.session.accessToken) class B { @C() session; m(@Session() s, @Session x, @D() { session }) { s.accessToken = t; } constructor(private readonly session: Session) {} }",
  'modules of odd shapes':
    "declare module 'hono' { interface ContextVariableMap { session; session?: string; 'session': { apiKey } & X | null; [session]: 1; session(): void } export interface ContextVariableMap<T> extends X {} export default interface ContextVariableMap {} namespace A.B { interface SessionData { apiKey } } } declare module '#auth-utils'; declare module X { interface User { apiKey: string } } import 'hono-sessions'; declare global { interface SessionData { apiKey: string } namespace App { namespace App { interface SessionData { apiKey } } export interface SessionData { apiKey } } }",
  'types only':
    "import type session from 'express-session'; declare module 'express-session' { interface SessionData { accessToken?: string } } type A = typeof req.session.accessToken; let s: session.Session;",
  'types of sessions':
    "import { getIronSession, type IronSession } from 'iron-session'; declare module 'express-session' { interface SessionData { get accessToken(): string; set apiKey(x); readonly [Symbol.iterator]: any; apiKey?; 1: string; new (): any; 'password'?: typeof x.y; } interface Session extends a.b.C<string> {} } interface A extends IronSession<A> { apiKey: A['apiKey'] } type T<U> = U extends IronSession<infer V> ? V : { [K in keyof U]: IronSession<U[K]> }; getIronSession<[string]>(); const x = getIronSession<(A), keyof A>; namespace N.M { interface Session { apiKey: `a${string}` } } declare module 'express-session';",
  'import equals': "import session = require('express-session'); import S = session.Session; export = session;",
  'enums and namespaces':
    "namespace session { export const secret = 'x'; } enum cookie { session = 'session' } declare const req: any; req.session.accessToken = <string>token!;",
  'abstract and overloads':
    'abstract class A { abstract session: string; cookie(): void; cookie(x?: any): void {} accessor session2 = req.session; }',
  'satisfies and assertions':
    "import type { SessionOptions } from 'iron-session'; export default { password: 'x' } satisfies SessionOptions; const o = <SessionOptions>{}; let p: SessionOptions;",
  using:
    'async function f() { using session = getSession(); await using cookie = req.session; cookie.accessToken = t; }',
  'optional parameters': 'function f(this: any, session?: any, ...cookies: any[]) { session!.accessToken = 1; }',
};

const options = { settings: { vault: { module: '#session-vault' } } } as const;

describe('no rule throws, and a fix leaves what parses', () => {
  const cases = [
    ...Object.entries(textsWith(400)).map(([name, text]) => [`${name} (espree)`, text, 'file.js'] as const),
    ...Object.entries(textsWith(100)).map(([name, text]) => [`${name} (typescript)`, text, 'file.tsx'] as const),
    ...Object.entries(typescript).map(([name, text]) => [name, text, 'file.ts'] as const),
  ];

  it.each(cases)('%s', (_, text, filename) => {
    const parsed = (['module', 'script'] as const).filter(
      (sourceType) => !lint(text, { ...options, filename, sourceType }).some(({ fatal }) => fatal),
    );
    // A case that no parser takes would show nothing.
    expect(parsed).not.toEqual([]);
    for (const sourceType of parsed) {
      const { messages } = fix(text, { ...options, filename, sourceType });
      expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    }
  });

  it('ten thousand lines', () => {
    const text = Array.from({ length: 10_000 }, (_, n) => `function f${n}(req) { return req.session.views${n}; }`);
    expect(lint(text.join('\n'), options)).toEqual([]);
  });
});
