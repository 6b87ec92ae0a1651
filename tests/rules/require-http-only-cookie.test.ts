import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import rule from '../../src/rules/require-http-only-cookie';
import { importForms } from '../support/import-forms';

const ruleTester = new RuleTester();
const head = "import session from 'express-session';\n";

type Ids = 'absent' | 'off' | 'removed' | 'configured' | 'missingInHeader';
type Case = Parameters<typeof ruleTester.run<Ids | 'set', []>>[2]['invalid'][number];

const fixed = (code: string, messageId: Ids, output: string): Case => ({
  name: code,
  code,
  output,
  errors: [{ messageId }],
});
const suggested = (code: string, messageId: Ids, output: string): Case => ({
  name: code,
  code,
  errors: [{ messageId, suggestions: [{ messageId: 'set', output }] }],
});

const inExpress = (code: string, messageId: Ids, output: string): Case => fixed(head + code, messageId, head + output);
const storage = "import { createCookieSessionStorage } from '@remix-run/node';\n";
const inStorage = (code: string, output: string): Case => fixed(storage + code, 'absent', storage + output);

ruleTester.run('require-http-only-cookie', rule, {
  valid: [
    '',
    'export default { session: { cookie: { secure: true } } };',
    'export default { csrf: { cookie: { httpOnly: false } } };',
    // Whoever reads the object sets what it declares.
    "const cookie = { name: 'session', httpOnly: true }; reply.setCookie(cookie.name, id);",
    "const cookie = { name: 'session', sameSite: 'lax' }; const cookieName = cookie.name; res.cookie(cookieName, id, { secure: true });",
    // Who it is, beside the token that lets in.
    "app.post('/login', (req, res) => { res.cookie('access_token', token, { httpOnly: true }); res.cookie('userId', id); });",
    "app.post('/login', (req, res) => { if (ok) { res.cookie('user_id', id); res.cookie('jwt', token, { httpOnly: true }); } });",
    ...[
      // On by default.
      'session();',
      'session({});',
      'session({ cookie: {} });',
      'session({ cookie: { secure: false } });',
      'session({ cookie: { httpOnly: true } });',
      'session({ cookie: { httpOnly: 1 } });',
      'session({ cookie: { httpOnly } });',
      'session({ cookie: { httpOnly: !debug } });',
      'session({ cookie: { httpOnly: debug ? false : true } });',
      'session({ cookie: { httpOnly: process.env.X || false } });',
      'session({ cookie: { httponly: false } });',
      'session({ httpOnly: false });',
      'session({ cookie: { httpOnly: false }, ...options });',
      'session({ cookie: { httpOnly: false, ...(x && { httpOnly: true }) } });',
      'session({ cookie: { httpOnly: false, httpOnly: true } });',
      'session({ cookie: { get httpOnly() { return false; } } });',
      'const options = { cookie: { httpOnly: false } }; options.cookie.httpOnly = true; session(options);',
      'const options = { cookie: { httpOnly: false } }; if (x) { options.cookie.httpOnly = true; } session(options);',
      'const options = { cookie: { httpOnly: false } }; options[key] = value; session(options);',
    ].map((code) => head + code),
    // An explicit undefined leaves these at their safe default.
    'cookieSession({ httpOnly: undefined });',
    "import s from '@fastify/session'; app.register(s, { cookie: { httpOnly: undefined } });",
    "import s from '@fastify/secure-session'; app.register(s, { cookie: { httpOnly: undefined } });",
    `${storage}createCookieSessionStorage({ cookie: { httpOnly: true } });`,
    `${storage}createCookieSessionStorage({ cookie });`,
    `${storage}createCookieSessionStorage({ cookie: sessionCookie });`,
    `${storage}createCookieSessionStorage(options);`,
    `${storage}createCookieSessionStorage({ cookie: { ...options } });`,
    "import { createCookie } from '@remix-run/node'; createCookie('theme', {});",
    "import { createCookie } from '@remix-run/node'; createCookie('session', { httpOnly: true });",
    "ctx.cookies.set('sid', id);",
    "ctx.cookies.set('sid', id, { httpOnly: true });",
    "res.cookie('sid', id, { httpOnly: true });",
    "res.cookie('sid', id, options);",
    "res.cookie('XSRF-TOKEN', token);",
    "res.cookie('theme', 'dark', { httpOnly: false });",
    "res.cookie('sid', '', { maxAge: 0 });",
    "res.clearCookie('sid');",
    "res.setHeader('Set-Cookie', `sid=${id}; httponly`);",
    "res.setHeader('Set-Cookie', `theme=${id}`);",
    "res.setHeader('Set-Cookie', ['sid=' + id, 'HttpOnly'].join('; '));",
    "import cookie from '@fastify/cookie'; app.register(cookie, { parseOptions: { httpOnly: true } }); reply.setCookie('sid', id);",
  ].map((code) => ({ name: code || 'nothing', code })),

  invalid: [
    suggested(
      'export default { session: { cookie: { httpOnly: false } } };',
      'configured',
      'export default { session: { cookie: { httpOnly: true } } };',
    ),
    suggested(
      "app.post('/login', (req, res) => { res.cookie('userId', id); });",
      'absent',
      "app.post('/login', (req, res) => { res.cookie('userId', id, { httpOnly: true }); });",
    ),
    suggested(
      "const a = (res) => { res.cookie('userId', id); }; const b = (res) => { res.cookie('jwt', token, { httpOnly: true }); };",
      'absent',
      "const a = (res) => { res.cookie('userId', id, { httpOnly: true }); }; const b = (res) => { res.cookie('jwt', token, { httpOnly: true }); };",
    ),
    inExpress('session({ cookie: { httpOnly: false } });', 'off', 'session({ cookie: { httpOnly: true } });'),
    inExpress('session({ cookie: { httpOnly: !true } });', 'off', 'session({ cookie: { httpOnly: true } });'),
    inExpress('session({ cookie: { httpOnly: 0 } });', 'off', 'session({ cookie: { httpOnly: true } });'),
    inExpress("session({ cookie: { httpOnly: '' } });", 'off', 'session({ cookie: { httpOnly: true } });'),
    inExpress('session({ cookie: { httpOnly: null } });', 'off', 'session({ cookie: { httpOnly: true } });'),
    inExpress('session({ cookie: { httpOnly: undefined } });', 'removed', 'session({ cookie: { httpOnly: true } });'),
    inExpress('session({ cookie: { httpOnly: void 0 } });', 'removed', 'session({ cookie: { httpOnly: true } });'),
    inExpress(
      'const cookie = { httpOnly: false }; session({ cookie });',
      'off',
      'const cookie = { httpOnly: true }; session({ cookie });',
    ),
    inExpress(
      'const options = {}; options.cookie = { httpOnly: false }; session(options);',
      'off',
      'const options = {}; options.cookie = { httpOnly: true }; session(options);',
    ),
    inExpress(
      'const options = { cookie: {} }; options.cookie.httpOnly = false; session(options);',
      'off',
      'const options = { cookie: {} }; options.cookie.httpOnly = true; session(options);',
    ),
    inExpress(
      'const options = { cookie: {} }; Object.assign(options.cookie, { httpOnly: false }); session(options);',
      'off',
      'const options = { cookie: {} }; Object.assign(options.cookie, { httpOnly: true }); session(options);',
    ),
    inExpress(
      'session({\n  cookie: {\n    httpOnly: false, // for the widget\n    path: "/",\n  },\n});',
      'off',
      'session({\n  cookie: {\n    httpOnly: true, // for the widget\n    path: "/",\n  },\n});',
    ),
    {
      name: 'a constant that others read is left to the reader',
      code: `${head}const HTTP_ONLY = false; session({ cookie: { httpOnly: HTTP_ONLY } }); other(HTTP_ONLY);`,
      errors: [
        {
          messageId: 'off',
          suggestions: [
            {
              messageId: 'set',
              output: `${head}const HTTP_ONLY = true; session({ cookie: { httpOnly: HTTP_ONLY } }); other(HTTP_ONLY);`,
            },
          ],
        },
      ],
    },
    {
      name: 'so is an object that is exported',
      code: `${head}export const options = { cookie: { httpOnly: false } }; session(options);`,
      errors: [
        {
          messageId: 'off',
          data: { library: 'express-session', option: 'cookie.httpOnly', value: 'false' },
          suggestions: [
            {
              messageId: 'set',
              output: `${head}export const options = { cookie: { httpOnly: true } }; session(options);`,
            },
          ],
        },
      ],
    },
    {
      name: 'two arms that are both off',
      code: `${head}session({ cookie: { httpOnly: x ? false : 0 } });`,
      output: `${head}session({ cookie: { httpOnly: true } });`,
      errors: [{ messageId: 'off', column: 31, endColumn: 44 }],
    },
    {
      name: 'a conditional object that is off in both arms',
      code: `${head}session(x ? { cookie: { httpOnly: false } } : { cookie: { httpOnly: false } });`,
      errors: [{ messageId: 'off', suggestions: 1 as never }],
    },
    ...importForms('express-session').map(({ name, head: before, callee, only }): Case => ({
      name,
      code: `${before}${callee}({ cookie: { httpOnly: false } });`,
      output: `${before}${callee}({ cookie: { httpOnly: true } });`,
      errors: [{ messageId: 'off' }],
      ...(only === 'typescript' ? {} : { languageOptions: { parser: espree as never } }),
    })),

    inStorage('createCookieSessionStorage({});', 'createCookieSessionStorage({ cookie: { httpOnly: true } });'),
    inStorage(
      'createCookieSessionStorage({ cookie: {} });',
      'createCookieSessionStorage({ cookie: { httpOnly: true } });',
    ),
    inStorage(
      "createCookieSessionStorage({ cookie: { name: 'a' } });",
      "createCookieSessionStorage({ cookie: { name: 'a', httpOnly: true } });",
    ),
    inStorage(
      "createCookieSessionStorage({\n  cookie: {\n    name: 'a',\n    secrets: [s], // signed\n  }\n});",
      "createCookieSessionStorage({\n  cookie: {\n    name: 'a',\n    secrets: [s], // signed\n    httpOnly: true,\n  }\n});",
    ),
    inStorage(
      'createCookieSessionStorage({ cookie: { /* all defaults */ } });',
      'createCookieSessionStorage({ cookie: { /* all defaults */ httpOnly: true } });',
    ),
    {
      name: 'a storage with no options at all',
      code: `${storage}createCookieSessionStorage();`,
      errors: [
        {
          messageId: 'absent',
          data: { library: '@remix-run/node', option: 'cookie.httpOnly' },
          suggestions: [
            { messageId: 'set', output: `${storage}createCookieSessionStorage({ cookie: { httpOnly: true } });` },
          ],
        },
      ],
    },
    fixed('cookieSession({ httpOnly: false });', 'off', 'cookieSession({ httpOnly: true });'),

    suggested(
      "const cookie = { name: 'sid', label: 'x' }; res.cookie(cookie.name, id);",
      'absent',
      "const cookie = { name: 'sid', label: 'x' }; res.cookie(cookie.name, id, { httpOnly: true });",
    ),
    suggested(
      "const cookie = { key: 'sid', httpOnly: true }; res.cookie(cookie.key, id);",
      'absent',
      "const cookie = { key: 'sid', httpOnly: true }; res.cookie(cookie.key, id, { httpOnly: true });",
    ),
    suggested("res.cookie('sid', id);", 'absent', "res.cookie('sid', id, { httpOnly: true });"),
    suggested(
      "res.cookie('sid', id, { secure: true });",
      'absent',
      "res.cookie('sid', id, { secure: true, httpOnly: true });",
    ),
    suggested("res.cookie('sid', id, { httpOnly: false });", 'off', "res.cookie('sid', id, { httpOnly: true });"),
    suggested(
      "res.cookie(`session_${id}`, id, {\n  path: '/',\n});",
      'absent',
      "res.cookie(`session_${id}`, id, {\n  path: '/',\n  httpOnly: true,\n});",
    ),
    suggested(
      "ctx.cookies.set('sid', id, { httpOnly: false });",
      'off',
      "ctx.cookies.set('sid', id, { httpOnly: true });",
    ),
    suggested("reply.setCookie('sid', id);", 'absent', "reply.setCookie('sid', id, { httpOnly: true });"),
    suggested(
      "import cookie from '@fastify/cookie'; app.register(cookie, { parseOptions: { path: '/' } }); reply.setCookie('sid', id);",
      'absent',
      "import cookie from '@fastify/cookie'; app.register(cookie, { parseOptions: { path: '/' } }); reply.setCookie('sid', id, { httpOnly: true });",
    ),
    suggested(
      "import { createCookie } from '@remix-run/node'; createCookie('session');",
      'absent',
      "import { createCookie } from '@remix-run/node'; createCookie('session', { httpOnly: true });",
    ),
    suggested(
      "res.setHeader('Set-Cookie', `sid=${id}; Secure`);",
      'missingInHeader',
      "res.setHeader('Set-Cookie', `sid=${id}; Secure; HttpOnly`);",
    ),
    suggested(
      "res.setHeader('Set-Cookie', ['sid=' + id, 'Secure'].join('; '));",
      'missingInHeader',
      "res.setHeader('Set-Cookie', ['sid=' + id, 'Secure', 'HttpOnly'].join('; '));",
    ),
  ],
});
