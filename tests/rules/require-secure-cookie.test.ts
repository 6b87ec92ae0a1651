import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import rule from '../../src/rules/require-secure-cookie';
import { importForms } from '../support/import-forms';

const ruleTester = new RuleTester();

const production = "process.env.NODE_ENV === 'production'";
const head = "import session from 'express-session';\n";

type Ids = 'absent' | 'off' | 'removed' | 'configured' | 'missingInHeader' | 'always' | 'auto' | 'production';
type Case = Parameters<
  typeof ruleTester.run<Ids, [{ autofix?: 'always' | 'auto' | 'production' }]>
>[2]['invalid'][number];

/** A report whose suggestions put a value in place of `□` and leave it out where there is none. */
const report = (
  code: string,
  messageId: Ids,
  shape: string,
  ids: readonly Ids[] = ['always', 'auto', 'production'],
  more: Partial<Case> = {},
): Case => {
  const values: Partial<Record<Ids, string>> = { always: 'true', auto: "'auto'", production };
  return {
    name: `${code} ${JSON.stringify(more.options ?? '')}`,
    code,
    errors: [
      { messageId, suggestions: ids.map((id) => ({ messageId: id, output: shape.replace('□', values[id] ?? '') })) },
    ],
    ...more,
  };
};

/** In express-session, after its import. */
const inExpress = (before: string, messageId: Ids, shape: string): Case =>
  report(head + before, messageId, head + shape);

/** In a cookie written by `res.cookie`, which knows no `'auto'`. */
const inCookie = (before: string, messageId: Ids, shape: string): Case =>
  report(before, messageId, shape, ['always', 'production']);

ruleTester.run('require-secure-cookie', rule, {
  valid: [
    '',
    'session;',
    'export default { session: { cookie: { httpOnly: true } } };',
    'export default { cookie: { secure: false } };',
    ...[
      'session({ cookie: { secure: true } });',
      "session({ cookie: { secure: 'auto' } });",
      'session({ cookie: { secure: isProduction } });',
      "session({ cookie: { secure: process.env.NODE_ENV === 'production' } });",
      "session({ cookie: { secure: process.env.NODE_ENV !== 'development' } });",
      'session({ cookie: { secure: !isDevelopment } });',
      'session({ cookie: { secure: Boolean(process.env.SECURE) } });',
      "session({ cookie: { secure: process.env.SECURE === 'true' || false } });",
      'session({ cookie: { secure: x ? true : false } });',
      "session({ cookie: { secure: app.get('env') === 'production' } });",
      'session({ cookie: { secure } });',
      "session({ cookie: { secure: 'false' } });",
      'session({ ...options });',
      'session({ cookie: { secure: false }, ...options });',
      'session({ cookie: { secure: false, ...options } });',
      'session({ cookie: options });',
      'session({ cookie: options.cookie });',
      'session({ cookie: cookieOptions() });',
      'session(options);',
      'session(options());',
      'session(...options);',
      'session({ cookie: { [attribute]: true } });',
      'session({ get cookie() { return { secure: true }; } });',
      'session({ __proto__: defaults });',
      'session(Object.assign({}, defaults));',
      'session({ cookie: { ...(isProduction && { secure: true }) } });',
      'session({ ...(isProduction ? { cookie: { secure: true } } : {}) });',
      'session(isProduction ? { cookie: { secure: true } } : { cookie: { secure: false } });',
      'session({ cookie: { secure: false }, cookie: { secure: true } });',
      'const options = { cookie: {} }; if (isProduction) { options.cookie.secure = true; } session(options);',
      "const options = { cookie: {} }; if (app.get('env') === 'production') options.cookie.secure = true; session(options);",
      'const options = { cookie: {} }; options.cookie.secure = true; session(options);',
      'const options = { cookie: { secure: false } }; session(options); options.cookie.secure = true;',
      'const options = {}; configure(options); session(options);',
      'const options = {}; options[key] = value; session(options);',
      'const options = { cookie: {} }; Object.assign(options.cookie, more); session(options);',
      'let secure = false; if (isProduction) secure = true; session({ cookie: { secure } });',
      'function options(secure) { return { cookie: { secure } }; } session(options(true)); other(options(false));',
      'export const start = (options) => session(options);',
      'class App { options = {}; set(options) { this.options = options; } use() { session(this.options); } }',
      'const session2 = (options) => session(options); session2(given);',
      'const session2 = (options) => session(options); export { session2 }; session2({});',
      'const session2 = (options) => session(options); session2(...list);',
    ].map((code) => ({ name: code, code: head + code })),
    { name: 'another module', code: "import session from './session'; session({ resave: false });" },
    { name: 'a parameter of the same name', code: `${head}export const f = (session) => session({});` },
    {
      name: 'a name that is written again',
      code: "let session = require('express-session'); session = fake; session({});",
    },
    { name: 'a driver', code: 'const s = driver.session({ database: "x" });' },
    // Secure without being told.
    "cookieSession({ name: 'session' });",
    "import session from '@fastify/session'; app.register(session, { secret });",
    "import session from 'koa-session'; app.use(session({ key: 'sid' }, app));",
    "import { getIronSession } from 'iron-session'; getIronSession(req, res, { password, cookieName: 'x' });",
    "import NextAuth from 'next-auth'; export default NextAuth({ providers: [] });",
    "ctx.cookies.set('sid', id);",
    "import type { SessionOptions } from 'iron-session'; export const o: SessionOptions = { password, cookieOptions: { secure: isProduction } };",
    // No session.
    "res.cookie('theme', 'dark');",
    'res.cookie(name, value);',
    "res.cookie('XSRF-TOKEN', token);",
    "res.cookies('sid', id);",
    "const res = fake(); jar.cookie('sid', id);",
    // Secure, or not known to be otherwise.
    "res.cookie('sid', id, { secure: true });",
    "res.cookie('sid', id, { secure: req.secure });",
    "res.cookie('sid', id, options);",
    "res.cookie('sid', id, { ...options });",
    "res.setHeader('Set-Cookie', `sid=${id}; Secure; HttpOnly`);",
    "res.setHeader('Set-Cookie', `sid=${id}${secure ? '; Secure' : ''}`);",
    'res.setHeader("Set-Cookie", `sid=${id}; ${flags}`);',
    "import cookie from '@fastify/cookie'; app.register(cookie, { parseOptions: { secure: true } }); reply.setCookie('sid', id);",
    "import cookie from '@fastify/cookie'; app.register(cookie, options); reply.setCookie('sid', id);",
    // Deletions.
    "res.clearCookie('sid');",
    "res.cookie('sid', '', { maxAge: 0 });",
    "res.cookie('sid', '', { expires: new Date(0) });",
    "res.setHeader('Set-Cookie', 'sid=; Max-Age=0');",
  ].map((one) => (typeof one === 'string' ? { name: one || 'nothing', code: one } : one)),

  invalid: [
    report(
      'module.exports = { sessionSecret: process.env.SESSION_SECRET, sessionCookie: { httpOnly: true, secure: false } };',
      'configured',
      'module.exports = { sessionSecret: process.env.SESSION_SECRET, sessionCookie: { httpOnly: true, secure: □ } };',
      ['always', 'production'],
    ),
    report(
      'export default { session: { cookie: { secure: false } as const } };',
      'configured',
      'export default { session: { cookie: { secure: □ } as const } };',
      ['always', 'production'],
      { options: [{ autofix: 'always' }] },
    ),
    inExpress('session({});', 'absent', 'session({ cookie: { secure: □ } });'),
    inExpress(
      'function options(secure) { return { cookie: { secure } }; } session(options(false)); other(options(true));',
      'off',
      'function options(secure) { return { cookie: { secure } }; } session(options(□)); other(options(true));',
    ),
    inExpress(
      'const session2 = (options) => session(options); session2({});',
      'absent',
      'const session2 = (options) => session(options); session2({ cookie: { secure: □ } });',
    ),
    inExpress('session();', 'absent', 'session({ cookie: { secure: □ } });'),
    inExpress('session({ secret });', 'absent', 'session({ secret, cookie: { secure: □ } });'),
    inExpress('session({ secret, });', 'absent', 'session({ secret, cookie: { secure: □ }, });'),
    inExpress('session({ ...options, cookie: {} });', 'absent', 'session({ ...options, cookie: { secure: □ } });'),
    inExpress('session({ cookie: { maxAge: 1 } });', 'absent', 'session({ cookie: { maxAge: 1, secure: □ } });'),
    inExpress(
      'session({\n  secret,\n  cookie: {\n    maxAge: 1, // one\n  },\n});',
      'absent',
      'session({\n  secret,\n  cookie: {\n    maxAge: 1, // one\n    secure: □,\n  },\n});',
    ),
    inExpress('session({\n  secret // yes\n});', 'absent', 'session({\n  secret, // yes\n  cookie: { secure: □ }\n});'),
    inExpress('session({ cookie: { /* none */ } });', 'absent', 'session({ cookie: { /* none */ secure: □ } });'),
    inExpress('session({ cookie: { secure: false } });', 'off', 'session({ cookie: { secure: □ } });'),
    inExpress('session({ cookie: { secure: !1 } });', 'off', 'session({ cookie: { secure: □ } });'),
    inExpress('session({ cookie: { secure: 0 } });', 'off', 'session({ cookie: { secure: □ } });'),
    inExpress('session({ cookie: { secure: undefined } });', 'off', 'session({ cookie: { secure: □ } });'),
    inExpress('session({ cookie: { secure: null } });', 'off', 'session({ cookie: { secure: □ } });'),
    inExpress("session({ 'cookie': { 'secure': false } });", 'off', "session({ 'cookie': { 'secure': □ } });"),
    inExpress(
      'session({ cookie: { secure: false as boolean } });',
      'off',
      'session({ cookie: { secure: □ as boolean } });',
    ),
    inExpress(
      'session({ ...options, cookie: { ...more, secure: false } });',
      'off',
      'session({ ...options, cookie: { ...more, secure: □ } });',
    ),
    inExpress(
      'session(Object.freeze({ cookie: { secure: false } }));',
      'off',
      'session(Object.freeze({ cookie: { secure: □ } }));',
    ),
    inExpress(
      'session(Object.assign({}, defaults, { cookie: { secure: false } }));',
      'off',
      'session(Object.assign({}, defaults, { cookie: { secure: □ } }));',
    ),
    inExpress(
      'const cookie = { secure: false }; session({ cookie });',
      'off',
      'const cookie = { secure: □ }; session({ cookie });',
    ),
    inExpress(
      'const SECURE = false; session({ cookie: { secure: SECURE } });',
      'off',
      'const SECURE = □; session({ cookie: { secure: SECURE } });',
    ),
    inExpress(
      'const options = { cookie: { secure: false } }; session({ ...options });',
      'off',
      'const options = { cookie: { secure: □ } }; session({ ...options });',
    ),
    inExpress(
      'const options = { cookie: { secure: true } }; options.cookie.secure = false; session(options);',
      'off',
      'const options = { cookie: { secure: true } }; options.cookie.secure = □; session(options);',
    ),
    inExpress(
      'const options = () => ({ cookie: { secure: false } }); session(options());',
      'off',
      'const options = () => ({ cookie: { secure: □ } }); session(options());',
    ),
    inExpress(
      'class App { options = { cookie: { secure: false } }; use() { session(this.options); } }',
      'off',
      'class App { options = { cookie: { secure: □ } }; use() { session(this.options); } }',
    ),
    inExpress(
      'const config = { session: { cookie: { secure: false } }, port: 1 }; session(config.session); listen(config.port);',
      'off',
      'const config = { session: { cookie: { secure: □ } }, port: 1 }; session(config.session); listen(config.port);',
    ),
    inExpress(
      'const options = { cookie: {} }; console.log(options); session(options);',
      'absent',
      'const options = { cookie: { secure: □ } }; console.log(options); session(options);',
    ),
    inExpress(
      'app.use(session({ cookie: (req) => ({ secure: false }) }));',
      'off',
      'app.use(session({ cookie: (req) => ({ secure: □ }) }));',
    ),
    {
      name: 'nothing is offered where a comment would be lost',
      code: `${head}session({ cookie: { secure: !/* not yet */1 } });`,
      errors: [{ messageId: 'off', suggestions: null }],
    },
    {
      name: 'nothing is offered where there is no place for it',
      code: `${head}session({ cookie: undefined });`,
      errors: [{ messageId: 'absent', suggestions: null }],
    },
    {
      name: 'two set-ups that share one object are one fault',
      code: `${head}const options = { cookie: { secure: false } }; session(options); session(options);`,
      errors: [
        {
          messageId: 'off',
          data: { library: 'express-session', option: 'cookie.secure', value: 'false' },
          suggestions: 3 as never,
        },
      ],
    },
    {
      name: 'the callee is reported where nothing is written',
      code: `${head}app.use(session({}));`,
      errors: [
        {
          messageId: 'absent',
          line: 2,
          column: 9,
          endColumn: 16,
          data: { library: 'express-session', option: 'cookie.secure' },
          suggestions: 3 as never,
        },
      ],
    },
    {
      name: 'the value is reported where it is written',
      code: `${head}const SECURE = false;\napp.use(session({ cookie: { secure: SECURE } }));`,
      errors: [{ messageId: 'off', line: 2, column: 16, endColumn: 21, suggestions: 3 as never }],
    },
    ...importForms('express-session').map(({ name, head: before, callee, only }) =>
      report(
        `${before}${callee}({ cookie: { secure: false } });`,
        'off',
        `${before}${callee}({ cookie: { secure: □ } });`,
        undefined,
        {
          name,
          ...(only === 'typescript' ? {} : { languageOptions: { parser: espree as never } }),
        },
      ),
    ),
    report(
      'app.use(session({ secret, resave: false }));',
      'absent',
      'app.use(session({ secret, resave: false, cookie: { secure: □ } }));',
    ),
    report('cookieSession({ secure: false });', 'off', 'cookieSession({ secure: □ });', ['always', 'production']),

    report(
      "import s from '@fastify/session'; app.register(s, { cookie: { secure: false } });",
      'off',
      "import s from '@fastify/session'; app.register(s, { cookie: { secure: □ } });",
    ),
    report(
      "import s from '@fastify/secure-session'; app.register(s, [{ key }]);",
      'absent',
      "import s from '@fastify/secure-session'; app.register(s, [{ key, cookie: { secure: □ } }]);",
    ),
    report(
      "import { createCookieSessionStorage as c } from '@remix-run/node'; c({ cookie: { name: 'a' } });",
      'absent',
      "import { createCookieSessionStorage as c } from '@remix-run/node'; c({ cookie: { name: 'a', secure: □ } });",
      ['always', 'production'],
    ),
    report(
      "import { createCookie } from 'react-router'; createCookie('session', {});",
      'absent',
      "import { createCookie } from 'react-router'; createCookie('session', { secure: □ });",
      ['always', 'production'],
    ),
    {
      name: 'an undefined that removes a safe default',
      code: "import type { SessionOptions } from 'iron-session';\nexport const o: SessionOptions = { password, cookieOptions: { secure: undefined } };",
      errors: [
        {
          messageId: 'removed',
          data: { library: 'iron-session', option: 'cookieOptions.secure' },
          suggestions: [
            {
              messageId: 'always',
              output:
                "import type { SessionOptions } from 'iron-session';\nexport const o: SessionOptions = { password, cookieOptions: { secure: true } };",
            },
            {
              messageId: 'production',
              output: `import type { SessionOptions } from 'iron-session';\nexport const o: SessionOptions = { password, cookieOptions: { secure: ${production} } };`,
            },
          ],
        },
      ],
    },

    inCookie("res.cookie('sid', id);", 'absent', "res.cookie('sid', id, { secure: □ });"),
    inCookie("res.cookie('sid', id, {});", 'absent', "res.cookie('sid', id, { secure: □ });"),
    inCookie("res.cookie('sid', id, { secure: false });", 'off', "res.cookie('sid', id, { secure: □ });"),
    inCookie(
      "res.status(200).cookie('auth_token', id);",
      'absent',
      "res.status(200).cookie('auth_token', id, { secure: □ });",
    ),
    inCookie(
      "const SESSION_COOKIE = 'q'; res.cookie(SESSION_COOKIE, id);",
      'absent',
      "const SESSION_COOKIE = 'q'; res.cookie(SESSION_COOKIE, id, { secure: □ });",
    ),
    inCookie(
      "const o = { path: '/' }; res.cookie('sid', id, o); res.cookie('jwt', id, o);",
      'absent',
      "const o = { path: '/', secure: □ }; res.cookie('sid', id, o); res.cookie('jwt', id, o);",
    ),
    inCookie(
      "import { cookies } from 'next/headers'; (await cookies()).set('session', id);",
      'absent',
      "import { cookies } from 'next/headers'; (await cookies()).set('session', id, { secure: □ });",
    ),
    inCookie(
      "import { cookies } from 'next/headers'; const jar = await cookies(); jar.set({ name: 'session', value });",
      'absent',
      "import { cookies } from 'next/headers'; const jar = await cookies(); jar.set({ name: 'session', value, secure: □ });",
    ),
    inCookie(
      "import { serialize } from 'cookie'; res.setHeader('Set-Cookie', serialize('sid', id));",
      'absent',
      "import { serialize } from 'cookie'; res.setHeader('Set-Cookie', serialize('sid', id, { secure: □ }));",
    ),
    report("reply.setCookie('sid', id, {});", 'absent', "reply.setCookie('sid', id, { secure: □ });"),
    report(
      "import cookie from '@fastify/cookie'; app.register(cookie, { parseOptions: { secure: false } }); reply.setCookie('sid', id); reply.setCookie('jwt', id);",
      'off',
      "import cookie from '@fastify/cookie'; app.register(cookie, { parseOptions: { secure: □ } }); reply.setCookie('sid', id); reply.setCookie('jwt', id);",
    ),

    report(
      "res.setHeader('Set-Cookie', 'sid=' + id);",
      'missingInHeader',
      "res.setHeader('Set-Cookie', 'sid=' + id + '; Secure');",
      ['always'],
    ),
    report(
      "res.setHeader('Set-Cookie', [`sid=${id}; HttpOnly`, 'theme=dark']);",
      'missingInHeader',
      "res.setHeader('Set-Cookie', [`sid=${id}; HttpOnly; Secure`, 'theme=dark']);",
      ['always'],
    ),
    report(
      "new Response('', { headers: { 'Set-Cookie': 'sid=1; HttpOnly' } });",
      'missingInHeader',
      "new Response('', { headers: { 'Set-Cookie': 'sid=1; HttpOnly; Secure' } });",
      ['always'],
    ),

    ...(['always', 'auto', 'production'] as const).map((autofix): Case => {
      const value = { always: 'true', auto: "'auto'", production }[autofix];
      return {
        name: `autofix ${autofix}`,
        code: `${head}session({ secret });`,
        options: [{ autofix }],
        output: `${head}session({ secret, cookie: { secure: ${value} } });`,
        errors: [{ messageId: 'absent' }],
      };
    }),
    {
      name: 'autofix follows the quotes of the file',
      code: 'import session from "express-session";\nsession({});',
      options: [{ autofix: 'production' }],
      output:
        'import session from "express-session";\nsession({ cookie: { secure: process.env.NODE_ENV === "production" } });',
      errors: [{ messageId: 'absent' }],
    },
    {
      name: 'autofix in a cookie write',
      code: "res.cookie('sid', id, { path: '/' });",
      options: [{ autofix: 'always' }],
      output: "res.cookie('sid', id, { path: '/', secure: true });",
      errors: [{ messageId: 'absent' }],
    },
    {
      name: "no autofix 'auto' where the library has none",
      code: "res.cookie('sid', id, { path: '/' });",
      options: [{ autofix: 'auto' }],
      errors: [{ messageId: 'absent', suggestions: 2 as never }],
    },
    {
      name: 'no autofix of an object others read',
      code: `${head}const options = { cookie: {} }; session(options); module.exports = options;`,
      options: [{ autofix: 'always' }],
      errors: [{ messageId: 'absent', suggestions: 3 as never }],
    },
  ],
});
