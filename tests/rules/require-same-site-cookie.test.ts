import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import rule from '../../src/rules/require-same-site-cookie';
import type { Library } from '../../src/libraries/types';
import { importForms } from '../support/import-forms';

const ruleTester = new RuleTester();
const head = "import session from 'express-session';\n";

type Ids = 'absent' | 'off' | 'removed' | 'none' | 'configured' | 'configuredNone' | 'missingInHeader';
type Case = Parameters<typeof ruleTester.run<Ids | 'set', [{ allowNone?: boolean }]>>[2]['invalid'][number];

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

/** A library that spells it with a capital letter, as the hapi family does. */
const capital: Library = {
  module: '@acme/session',
  readFrom: '1',
  setups: [
    {
      form: 'call',
      export: [],
      options: 0,
      attributes: { sameSite: { path: ['isSameSite'], whenAbsent: 'Strict', values: ['Strict', 'Lax', 'None'] } },
    },
  ],
};

ruleTester.run('require-same-site-cookie', rule, {
  valid: [
    'export default { session: { cookie: { secure: true } } };',
    '',
    ...[
      "session({ cookie: { sameSite: 'lax' } });",
      "session({ cookie: { sameSite: 'strict' } });",
      "session({ cookie: { sameSite: 'Lax' } });",
      'session({ cookie: { sameSite: true } });',
      "session({ cookie: { sameSite: 'auto' } });",
      'session({ cookie: { sameSite } });',
      "session({ cookie: { sameSite: isProduction ? 'none' : 'lax' } });",
      "session({ cookie: { sameSite: process.env.SAME_SITE || 'none' } });",
      'session({ cookie: { samesite: false, ...options } });',
      'session({ ...options });',
      'session(options);',
      "const options = { cookie: {} }; if (x) options.cookie.sameSite = 'lax'; session(options);",
    ].map((code) => head + code),
    "import { getIronSession } from 'iron-session'; getIronSession(req, res, { password });",
    "import { createCookieSessionStorage } from '@remix-run/node'; createCookieSessionStorage({ cookie: {} });",
    // `lax` from version 10 on: absence says nothing.
    "reply.setCookie('sid', id);",
    "import s from '@fastify/secure-session'; app.register(s, { key });",
    "import NextAuth from 'next-auth'; NextAuth({});",
    "res.cookie('sid', id, { sameSite: 'lax' });",
    "res.cookie('sid', id, options);",
    "res.cookie('theme', 'dark', { sameSite: 'none' });",
    "res.cookie('sid', '', { maxAge: 0, sameSite: 'none' });",
    "res.setHeader('Set-Cookie', `sid=${id}; SameSite=Lax`);",
    "res.setHeader('Set-Cookie', `sid=${id}; SameSite=${mode}`);",
    "res.setHeader('Set-Cookie', `theme=${id}; SameSite=None`);",
  ]
    .map((code): { name: string; code: string; options?: [{ allowNone?: boolean }] } => ({
      name: code || 'nothing',
      code,
    }))
    .concat(
      [
        `${head}session({ cookie: { sameSite: 'none' } });`,
        "res.cookie('sid', id, { sameSite: 'None' });",
        "res.setHeader('Set-Cookie', `sid=${id}; SameSite=None; Secure`);",
        "export default { session: { cookie: { sameSite: 'none', secure: true } } };",
      ].map((code) => ({ name: `allowNone: ${code}`, code, options: [{ allowNone: true }] })),
    ),

  invalid: [
    suggested(
      'export default { session: { cookie: { sameSite: false } } };',
      'configured',
      "export default { session: { cookie: { sameSite: 'lax' } } };",
    ),
    suggested(
      "export default { session: { cookie: { isSameSite: 'None', isSecure: true } } };",
      'configuredNone',
      "export default { session: { cookie: { isSameSite: 'Lax', isSecure: true } } };",
    ),
    inExpress('session({});', 'absent', "session({ cookie: { sameSite: 'lax' } });"),
    inExpress(
      'session({ secret, cookie: { secure: true } });',
      'absent',
      "session({ secret, cookie: { secure: true, sameSite: 'lax' } });",
    ),
    inExpress('session({\n  secret,\n});', 'absent', "session({\n  secret,\n  cookie: { sameSite: 'lax' },\n});"),
    inExpress(
      'session({\n  secret, // from the vault\n  cookie: {\n    secure: true // always\n  }\n});',
      'absent',
      "session({\n  secret, // from the vault\n  cookie: {\n    secure: true, // always\n    sameSite: 'lax'\n  }\n});",
    ),
    inExpress(
      'session({ ...options, cookie: {} });',
      'absent',
      "session({ ...options, cookie: { sameSite: 'lax' } });",
    ),
    inExpress('session({ cookie: { sameSite: false } });', 'off', "session({ cookie: { sameSite: 'lax' } });"),
    inExpress("session({ cookie: { sameSite: '' } });", 'off', "session({ cookie: { sameSite: 'lax' } });"),
    inExpress('session({ cookie: { sameSite: undefined } });', 'off', "session({ cookie: { sameSite: 'lax' } });"),
    inExpress(
      'const sameSite = false; session({ cookie: { sameSite } });',
      'off',
      "const sameSite = 'lax'; session({ cookie: { sameSite } });",
    ),
    fixed(
      'import session from "express-session";\nsession({});',
      'absent',
      'import session from "express-session";\nsession({ cookie: { sameSite: "lax" } });',
    ),
    fixed('cookieSession({ keys });', 'absent', "cookieSession({ keys, sameSite: 'lax' });"),
    fixed(
      "import s from '@fastify/session'; app.register(s, { secret });",
      'absent',
      "import s from '@fastify/session'; app.register(s, { secret, cookie: { sameSite: 'lax' } });",
    ),
    fixed(
      "import session from 'koa-session'; app.use(session({}, app));",
      'absent',
      "import session from 'koa-session'; app.use(session({ sameSite: 'lax' }, app));",
    ),
    fixed(
      "import { getIronSession } from 'iron-session'; getIronSession(a, { cookieOptions: { sameSite: undefined } });",
      'removed',
      "import { getIronSession } from 'iron-session'; getIronSession(a, { cookieOptions: { sameSite: 'lax' } });",
    ),
    fixed(
      "import { getIronSession } from 'iron-session'; const o = { cookieOptions: { sameSite: false } }; getIronSession(a, o); getIronSession(b, o);",
      'off',
      "import { getIronSession } from 'iron-session'; const o = { cookieOptions: { sameSite: 'lax' } }; getIronSession(a, o); getIronSession(b, o);",
    ),
    {
      name: "in the library's own spelling",
      code: "import session from '@acme/session'; session({ isSameSite: false });",
      output: "import session from '@acme/session'; session({ isSameSite: 'Lax' });",
      settings: { 'session-secrets': { libraries: [capital] } },
      errors: [
        { messageId: 'off', data: { library: '@acme/session', option: 'isSameSite', value: 'false', lax: "'Lax'" } },
      ],
    },
    {
      name: 'a library of the settings that has no list of values',
      code: "import own from 'own-session'; own({ sameSite: false });",
      output: "import own from 'own-session'; own({ sameSite: 'lax' });",
      settings: {
        'session-secrets': {
          libraries: [
            {
              module: 'own-session',
              readFrom: '1',
              setups: [
                {
                  form: 'call',
                  export: [],
                  options: 0,
                  attributes: { sameSite: { path: ['sameSite'], whenAbsent: false } },
                },
              ],
            },
          ],
        },
      },
      errors: [{ messageId: 'off' }],
    },
    {
      name: 'none is for people to decide about',
      code: `${head}session({ cookie: { sameSite: 'none', secure: true } });`,
      errors: [
        {
          messageId: 'none',
          data: { library: 'express-session', option: 'cookie.sameSite', value: "'none'", lax: "'lax'" },
          suggestions: [{ messageId: 'set', output: `${head}session({ cookie: { sameSite: 'lax', secure: true } });` }],
        },
      ],
    },
    {
      name: 'allowNone does not allow false',
      code: `${head}session({ cookie: { sameSite: false } });`,
      output: `${head}session({ cookie: { sameSite: 'lax' } });`,
      options: [{ allowNone: true }],
      errors: [{ messageId: 'off' }],
    },
    ...importForms('express-session').map(({ name, head: before, callee, only }): Case => ({
      name,
      code: `${before}${callee}({ secret });`,
      output: `${before}${callee}({ secret, cookie: { sameSite: 'lax' } });`,
      errors: [{ messageId: 'absent' }],
      ...(only === 'typescript' ? {} : { languageOptions: { parser: espree as never } }),
    })),

    suggested("res.cookie('sid', id);", 'absent', "res.cookie('sid', id, { sameSite: 'lax' });"),
    suggested(
      "res.cookie('sid', id, { sameSite: 'None', secure: true });",
      'none',
      "res.cookie('sid', id, { sameSite: 'lax', secure: true });",
    ),
    suggested(
      "reply.setCookie('sid', id, { sameSite: undefined });",
      'removed',
      "reply.setCookie('sid', id, { sameSite: 'lax' });",
    ),
    suggested(
      "reply.setCookie('sid', id, { sameSite: false });",
      'off',
      "reply.setCookie('sid', id, { sameSite: 'lax' });",
    ),
    suggested(
      "res.cookie('sid', id, { sameSite: isProduction ? 'none' : false });",
      'off',
      "res.cookie('sid', id, { sameSite: 'lax' });",
    ),
    suggested(
      "res.setHeader('Set-Cookie', `sid=${id}`);",
      'missingInHeader',
      "res.setHeader('Set-Cookie', `sid=${id}; SameSite=Lax`);",
    ),
    suggested(
      "res.setHeader('Set-Cookie', `sid=${id}; SameSite=None`);",
      'none',
      "res.setHeader('Set-Cookie', `sid=${id}; SameSite=Lax`);",
    ),
    suggested(
      "res.setHeader('Set-Cookie', 'sid=1; samesite=none; Secure');",
      'none',
      "res.setHeader('Set-Cookie', 'sid=1; samesite=Lax; Secure');",
    ),
  ],
});
