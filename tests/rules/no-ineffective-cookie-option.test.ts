import { RuleTester } from '@typescript-eslint/rule-tester';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-ineffective-cookie-option';
import { fix, lint, shown } from '../support/lint';

const ruleTester = new RuleTester();

type Ids = keyof typeof rule.meta.messages;
type Case = Parameters<typeof ruleTester.run<Ids, []>>[2]['invalid'][number];

/** A report whose only suggestion gives the last text; none without it. */
const suggested = (code: string, messageId: Ids, output?: string, id: Ids = 'set'): Case => ({
  name: code,
  code,
  errors: [{ messageId, suggestions: output === undefined ? [] : [{ messageId: id, output }] }],
});
const moved = (code: string, messageId: Ids, output: string): Case => suggested(code, messageId, output, 'move');
const multiplied = (code: string, output: string, messageId: Ids = 'misspelt'): Case =>
  suggested(code, messageId, output, 'moveInUnit');
const fixed = (code: string, output: string): Case => ({
  name: code,
  code,
  output,
  errors: [{ messageId: 'misspelt' }],
});
const head = "import session from 'express-session';\n";
const inExpress = (
  one: (code: string, messageId: Ids, output: string) => Case,
  code: string,
  messageId: Ids,
  output: string,
): Case => one(head + code, messageId, head + output);
const iron = "import { getIronSession } from 'iron-session';\n";
const next = "import { cookies } from 'next/headers';\n";
const serialize = "import { serialize } from 'cookie';\n";
const hono = "import { setCookie } from 'hono/cookie';\n";
const remix = "import { createCookieSessionStorage } from 'react-router';\n";
const parser = "import cookieParser from 'cookie-parser';\n";
const v4 = "import type { NextAuthOptions } from 'next-auth';\n";
const safe = 'httpOnly: true, secure: true';

const valid = [
  '',
  // Keys that are right, keys of the library's own, keys of nobody's cookie.
  "res.cookie('sid', id, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 3600000, path: '/', priority: 'high', encode: String, signed: true });",
  "res.cookie('theme', 'dark', { httponly: true, samesite: 'none' });",
  "res.cookie('sid', id, { httpOnly: true, httponly: true });",
  "res.cookie('sid', id, { httponly: false });",
  "res.cookie('sid', id, { ...options, httponly: true });",
  "res.cookie('sid', id, options);",
  "res.cookie('sid', '', { maxAge: 0, samesite: 'none' });",
  "res.cookie('sid', id, { get httponly() { return true; }, samesite() {} });",
  "ctx.cookies.set('sid', id, { maxage: 3600000 });",
  'cookieSession({ keys, maxage: 3600000, secureProxy: true });',
  "import s from 'koa-session'; app.use(s({ maxage: 86400000, renew: true, key: 'sid' }, app));",
  "import s from '@fastify/secure-session'; app.register(s, { key, cookieOptions: { secure: true }, cookieName: 'x' });",
  ...[
    'session({ cookie: { secure: true }, resave: false, rolling: true, name: "sid", proxy: true, unset: "destroy" });',
    'session({ path: "/", cookie: {} });',
    'session({ secure: false, cookie: {} });',
    'session({ secure: true, cookie: { secure: isProduction } });',
    'session({ secure: true, cookie });',
    'session({ cookies: store, cookie: {} });',
    'session({ cookie: { maxAge: 30000 } });',
    'session({ cookie: { maxAge: 60 * 1000 } });',
    'session({ cookie: { maxAge: 3600000 } });',
    'session({ cookie: { maxAge: 1000 } });',
    'session({ cookie: { maxAge: 10 } });',
    'session({ cookie: { maxAge: null } });',
    'session({ cookie: { maxAge: 60 * 60 * 1000 } });',
    'session({ cookie: { maxAge: 2160000 } });',
    'session({ cookie: { maxAge: Number(process.env.MAX_AGE) } });',
    'session({ cookie: { maxAge: test ? 3600 : 3600000 } });',
    "session({ cookie: { secure: 'auto', sameSite: 'auto' } });",
    "session({ cookie: { sameSite: 'None', secure: true } });",
    "session({ cookie: { sameSite: 'none', secure: isProduction } });",
    "session({ cookie: { sameSite: isProduction ? 'none' : 'lax' } });",
    "session({ cookie: { sameSite: 'none', ...options } });",
    'session({ cookie: { sameSite: true } });',
    "session({ name: '__Host-sid', cookie: { secure: true } });",
    "session({ name: '__Host-sid', cookie: { secure: true, path: '/', domain: undefined } });",
    "session({ name: '__Secure-sid', cookie: { secure: true, domain: 'example.com', path: '/app' } });",
    "session({ name: '__Host-sid', cookie });",
    'session({ cookie: { expires: false } });',
    'session({ cookie: { expires: null } });',
    'session({ cookie: { expires } });',
    // A lifetime by another word, beside the right one, and one that is no lifetime.
    'session({ cookie: { maxAge: 3600000, expire: true, expiresIn: "1d" } });',
    'session({ cookie: { expire: false, expiry: null } });',
    'session({ cookie: { expires, expiration: 3600 } });',
    'session({ cookie: { ...options, expire: date } });',
    'session({ expiry: 3600, cookie: {} });',
    'session({ cookie: { pages: 3, voyage: 1, experience: 2 } });',
    // Objects that hold something else, and names that are not so near.
    'session({ options: { host: "localhost" }, cookie: {} });',
    'session({ options: { ttl: 3600 }, rookies: { secure: true } });',
    'session({ Cookie: parser, cooked: { rare: true } });',
    'session({ Cookie: { secure: false } });',
    'session({ cooke: { secure: true }, cookie });',
    // Durations and dates.
    'session({ cookie: { maxAge: Number(process.env.MAX_AGE) || 3600000 } });',
    'session({ cookie: { maxAge: parseInt("3600000", 10) } });',
    'session({ cookie: { maxAge: process.env.LONG ? 36e5 : 18e5 } });',
    'session({ cookie: { maxAge: lifetime.valueOf() } });',
    'session({ cookie: { maxAge: end.getTime() - Date.now() } });',
    'session({ cookie: { maxAge: unit * 60 * 60 } });',
    'session({ cookie: { maxAge: 90000 } });',
    'session({ cookie: { maxAge: 129600 } });',
    'session({ cookie: { maxAge: 60 * 60 * 24000 } });',
    'session({ cookie: { maxAge: 36 * 60 * 60 * second } });',
    'session({ cookie: { maxAge: 36 * 60 * 60 + rest } });',
    'session({ cookie: { expires: 3600000 } });',
    'const expires = new Date(0); expires.setFullYear(2090); session({ cookie: { expires } });',
    'session({ cookie: { expires: new Date(+at) } });',
    'session({ cookie: { expires: new Date(2090, 0, 1), ...later } });',
    // Made for each session.
    'export const f = () => session({ cookie: { expires: new Date(Date.now() + 1000) } });',
  ].map((code) => head + code),
  "res.cookie('__Host-sid', id, { secure: true });",
  'res.cookie(name, id, { secure: false });',
  "ctx.cookies.set('sid', id, { sameSite: 'none' });",
  "cookieSession({ keys, sameSite: 'none' });",
  "app.post('/login', (req, res) => { res.cookie('sid', id, { secure: true, expires: new Date(Date.now() + 3600000) }); });",
  "res.cookie('sid', id, { secure: true, expires: new Date(Date.now() + 3600000) });",
  "const past = new Date(Date.now() - 1000); export const f = (res) => res.cookie('sid', id, { expires: past });",
  "app.post('/login', (req, res) => { const expires = new Date(Date.now() + n); res.cookie('sid', id, { expires }); });",
  "app.post('/login', (req, res) => { const e = new Date(); e.setDate(e.getDate() + 1); res.cookie('sid', id, { expires: e }); });",
  `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: 60 * 60 * 24 * 365 });`,
  `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: 60 * 60 * 24 * 365 * 10 });`,
  `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: 0, cookieOptions: { maxAge: 2147483647 } });`,
  `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: 3600 });`,
  `${serialize}serialize('__Host-sid', id, { secure: true, path: '/' });`,
  `${serialize}serialize('sid', id, { maxAge: 60 * 60 * 24 * 400 });`,
  "res.cookie('sid', id, { maxAge: '3600000', sameSite: 'LAX', secure: 'true' });",
  "res.cookie('sid', id, { maxAge: config.get('7d') });",
  "import s from 'koa-session'; app.use(s({ sameSite: 'strict', maxAge: 'session' }, app));",
  "res.setHeader('Set-Cookie', `sid=${id}; Secure; HttpOnly; SameSite=None; Max-Age=3600; Partitioned`);",
  "res.setHeader('Set-Cookie', `__Host-sid=${id}; Secure; Path=/`);",
  "res.setHeader('Set-Cookie', `sid=${id}; SameSite=None${flags}`);",
  // Signed with what is given here, or elsewhere.
  `${parser}app.use(cookieParser(secret)); res.cookie('sid', id, { secure: true, signed: true });`,
  `${parser}app.use(cookieParser(...given)); res.cookie('sid', id, { secure: true, signed: true });`,
  `${parser}app.use(cookieParser()); admin.use(cookieParser(secret)); res.cookie('sid', id, { secure: true, signed: true });`,
  `${parser}app.use(cookieParser()); res.cookie('sid', id, { secure: true, signed: isSigned });`,
  `${parser}app.use(cookieParser()); res.cookie('sid', id, { secure: true, signed: false });`,
  "res.cookie('sid', id, { secure: true, signed: true });",
  "ctx.cookies.set('sid', id, { secure: true, signed: true });",
  // The right spelling is there, too.
  "res.setHeader('Set-Cookie', `sid=${id}; Secure; SameSite=Lax; HttpOnly; Http-Only`);",
  "res.setHeader('Set-Cookie', `sid=${id}; Secure; Max-Age=60; MaxAge=60; Expires=99999999999`);",
  // What the library makes a number of.
  "res.cookie('sid', id, { secure: true, maxAge: process.env.MAX_AGE });",
  "res.cookie('sid', id, { secure: true, maxAge: `${60 * 60 * 1000}` });",
  `${serialize}serialize('sid', id, { maxAge: '3600' });`,
  // Dates of a library that takes numbers for them.
  `${next}(await cookies()).set('session', t, { ${safe}, expires: Date.now() + 1800000 });`,
  "res.cookie('sid', id, { secure: true, expires: moment().add(30, 'days').toDate() });",
  "res.cookie('sid', id, { secure: true, expires: addDays(Date.now(), 1) });",
  "res.cookie('sid', id, { secure: true, expires: new Date(new Date().setDate(31)) });",
  "res.cookie('sid', id, { secure: true, expires: expiresAt });",
  "res.cookie('sid', id, { secure: true, expires: map.set(31) });",
  "res.cookie('sid', id, { secure: true, expires: a - b > 0 ? c : d });",
  // 400 days are what hono takes.
  `${hono}setCookie(c, 'session', v, { ${safe}, maxAge: 34560000 });`,
  `${hono}setCookie(c, 'session', v, { ${safe}, maxAge: 60 * 60 * 24 * days });`,
  `${hono}setCookie(c, 'session', v, { ${safe}, expires: new Date(Date.now() + 34560000000) });`,
  // A single cookie is deleted so.
  `${hono}setCookie(c, 'session', v, { ${safe}, maxAge: 0 });`,
  "res.cookie('sid', id, { secure: true, maxAge: 0 });",
  `${iron}getIronSession(req, res, { password, ttl: 0 });`,
  // Its lifetime stands there, and the attributes one step below: what this was to be, nobody knows.
  "import { useSession } from 'h3';\nuseSession(event, { password, httponly: true });",
  "import { createCookie } from 'react-router'; export const c = createCookie('session', { secure: true, maxAge: 0 });",
  // Version 5 merges, and of a call nobody can say which it is.
  "import type { NextAuthConfig } from 'next-auth'; export const c: NextAuthConfig = { cookies: { sessionToken: { options: { sameSite: 'none', secure: true } } } };",
  "import NextAuth from 'next-auth'; NextAuth({ cookies: { sessionToken: { options: { sameSite: 'lax' } } } });",
  `${v4}export const c: NextAuthOptions = { cookies: { sessionToken: { name: 'a', options: { httpOnly: true, sameSite: 'lax', secure: true, path: '/' } } } };`,
  `${v4}export const c: NextAuthOptions = { cookies: { sessionToken: { name: 'a', options } } };`,
  `${v4}export const c: NextAuthOptions = { cookies: { csrfToken: { name: 'a', options: {} } } };`,
];

ruleTester.run('no-ineffective-cookie-option', rule, {
  valid: valid.map((code) => ({ name: code, code })),
  invalid: [
    // Misspelt.
    moved(`res.cookie('sid', id, { httponly: true });`, 'misspelt', `res.cookie('sid', id, { httpOnly: true });`),
    moved(
      `const shared = { httponly: true };\nres.cookie('sid', id, { ...shared, secure: true });`,
      'misspelt',
      `const shared = { httpOnly: true };\nres.cookie('sid', id, { ...shared, secure: true });`,
    ),
    moved(`res.cookie('sid', id, { http_only: true });`, 'misspelt', `res.cookie('sid', id, { httpOnly: true });`),
    moved(`res.cookie('sid', id, { 'http-only': true });`, 'misspelt', `res.cookie('sid', id, { 'httpOnly': true });`),
    moved(`res.cookie('sid', id, { "HttpOnly": true });`, 'misspelt', `res.cookie('sid', id, { "httpOnly": true });`),
    moved(`res.cookie('sid', id, { httponly });`, 'misspelt', `res.cookie('sid', id, { httpOnly: httponly });`),
    moved(`res.cookie('sid', id, { isSecure: true });`, 'misspelt', `res.cookie('sid', id, { secure: true });`),
    moved(`res.cookie('sid', id, { samesite: 'lax' });`, 'misspelt', `res.cookie('sid', id, { sameSite: 'lax' });`),
    moved(`res.cookie('sid', id, { max_age: 3600000 });`, 'misspelt', `res.cookie('sid', id, { maxAge: 3600000 });`),
    // Browsers count `Max-Age` in seconds; these libraries count milliseconds.
    multiplied(`res.cookie('sid', id, { 'max-age': 3600 });`, `res.cookie('sid', id, { 'maxAge': 3600 * 1000 });`),
    multiplied(`res.cookie('sid', id, { 'Max-Age': 30 });`, `res.cookie('sid', id, { 'maxAge': 30 * 1000 });`),
    multiplied(
      `res.cookie('sid', id, { 'max-age': 60 * 60 * 24 });`,
      `res.cookie('sid', id, { 'maxAge': 60 * 60 * 24 * 1000 });`,
    ),
    multiplied(`res.cookie('sid', id, { max_age: 86400 });`, `res.cookie('sid', id, { maxAge: 86400 * 1000 });`),
    multiplied(
      `const maxage = 3600;\nres.cookie('sid', id, { maxage });`,
      `const maxage = 3600;\nres.cookie('sid', id, { maxAge: maxage * 1000 });`,
    ),
    multiplied(
      `${head}session({ cookie: { 'max-age': 82800 + 3600 } });`,
      `${head}session({ cookie: { 'maxAge': (82800 + 3600) * 1000 } });`,
    ),
    multiplied(
      `${head}session({ maxAge: 3600, cookie: { sameSite: 'lax' } });`,
      `${head}session({ cookie: { sameSite: 'lax', maxAge: 3600 * 1000 } });`,
      'outside',
    ),
    moved(
      `res.cookie('sid', id, { 'max-age': 3600 * 1000 });`,
      'misspelt',
      `res.cookie('sid', id, { 'maxAge': 3600 * 1000 });`,
    ),
    moved(
      `res.cookie('sid', id, { 'max-age': 86400000 });`,
      'misspelt',
      `res.cookie('sid', id, { 'maxAge': 86400000 });`,
    ),
    moved(
      `res.cookie('sid', id, { 'max-age': lifetime });`,
      'misspelt',
      `res.cookie('sid', id, { 'maxAge': lifetime });`,
    ),
    moved(`res.cookie('sid', id, { maxage: 30 });`, 'misspelt', `res.cookie('sid', id, { maxAge: 30 });`),
    moved(
      `${next}(await cookies()).set('session', t, { ${safe}, 'max-age': 3600 });`,
      'misspelt',
      `${next}(await cookies()).set('session', t, { ${safe}, 'maxAge': 3600 });`,
    ),
    suggested(`res.cookie('sid', id, { httponly: /* why */ true });`, 'misspelt'),
    fixed(`${head}session({ cookie: { httponly: true } });`, `${head}session({ cookie: { httpOnly: true } });`),
    fixed(`${head}session({ cookie: { samesite: 'lax' } });`, `${head}session({ cookie: { sameSite: 'lax' } });`),
    inExpress(moved, 'session({ cookie: { Secure: true } });', 'misspelt', 'session({ cookie: { secure: true } });'),
    inExpress(
      moved,
      'session({ cookie: { maxage: 3600000 } });',
      'misspelt',
      'session({ cookie: { maxAge: 3600000 } });',
    ),
    {
      name: 'two cookies with one object',
      code: "const o = { httponly: true };\nres.cookie('sid', a, o);\nres.cookie('auth_token', b, o);",
      errors: [
        {
          messageId: 'misspelt',
          line: 1,
          suggestions: [
            {
              messageId: 'move',
              output: "const o = { httpOnly: true };\nres.cookie('sid', a, o);\nres.cookie('auth_token', b, o);",
            },
          ],
        },
      ],
    },
    suggested("res.setHeader('Set-Cookie', `sid=${id}; Http-Only; Secure`);", 'misspeltInHeader'),
    suggested("res.setHeader('Set-Cookie', `sid=${id}; HttpOnly; Secure; MaxAge=60`);", 'misspeltInHeader'),
    // Misplaced.
    inExpress(
      moved,
      'session({ secure: true, cookie: { sameSite: "lax" } });',
      'outside',
      'session({ cookie: { sameSite: "lax", secure: true } });',
    ),
    inExpress(
      moved,
      'session({ resave: false, secure: true });',
      'outside',
      'session({ resave: false, cookie: { secure: true } });',
    ),
    inExpress(
      moved,
      'session({\n  cookie: {},\n  httponly: true,\n});',
      'outside',
      'session({\n  cookie: { httpOnly: true },\n});',
    ),
    inExpress(
      moved,
      'session({ cookieOptions: { secure: true } });',
      'inside',
      'session({ cookie: { secure: true } });',
    ),
    suggested(`${head}session({ cookieOptions: { secure: true }, cookie: {} });`, 'inside'),
    moved(
      'cookieSession({ keys, cookie: { secure: true, sameSite: "lax" } });',
      'inside',
      'cookieSession({ keys, secure: true, sameSite: "lax" });',
    ),
    moved(
      'cookieSession({\n  keys,\n  cookie: {\n    secure: true,\n    maxAge: 3600000,\n  },\n});',
      'inside',
      'cookieSession({\n  keys,\n  secure: true,\n  maxAge: 3600000,\n});',
    ),
    moved(
      `${iron}getIronSession(req, res, { password, cookie: { sameSite: 'strict' } });`,
      'inside',
      `${iron}getIronSession(req, res, { password, cookieOptions: { sameSite: 'strict' } });`,
    ),
    // The unit.
    inExpress(
      suggested,
      'session({ cookie: { maxAge: 3600 } });',
      'secondsForMilliseconds',
      'session({ cookie: { maxAge: 3600 * 1000 } });',
    ),
    inExpress(
      suggested,
      'session({ cookie: { maxAge: 60 * 60 * 24 } });',
      'secondsForMilliseconds',
      'session({ cookie: { maxAge: 60 * 60 * 24 * 1000 } });',
    ),
    inExpress(
      suggested,
      'session({ cookie: { maxAge: 30 * 24 * 60 * 60 } });',
      'secondsForMilliseconds',
      'session({ cookie: { maxAge: 30 * 24 * 60 * 60 * 1000 } });',
    ),
    inExpress(
      suggested,
      'session({ cookie: { maxAge: 604800 } });',
      'secondsForMilliseconds',
      'session({ cookie: { maxAge: 604800 * 1000 } });',
    ),
    inExpress(
      suggested,
      'session({ cookie: { expires: 60 * 60 * 24 } });',
      'secondsForMilliseconds',
      'session({ cookie: { expires: 60 * 60 * 24 * 1000 } });',
    ),
    suggested(
      `res.cookie('sid', id, { maxAge: 900 });`,
      'secondsForMilliseconds',
      `res.cookie('sid', id, { maxAge: 900 * 1000 });`,
    ),
    suggested(
      `const DAY = 86400;\nres.cookie('sid', id, { maxAge: 7 * DAY });`,
      'secondsForMilliseconds',
      `const DAY = 86400;\nres.cookie('sid', id, { maxAge: 7 * DAY * 1000 });`,
    ),
    suggested(
      `import ms from 'ms';\nres.cookie('sid', id, { maxAge: ms('7d') / 1000 });`,
      'secondsForMilliseconds',
      `import ms from 'ms';\nres.cookie('sid', id, { maxAge: ms('7d') });`,
    ),
    suggested(
      `${iron}getIronSession(req, res, { password, ttl: 24 * 60 * 60 * 1000 });`,
      'millisecondsForSeconds',
      `${iron}getIronSession(req, res, { password, ttl: 24 * 60 * 60 });`,
    ),
    suggested(
      `${iron}getIronSession(req, res, { password, ttl: 604800000 });`,
      'millisecondsForSeconds',
      `${iron}getIronSession(req, res, { password, ttl: 604800 });`,
    ),
    suggested(
      `${next}(await cookies()).set('session', t, { ${safe}, maxAge: 15 * 60 * 1000 });`,
      'millisecondsForSeconds',
      `${next}(await cookies()).set('session', t, { ${safe}, maxAge: 15 * 60 });`,
    ),
    suggested(
      `import ms from 'ms';\n${serialize}serialize('sid', id, { maxAge: ms('7d') });`,
      'millisecondsForSeconds',
      `import ms from 'ms';\n${serialize}serialize('sid', id, { maxAge: ms('7d') / 1000 });`,
    ),
    suggested("res.setHeader('Set-Cookie', `sid=${id}; Secure; Max-Age=86400000`);", 'millisecondsForSeconds'),
    // What browsers refuse.
    suggested(
      `res.cookie('sid', id, { sameSite: 'none' });`,
      'noneInsecure',
      `res.cookie('sid', id, { sameSite: 'none', secure: true });`,
    ),
    suggested(
      `res.cookie('sid', id, { sameSite: 'None', secure: false });`,
      'noneInsecure',
      `res.cookie('sid', id, { sameSite: 'None', secure: true });`,
    ),
    suggested(
      `res.cookie('sid', id, { partitioned: true });`,
      'partitionedInsecure',
      `res.cookie('sid', id, { partitioned: true, secure: true });`,
    ),
    suggested(`res.cookie('__Host-sid', id);`, 'prefixInsecure', `res.cookie('__Host-sid', id, { secure: true });`),
    inExpress(
      suggested,
      "session({ name: '__Secure-sid', cookie: { sameSite: 'none' } });",
      'prefixInsecure',
      "session({ name: '__Secure-sid', cookie: { sameSite: 'none', secure: true } });",
    ),
    suggested(
      `${head}session({ name: '__Host-sid', cookie: { secure: true, domain: 'example.com' } });`,
      'prefixDomain',
    ),
    inExpress(
      suggested,
      "session({ name: '__Host-sid', cookie: { secure: true, path: '/app' } });",
      'prefixPath',
      "session({ name: '__Host-sid', cookie: { secure: true, path: '/' } });",
    ),
    suggested(
      `${serialize}serialize('__Host-sid', id, { secure: true });`,
      'prefixNoPath',
      `${serialize}serialize('__Host-sid', id, { secure: true, path: '/' });`,
    ),
    suggested(
      "res.setHeader('Set-Cookie', `sid=${id}; SameSite=None`);",
      'noneInsecure',
      "res.setHeader('Set-Cookie', `sid=${id}; SameSite=None; Secure`);",
      'inHeader',
    ),
    suggested(
      "res.setHeader('Set-Cookie', `__Host-sid=${id}; Secure`);",
      'prefixNoPath',
      "res.setHeader('Set-Cookie', `__Host-sid=${id}; Secure; Path=/`);",
      'inHeader',
    ),
    // What the library refuses.
    suggested(`res.cookie('sid', id, { sameSite: 'laxx' });`, 'refused'),
    suggested(`res.cookie('sid', id, { secure: true, maxAge: '7d' });`, 'noLifetime'),
    suggested(`res.cookie('sid', id, { secure: true, expires: 86400 });`, 'noLifetime'),
    suggested(`res.cookie('sid', id, { secure: true, expires: '1d' });`, 'noLifetime'),
    suggested(`res.cookie('sid', id, { secure: 'auto' });`, 'meansTrue', `res.cookie('sid', id, { secure: true });`),
    suggested(
      `${next}(await cookies()).set('session', t, { ${safe}, sameSite: true });`,
      'refused',
      `${next}(await cookies()).set('session', t, { ${safe}, sameSite: 'strict' });`,
    ),
    // Lifetimes as text, where the library takes them for no number.
    inExpress(
      suggested,
      "session({ cookie: { maxAge: '3600000' } });",
      'noLifetime',
      'session({ cookie: { maxAge: 3600000 } });',
    ),
    suggested(`${head}session({ cookie: { maxAge: '1h' } });`, 'noLifetime'),
    suggested("cookieSession({ keys, maxAge: '3600000' });", 'noLifetime', 'cookieSession({ keys, maxAge: 3600000 });'),
    suggested("cookieSession({ keys, maxage: '3600000' });", 'noLifetime', 'cookieSession({ keys, maxage: 3600000 });'),
    suggested(`${head}session({ cookie: { maxAge: process.env.MAX_AGE || '86400000' } });`, 'noLifetime'),
    suggested(`${head}session({ cookie: { maxAge: process.env.MAX_AGE } });`, 'noLifetime'),
    suggested(`${head}session({ cookie: { maxAge: \`\${60 * 60 * 1000}\` } });`, 'noLifetime'),
    suggested(`${head}const age = String(n);\nsession({ cookie: { maxAge: age } });`, 'noLifetime'),
    suggested(
      "ctx.cookies.set('sid', id, { maxAge: '3600000' });",
      'noLifetime',
      "ctx.cookies.set('sid', id, { maxAge: 3600000 });",
    ),
    suggested(
      `${hono}setCookie(c, 'session', v, { ${safe}, maxAge: '3600' });`,
      'noLifetime',
      `${hono}setCookie(c, 'session', v, { ${safe}, maxAge: 3600 });`,
    ),
    // What is evidently no date.
    ...(
      [
        ['Date.now() + 1800000', 'new Date(Date.now() + 1800000)'],
        ['new Date().getTime() + 1800000', 'new Date(new Date().getTime() + 1800000)'],
        ['new Date().setDate(31)', 'new Date(new Date().setDate(31))'],
        ["moment().add(30, 'days').valueOf()", "new Date(moment().add(30, 'days').valueOf())"],
        ['+new Date() + week', 'new Date(+new Date() + week)'],
        ['new Date(Date.now() + 1800000).toUTCString()'],
        ['new Date(Date.now() + 1800000).toISOString()'],
        ['new Date() + 1800000'],
        ['60 * 60 * hours'],
        ["isLong ? '1d' : '1h'"],
      ] as const
    ).map(([given, cure]) =>
      suggested(
        `res.cookie('session', v, { ${safe}, sameSite: 'lax', expires: ${given} });`,
        'noLifetime',
        cure && `res.cookie('session', v, { ${safe}, sameSite: 'lax', expires: ${cure} });`,
      ),
    ),
    // A point in time where a duration is counted.
    suggested(`${head}session({ cookie: { expires: Date.now() + 1800000 } });`, 'moment'),
    inExpress(
      suggested,
      'session({ cookie: { maxAge: Date.now() + 1800000 } });',
      'moment',
      'session({ cookie: { maxAge: 1800000 } });',
    ),
    suggested(
      "res.cookie('sid', id, { secure: true, maxAge: new Date().getTime() + week });",
      'moment',
      "res.cookie('sid', id, { secure: true, maxAge: week });",
    ),
    suggested(`${next}(await cookies()).set('session', t, { ${safe}, maxAge: Date.now() + 3600 });`, 'moment'),
    // Other words for a lifetime.
    moved(
      `res.cookie('session', v, { ${safe}, expire: new Date(Date.now() + 1800000) });`,
      'misspelt',
      `res.cookie('session', v, { ${safe}, expires: new Date(Date.now() + 1800000) });`,
    ),
    ...['expire', 'expiry', 'expiration', 'expiresIn', 'expiresAt', 'age'].map((key) =>
      inExpress(
        moved,
        `session({ cookie: { ${key}: 3600000 } });`,
        'misspelt',
        'session({ cookie: { expires: 3600000 } });',
      ),
    ),
    multiplied(
      `${head}session({ cookie: { expire: 3600 } });`,
      `${head}session({ cookie: { expires: 3600 * 1000 } });`,
    ),
    moved('cookieSession({ keys, expire: 3600000 });', 'misspelt', 'cookieSession({ keys, maxAge: 3600000 });'),
    moved("cookieSession({ keys, expiresIn: '7d' });", 'misspelt', "cookieSession({ keys, maxAge: '7d' });"),
    moved(
      "res.cookie('sid', id, { secure: true, expiry: soon });",
      'misspelt',
      "res.cookie('sid', id, { secure: true, expires: soon });",
    ),
    // The object of the options under another name.
    ...[
      'cooke',
      'cookei',
      'cokie',
      'coookie',
      'Cookie',
      'COOKIE',
      'cookies',
      'cookieOptions',
      'cookieOpts',
      'cookieSettings',
      'options',
      'sessionCookie',
    ].map((key) =>
      inExpress(
        moved,
        `session({ ${key}: { secure: true, maxAge: 3600000 } });`,
        'inside',
        'session({ cookie: { secure: true, maxAge: 3600000 } });',
      ),
    ),
    moved('cookieSession({ keys, cooke: { secure: true } });', 'inside', 'cookieSession({ keys, secure: true });'),
    moved(
      `${iron}getIronSession(req, res, { password, cookieOption: { sameSite: 'strict' } });`,
      'inside',
      `${iron}getIronSession(req, res, { password, cookieOptions: { sameSite: 'strict' } });`,
    ),
    // Dead on arrival, and a 0 that does nothing.
    suggested(`${head}session({ cookie: { maxAge: 0 } });`, 'dead'),
    suggested(`${head}session({ cookie: { maxAge: -1 } });`, 'dead'),
    suggested(`${head}session({ cookie: { expires: new Date(0) } });`, 'dead'),
    suggested(`${head}session({ cookie: { expires: new Date() } });`, 'dead'),
    suggested(`${head}session({ cookie: { expires: new Date(Date.now() - 1000) } });`, 'dead'),
    suggested(
      `${remix}createCookieSessionStorage({ cookie: { name: '__session', secrets, ${safe}, maxAge: 0 } });`,
      'dead',
    ),
    suggested('cookieSession({ keys, maxAge: 0 });', 'zeroIgnored'),
    suggested('cookieSession({ keys, expires: new Date(0) });', 'dead'),
    suggested("import s from '@fastify/session'; app.register(s, { secret, cookie: { maxAge: 0 } });", 'zeroIgnored'),
    // Longer than the library takes; in the wrong unit it is another mistake.
    suggested(`${hono}setCookie(c, 'session', v, { ${safe}, maxAge: 60 * 60 * 24 * 500 });`, 'tooLong'),
    suggested(
      `${hono}setCookie(c, 'session', v, { ${safe}, expires: new Date(Date.now() + 34560001000) });`,
      'tooLong',
    ),
    suggested(
      `${hono}setCookie(c, 'session', v, { ${safe}, maxAge: 86400000 });`,
      'millisecondsForSeconds',
      `${hono}setCookie(c, 'session', v, { ${safe}, maxAge: 86400 });`,
    ),
    // Hours in seconds that make no whole days.
    suggested(
      "res.cookie('sid', id, { maxAge: 36 * 60 * 60 });",
      'secondsForMilliseconds',
      "res.cookie('sid', id, { maxAge: 36 * 60 * 60 * 1000 });",
    ),
    suggested(
      "res.cookie('sid', id, { maxAge: 60 * 60 * 30 });",
      'secondsForMilliseconds',
      "res.cookie('sid', id, { maxAge: 60 * 60 * 30 * 1000 });",
    ),
    suggested(
      "const hour = 3600;\nres.cookie('sid', id, { maxAge: hour * 30 });",
      'secondsForMilliseconds',
      "const hour = 3600;\nres.cookie('sid', id, { maxAge: hour * 30 * 1000 });",
    ),
    suggested(
      "import s from 'koa-session'; app.use(s({ sameSite: true }, app));",
      'refused',
      "import s from 'koa-session'; app.use(s({ sameSite: 'strict' }, app));",
    ),
    // Said in a request, of its own session.
    inExpress(
      suggested,
      'req.session.cookie.maxAge = 3600;',
      'secondsForMilliseconds',
      'req.session.cookie.maxAge = 3600 * 1000;',
    ),
    inExpress(
      suggested,
      "req.session.cookie.maxAge = '3600000';",
      'noLifetime',
      'req.session.cookie.maxAge = 3600000;',
    ),
    inExpress(
      suggested,
      'req.session.cookie.maxAge = Date.now() + 3600000;',
      'moment',
      'req.session.cookie.maxAge = 3600000;',
    ),
    // Signed with nothing.
    suggested(
      `${parser}app.use(cookieParser());\nres.cookie('sid', id, { secure: true, signed: true });`,
      'unsignable',
    ),
    suggested(
      `app.use(require('cookie-parser')());\nres.cookie('sid', id, { secure: true, signed: true });`,
      'unsignable',
    ),
    // Defaults that are dropped.
    suggested(
      `${v4}export const c: NextAuthOptions = { cookies: { sessionToken: { name: 'a', options: { sameSite: 'lax' } } } };`,
      'defaults',
      `${v4}export const c: NextAuthOptions = { cookies: { sessionToken: { name: 'a', options: { sameSite: 'lax', httpOnly: true, secure: true, path: '/' } } } };`,
      'addAll',
    ),
    suggested(
      `${v4}export const c: NextAuthOptions = { cookies: { sessionToken: { name: 'a' } } };`,
      'defaults',
      `${v4}export const c: NextAuthOptions = { cookies: { sessionToken: { name: 'a', options: { httpOnly: true, sameSite: 'lax', secure: true, path: '/' } } } };`,
      'addAll',
    ),
    // A date that is worked out once.
    inExpress(
      moved,
      'app.use(session({ cookie: { expires: new Date(Date.now() + 3600000) } }));',
      'expiry',
      'app.use(session({ cookie: { maxAge: 3600000 } }));',
    ),
    inExpress(
      moved,
      'const start = () => { app.use(session({ cookie: { expires: new Date(Date.now() + 3600000) } })); };',
      'expiry',
      'const start = () => { app.use(session({ cookie: { maxAge: 3600000 } })); };',
    ),
    moved(
      'cookieSession({ keys, expires: new Date(+new Date() + week) });',
      'expiry',
      'cookieSession({ keys, maxAge: week });',
    ),
    suggested(`${head}session({ cookie: { expires: new Date('2035-01-01') } });`, 'expiry'),
    suggested(
      "const options = { secure: true, expires: new Date(Date.now() + 864e5) };\nexport const f = (res) => res.cookie('jwt', token, options);",
      'expiry',
      "const options = { secure: true, maxAge: 864e5 };\nexport const f = (res) => res.cookie('jwt', token, options);",
      'move',
    ),
    suggested(
      "import { createCookie } from 'react-router';\nexport const c = createCookie('session', { secure: true, expires: new Date(Date.now() + 60000) });",
      'expiry',
    ),
  ],
});

describe('by the installed version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ineffective-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const reportsWith = (module: string, version: string, code: string): string[] => {
    const installed = join(folder, version, 'node_modules', module);
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(installed, 'package.json'), JSON.stringify({ version }));
    const filename = join(folder, version, 'app.js');
    return shown(lint(code, { filename, cwd: folder })).filter((line) => line.startsWith('no-ineffective'));
  };

  it('knows what a library refuses from one version on', () => {
    const code = "import session from 'koa-session'; app.use(session({ sameSite: true }, app));";
    expect(reportsWith('koa-session', '7.0.2', code)).toEqual(['no-ineffective-cookie-option 1']);
    expect(reportsWith('koa-session', '6.4.0', code)).toEqual([]);
  });

  it('knows what it replaced before', () => {
    const code =
      "import NextAuth from 'next-auth'; NextAuth({ cookies: { sessionToken: { options: { sameSite: 'lax' } } } });";
    expect(reportsWith('next-auth', '4.24.15', code)).toEqual(['no-ineffective-cookie-option 1']);
    expect(reportsWith('next-auth', '5.0.0-beta.32', code)).toEqual([]);
  });
});

describe('with all rules on', () => {
  const about = (code: string): string[] =>
    lint(code).map(({ ruleId = '', column }) => `${ruleId?.replace('session-secrets/', '')} ${column}`);

  it.each([
    [
      "res.cookie('sid', id, { httponly: true, samesite: 'lax', secure: true });",
      ['no-ineffective-cookie-option 25', 'no-ineffective-cookie-option 41'],
    ],
    [
      "res.cookie('sid', id, { httpOnly: true, sameSite: 'lax', isSecure: true });",
      ['no-ineffective-cookie-option 58'],
    ],
    // Nothing is put beside a misspelt object.
    [
      "import s from 'express-session'; s({ store, secret, name: 'id', cooke: { secure: true } });",
      ['no-ineffective-cookie-option 65'],
    ],
    [
      "import s from 'express-session'; s({ store, secret, name: 'id', options: { httpOnly: true } });",
      ['no-ineffective-cookie-option 65'],
    ],
    [
      "import s from 'express-session'; s({ store, secret, name: 'id', cooke: { secure: true }, cookie: {} });",
      ['require-same-site-cookie 34', 'no-ineffective-cookie-option 65'],
    ],
    // A lifetime that is over, or that throws, is not a long one.
    [
      "import { setCookie } from 'hono/cookie'; setCookie(c, 'session', v, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 60 * 60 * 24 * 500 });",
      ['no-ineffective-cookie-option 126'],
    ],
    [
      "cookieSession({ keys, name: 'id', cookie: { secure: true, sameSite: 'lax' } });",
      ['no-ineffective-cookie-option 35'],
    ],
    // What it says is off is off: that is the other rule's finding.
    ["res.cookie('sid', id, { httponly: false, sameSite: 'lax', secure: true });", ['require-http-only-cookie 1']],
    // Two dangers, and a cookie that browsers do not take is not sent over plain HTTP.
    [
      "res.cookie('sid', id, { httpOnly: true, sameSite: 'none' });",
      ['no-ineffective-cookie-option 51', 'require-same-site-cookie 51'],
    ],
    ["res.cookie('__Host-sid', id, { httpOnly: true, sameSite: 'lax' });", ['no-ineffective-cookie-option 12']],
    ["res.setHeader('Set-Cookie', `sid=${id}; Secure; Http-Only; SameSite=Lax`);", ['no-ineffective-cookie-option 29']],
  ])('each danger is told once: %s', (code, expected) => {
    expect(about(code)).toEqual(expected);
  });

  it('a key that is mended is judged in the same run', () => {
    const code =
      "import session from 'express-session';\napp.use(session({ store, secret, cookie: { secure: true, samesite: 'lax' } }));\n";
    const { output, messages } = fix(code);
    expect(output).toContain("cookie: { secure: true, sameSite: 'lax' }");
    expect(shown(messages).filter((line) => /cookie/.test(line))).toEqual([]);
  });
});
