import { RuleTester } from '@typescript-eslint/rule-tester';
import { expect, it } from 'vitest';
import rule from '../../src/rules/no-broad-cookie-scope';
import { lint, shown } from '../support/lint';

const ruleTester = new RuleTester();

type Case = Parameters<typeof ruleTester.run<'broad' | 'remove', []>>[2]['invalid'][number];

const head = "import session from 'express-session';\n";
const broad = (code: string, output?: string): Case => ({
  name: code,
  code,
  errors: [{ messageId: 'broad', suggestions: output === undefined ? [] : [{ messageId: 'remove', output }] }],
});

ruleTester.run('no-broad-cookie-scope', rule, {
  valid: [
    '',
    ...[
      'session();',
      'session({ cookie: {} });',
      "session({ cookie: { path: '/' } });",
      "session({ cookie: { domain: 'localhost' } });",
      "session({ cookie: { domain: '.localhost' } });",
      "session({ cookie: { domain: '127.0.0.1' } });",
      "session({ cookie: { domain: 'app.example.com' } });",
      "session({ cookie: { domain: 'shop.example.co.uk' } });",
      "session({ cookie: { domain: 'dev.test' } });",
      'session({ cookie: { domain: undefined } });',
      "session({ cookie: { domain: '' } });",
      'session({ cookie: { domain: process.env.COOKIE_DOMAIN } });',
      'session({ cookie: { domain: `.${process.env.HOST}` } });',
      'session({ cookie: { domain } });',
      'session({ cookie: { domain: config.domain } });',
    ].map((code) => head + code),
    "res.cookie('theme', 'dark', { domain: '.example.com' });",
    "res.clearCookie('sid', { domain: '.example.com' });",
    "res.cookie('sid', '', { domain: '.example.com', maxAge: 0 });",
    "res.setHeader('Set-Cookie', `sid=${id}; Domain=${host}`);",
    "res.setHeader('Set-Cookie', `sid=${id}; Path=/`);",
  ],
  invalid: [
    broad(`${head}session({ cookie: { domain: '.example.com' } });`, `${head}session({ cookie: { } });`),
    broad(
      `${head}session({ cookie: { domain: 'example.com', secure: true } });`,
      `${head}session({ cookie: { secure: true } });`,
    ),
    broad(
      `${head}session({ cookie: { secure: true, domain: 'example.com' } });`,
      `${head}session({ cookie: { secure: true } });`,
    ),
    broad(
      `${head}session({\n  cookie: {\n    secure: true,\n    domain: 'example.co.uk',\n  },\n});`,
      `${head}session({\n  cookie: {\n    secure: true,\n  },\n});`,
    ),
    broad(`${head}session({ cookie: { domain: '.app.example.com' } });`, `${head}session({ cookie: { } });`),
    broad(`${head}session({ cookie: { domain: isProduction ? '.example.com' : 'localhost' } });`),
    broad(`${head}session({ cookie: { domain: process.env.DOMAIN || 'example.com' } });`),
    broad(`${head}const domain = '.example.com';\nsession({ cookie: { domain } });`),
    broad(`${head}session({ cookie: { domain: /* all */ '.example.com' } });`),
    broad("res.cookie('sid', id, { domain: 'example.com' });", "res.cookie('sid', id, { });"),
    broad("res.setHeader('Set-Cookie', `sid=${id}; Domain=example.com`);"),
    broad(
      "import NextAuth from 'next-auth'; NextAuth({ cookies: { sessionToken: { name, options: { domain: '.example.com', path } } } });",
      "import NextAuth from 'next-auth'; NextAuth({ cookies: { sessionToken: { name, options: { path } } } });",
    ),
  ],
});

it('leaves what browsers refuse to the rule about that', () => {
  const code =
    "res.cookie('__Host-sid', id, { httpOnly: true, secure: true, sameSite: 'lax', domain: 'example.com' });";
  expect(shown(lint(code))).toEqual(['no-ineffective-cookie-option 1']);
});
