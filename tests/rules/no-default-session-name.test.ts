import { RuleTester } from '@typescript-eslint/rule-tester';
import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-default-session-name';
import { lint } from '../support/lint';

const ruleTester = new RuleTester();

type Options = [{ requirePrefix?: boolean }];
type Case = Parameters<typeof ruleTester.run<'default' | 'unprefixed' | 'rename', Options>>[2]['invalid'][number];

const head = "import session from 'express-session';\n";
const named = (code: string, output?: string): Case => ({
  name: code,
  code,
  errors: [{ messageId: 'default', suggestions: output === undefined ? [] : [{ messageId: 'rename', output }] }],
});
const prefixed = (code: string, output?: string): Case => ({
  name: `${code} with requirePrefix`,
  code,
  options: [{ requirePrefix: true }],
  errors: [{ messageId: 'unprefixed', suggestions: output === undefined ? [] : [{ messageId: 'rename', output }] }],
});

ruleTester.run('no-default-session-name', rule, {
  valid: [
    '',
    ...[
      "session({ name: 'id' });",
      "session({ key: 'id' });",
      'session({ name });',
      'session({ name: process.env.SESSION_NAME });',
      "session({ name: process.env.SESSION_NAME || 'connect.sid' });",
      'session({ ...options });',
      'session(options);',
    ].map((code) => head + code),
    "cookieSession({ keys, name: 'id' });",
    // Named by the site's address, or named by whoever sets it up.
    "import NextAuth from 'next-auth'; NextAuth({ providers });",
    "import { getIronSession } from 'iron-session'; getIronSession(req, res, { password });",
    "res.cookie('connect.sid', id);",
    { code: `${head}session({ name: '__Host-id' });`, options: [{ requirePrefix: true }] },
    { code: "res.cookie('__Host-sid', id);", options: [{ requirePrefix: true }] },
    { code: "res.cookie('theme', 'dark');", options: [{ requirePrefix: true }] },
    { code: `${head}session({ name });`, options: [{ requirePrefix: true }] },
  ],
  invalid: [
    named(`${head}session({ resave: false });`, `${head}session({ resave: false, name: 'sid' });`),
    named(`${head}session();`, `${head}session({ name: 'sid' });`),
    named(
      `${head}session({ cookie: { secure: true } });`,
      `${head}session({ cookie: { secure: true }, name: '__Host-sid' });`,
    ),
    named(
      `${head}session({ cookie: { secure: true, domain: 'example.com' } });`,
      `${head}session({ cookie: { secure: true, domain: 'example.com' }, name: 'sid' });`,
    ),
    named(
      `${head}session({ cookie: { secure: true, path: '/app' } });`,
      `${head}session({ cookie: { secure: true, path: '/app' }, name: 'sid' });`,
    ),
    named(
      `${head}session({ cookie: { secure: isProduction } });`,
      `${head}session({ cookie: { secure: isProduction }, name: 'sid' });`,
    ),
    named(`${head}session({ name: 'connect.sid' });`, `${head}session({ name: 'sid' });`),
    named(
      `${head}session({ key: "connect.sid", cookie: { secure: true } });`,
      `${head}session({ key: "__Host-sid", cookie: { secure: true } });`,
    ),
    named(`${head}const name = 'connect.sid';\nsession({ name });\nclear(name);`),
    named('cookieSession({ keys });', "cookieSession({ keys, name: 'sid' });"),
    named(
      "import s from 'koa-session'; app.use(s({ renew: true }, app));",
      "import s from 'koa-session'; app.use(s({ renew: true, key: 'sid' }, app));",
    ),
    named(
      "import s from '@fastify/session'; app.register(s, { secret });",
      "import s from '@fastify/session'; app.register(s, { secret, cookieName: '__Host-sid' });",
    ),
    prefixed(
      `${head}session({ name: 'id', cookie: { secure: true } });`,
      `${head}session({ name: '__Host-id', cookie: { secure: true } });`,
    ),
    prefixed(
      `${head}session({ name: '__Secure-id', cookie: { secure: true } });`,
      `${head}session({ name: '__Host-id', cookie: { secure: true } });`,
    ),
    prefixed(`${head}session({ name: 'id' });`),
    prefixed("res.cookie('auth_token', token, { secure: true });"),
    prefixed("res.setHeader('Set-Cookie', `sid=${id}; Secure; Path=/`);"),
  ],
});

describe('a bare set-up', () => {
  it('tells its reader everything in at most five messages', () => {
    const messages = lint("import session from 'express-session';\napp.use(session({ secret: 'x' }));\n");
    const rules = messages.map(({ ruleId }) => ruleId?.replace('session-secrets/', ''));
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.length).toBeLessThanOrEqual(5);
    expect(rules).toEqual(
      expect.arrayContaining(['no-weak-session-secret', 'require-secure-cookie', 'require-same-site-cookie']),
    );
    for (const { message } of messages) expect(message.length).toBeLessThan(260);
  });
});
