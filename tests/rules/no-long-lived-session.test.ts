import { RuleTester } from '@typescript-eslint/rule-tester';
import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-long-lived-session';
import { lint, shown } from '../support/lint';

const ruleTester = new RuleTester();

type Options = [{ max?: string | number; profile?: 'nist-aal2' | 'nist-aal3' | 'pci' }];
type Ids = keyof typeof rule.meta.messages;
type Case = Parameters<typeof ruleTester.run<Ids, Options>>[2]['invalid'][number];

const head = "import session from 'express-session';\n";
const iron = "import { getIronSession } from 'iron-session';\n";
const ms = "import ms from 'ms';\n";

const reported = (
  code: string,
  messageId: 'long' | 'endless',
  duration: string,
  max = '7 days',
  options: Options = [{ max: '7d' }],
): Case => ({
  name: `${code} ${JSON.stringify(options)}`,
  code,
  options,
  errors: [messageId === 'long' ? { messageId, data: dataOf(code, duration, max) } : { messageId }],
});

function dataOf(code: string, duration: string, max: string) {
  const [library, option] = code.includes('express-session')
    ? ['express-session', /expires:/.test(code) ? 'cookie.expires' : 'cookie.maxAge']
    : code.includes('iron')
      ? ['iron-session', /ttl/.test(code) ? 'ttl' : 'cookieOptions.maxAge']
      : code.includes('next-auth')
        ? ['next-auth', 'session.maxAge']
        : code.includes('Set-Cookie')
          ? ['Set-Cookie', 'Max-Age']
          : ['express', /expires:/.test(code) ? 'expires' : 'maxAge'];
  return { library: library ?? '', option: option ?? '', duration, max };
}

/** A session of `h3`, or of what hands its functions on without an event. */
const ofH3 = (library: string, options: string, option: string): Case => ({
  name: `${library}: ${options}`,
  code: `import { useSession } from '${library}';\nuseSession(${library === 'h3' ? 'event, ' : ''}{ password, ${options} });`,
  options: [{ max: '7d' }],
  errors: [{ messageId: 'long', data: { library, option, duration: '30 days', max: '7 days' } }],
});

ruleTester.run('no-long-lived-session', rule, {
  valid: [
    ...[
      '',
      ...[
        'session();',
        'session({ cookie: {} });',
        'session({ cookie: { maxAge: 7 * 24 * 60 * 60 * 1000 } });',
        'session({ cookie: { maxAge: 3600000 } });',
        'session({ cookie: { maxAge: null } });',
        'session({ cookie: { maxAge: days * 86400000 } });',
        'session({ cookie: { maxAge: Number(process.env.MAX_AGE) } });',
        'session({ cookie: { maxAge: remember ? 30 * 86400000 : 3600000 } });',
        'session({ cookie: { expires: false } });',
        'session({ cookie: { maxAge: 30 * 24 * 60 * 60 * 1000, ...options } });',
      ].map((code) => head + code),
      `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: 60 * 60 * 24 * 7 });`,
      // The wrong unit is another rule's subject.
      `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: 60 * 60 * 24 * 1000 });`,
      `${ms}res.cookie('sid', id, { maxAge: ms('7d') });`,
      `${ms}res.cookie('sid', id, { maxAge: ms(process.env.AGE) });`,
      "import ms from './ms'; res.cookie('sid', id, { maxAge: ms('30d') });",
      "res.cookie('theme', 'dark', { maxAge: 365 * 24 * 60 * 60 * 1000 });",
      "res.cookie('remember_me', token, { maxAge: 30 * 24 * 60 * 60 * 1000 });",
      "res.cookie('sid', id, { expires: new Date(Date.now() + 3600000) });",
      "res.cookie('sid', id, { expires: new Date(Date.now() - 1) });",
      "res.cookie('sid', id, { expires });",
      "res.setHeader('Set-Cookie', `sid=${id}; Max-Age=3600`);",
      "res.setHeader('Set-Cookie', `sid=${id}; Max-Age=${age}`);",
      "import NextAuth from 'next-auth'; NextAuth({ session: { strategy: 'jwt' } });",
    ].map((code) => ({ name: code, code, options: [{ max: '7d' }] as Options })),
    // Without an option only what never ends is told.
    ...[
      `${head}session({ cookie: { maxAge: 365 * 24 * 60 * 60 * 1000 } });`,
      `${head}session({ cookie: { expires: new Date(Date.now() + 365 * 24 * 60 * 60 * 1000) } });`,
      `${head}session({ rolling: true, cookie: { maxAge: 365 * 24 * 60 * 60 * 1000 } });`,
      `${head}session({ cookie: { expires: 1e12 } });`,
      "res.setHeader('Set-Cookie', `sid=${id}; Expires=99999999999; Path=/`);",
      "res.cookie('sid', id, { expires: 1e12 });",
      "res.cookie('remember_me', token, { maxAge: Infinity });",
      `${head}session({ cookie: { maxAge: lifetimes.INFINITY } });`,
    ],
    ...[
      'req.session.cookie.maxAge = 30 * 24 * 60 * 60 * 1000;',
      'req.session.cookie.maxAge = 0;',
      'req.session.cookie.maxAge = null;',
      'req.session.cookie.expires = false;',
      'req.session.cookie.maxAge = age;',
      'req.session.cookies.maxAge = 365 * 24 * 60 * 60 * 1000;',
      'req.session.maxAge = 365 * 24 * 60 * 60 * 1000;',
      'req.cookie.maxAge = 365 * 24 * 60 * 60 * 1000;',
      'checkout.session.cookie.maxAge = 365 * 24 * 60 * 60 * 1000;',
    ].map((code) => ({ name: code, code, options: [{ max: 30 }] as Options })),
    // Profiles: what ends in time, what slides by itself, what is no session of ours to end.
    ...[
      `${head}session({ cookie: { maxAge: 12 * 60 * 60 * 1000 } });`,
      `${head}session({ rolling: false, cookie: { maxAge: 12 * 60 * 60 * 1000 } });`,
      `${head}session({ rolling: isSliding, cookie: { maxAge: 12 * 60 * 60 * 1000 } });`,
      `${head}session({ rolling: true });`.replace('rolling: true', 'resave: true'),
      "import s from '@fastify/session'; app.register(s, { secret, cookie: { maxAge: 15 * 60 * 1000 } });",
      "import s from '@fastify/session'; app.register(s, { secret, rolling: false, cookie: { maxAge: 12 * 3600 * 1000 } });",
    ].map((code) => ({ name: `${code} under a profile`, code, options: [{ profile: 'nist-aal3' }] as Options })),
    { code: `${head}session({ rolling: true, cookie: { maxAge: 15 * 60 * 1000 } });`, options: [{ profile: 'pci' }] },
    { code: `${head}session({ cookie: { maxAge: 365 * 24 * 60 * 60 * 1000 } });`, options: [{ profile: 'pci' }] },
    { code: `${head}session({ cookie: { maxAge: 30 * 24 * 60 * 60 * 1000 } });`, options: [{ max: 30 }] },
    { code: `${head}session({ cookie: { maxAge: 30 * 24 * 60 * 60 * 1000 } });`, options: [{ max: '30d' }] },
    { code: `${head}session({ cookie: { maxAge: 12 * 60 * 60 * 1000 } });`, options: [{ max: '12 hours' }] },
  ],
  invalid: [
    reported(`${head}session({ cookie: { maxAge: 30 * 24 * 60 * 60 * 1000 } });`, 'long', '30 days'),
    reported(`${head}const WEEK = 604800000;\nsession({ cookie: { maxAge: 2 * WEEK } });`, 'long', '14 days'),
    reported(
      `${head}session({ cookie: { expires: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000) } });`,
      'long',
      '30 days',
    ),
    reported(`${head}session({ cookie: { maxAge: 24 * 60 * 60 * 1000 } });`, 'long', '24 hours', '12 hours', [
      { max: '12h' },
    ]),
    reported(`${head}session({ cookie: { maxAge: 24 * 60 * 60 * 1000 } });`, 'long', '24 hours', '12 hours', [
      { max: 0.5 },
    ]),
    reported(
      `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: 60 * 60 * 24 * 30 });`,
      'long',
      '30 days',
    ),
    reported(`${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: 0 });`, 'endless', ''),
    reported(`${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: Infinity });`, 'endless', ''),
    // What h3's cookie is told goes before the lifetime of its data.
    ...['h3', 'vinxi/http', '@tanstack/react-start/server'].flatMap((library) => [
      ofH3(library, 'cookie: { maxAge: 60 * 60 * 24 * 30 }', 'maxAge'),
      ofH3(library, 'cookie: { expires: new Date(Date.now() + 30 * 86400000) }', 'cookie.expires'),
    ]),
    {
      name: 'nuxt.config',
      filename: 'nuxt.config.ts',
      options: [{ max: '7d' }],
      code: 'export default defineNuxtConfig({ runtimeConfig: { session: { cookie: { maxAge: 60 * 60 * 24 * 30 } } } });',
      errors: [
        {
          messageId: 'long',
          data: { library: 'nuxt-auth-utils', option: 'maxAge', duration: '30 days', max: '7 days' },
        },
      ],
    },
    reported("import s from 'koa-session'; app.use(s({ maxAge: 'session' }, app));", 'endless', ''),
    reported(
      "import NextAuth from 'next-auth'; NextAuth({ session: { maxAge: 30 * 24 * 60 * 60 } });",
      'long',
      '30 days',
    ),
    reported(`${ms}res.cookie('sid', id, { maxAge: ms('30d') });`, 'long', '30 days'),
    reported("res.cookie('sid', id, { maxAge: require('ms')('2 weeks') });", 'long', '14 days'),
    reported("res.cookie('sid', id, { expires: new Date(Date.now() + 14 * 24 * 3600 * 1000) });", 'long', '14 days'),
    reported("res.cookie('sid', id, { expires: new Date(new Date().getTime() + 864000000) });", 'long', '10 days'),
    reported("res.setHeader('Set-Cookie', `sid=${id}; Max-Age=2592000`);", 'long', '30 days'),
    // What never ends, without an option.
    ...[
      `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: 0 });`,
      `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: Infinity });`,
      `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: Number.MAX_SAFE_INTEGER });`,
      `${iron}getIronSession(req, res, { password, cookieName: 'a', ttl: Number.POSITIVE_INFINITY });`,
      "import s from 'koa-session'; app.use(s({ maxAge: 'session' }, app));",
    ].map((code): Case => ({ name: `${code} without an option`, code, errors: [{ messageId: 'endlessly' }] })),
    // Where it is set on the request.
    ...[
      'req.session.cookie.maxAge = 365 * 24 * 60 * 60 * 1000;',
      'this.request.session.cookie.maxAge = 365 * 24 * 60 * 60 * 1000;',
      'const { cookie } = req.session; cookie.maxAge = 365 * 24 * 60 * 60 * 1000;',
      'if (req.body.remember) { req.session.cookie.maxAge = 365 * 24 * 60 * 60 * 1000; }',
      'req.sessionOptions.maxAge = 365 * 24 * 60 * 60 * 1000;',
    ].map((code): Case => ({ name: code, code, options: [{ max: 30 }], errors: [{ messageId: 'long' }] })),
    { name: 'for ever', code: 'req.sessionOptions.maxAge = Infinity;', errors: [{ messageId: 'endlessly' }] },
    // Sums are no products.
    reported(`${head}session({ cookie: { maxAge: 1000 * 60 * 60 * 24 * 20 + 60000 } });`, 'long', '20 days'),
    // Profiles.
    reported(`${head}session({ cookie: { maxAge: 25 * 60 * 60 * 1000 } });`, 'long', '25 hours', '24 hours', [
      { profile: 'nist-aal2' },
    ]),
    reported(`${head}session({ cookie: { maxAge: 13 * 60 * 60 * 1000 } });`, 'long', '13 hours', '12 hours', [
      { profile: 'nist-aal3' },
    ]),
    reported(`${head}session({ cookie: { maxAge: 13 * 60 * 60 * 1000 } });`, 'long', '13 hours', '8 hours', [
      { profile: 'nist-aal3', max: '8h' },
    ]),
    ...(
      [
        ['session({ rolling: true, cookie: { maxAge: 15 * 60 * 1000 } });', 'nist-aal3', 'sliding', '12 hours'],
        ['session({ rolling: true, cookie: { maxAge: 60 * 60 * 1000 } });', 'nist-aal2', 'sliding', '24 hours'],
        ['session({ rolling: true, cookie: { maxAge: 2 * 60 * 60 * 1000 } });', 'nist-aal2', 'idle', '60 minutes'],
        ['session({ rolling: true, cookie: { maxAge: 60 * 60 * 1000 } });', 'pci', 'idle', '15 minutes'],
      ] as const
    ).map(([code, profile, messageId, max]): Case => ({
      name: `${code} under ${profile}`,
      code: head + code,
      options: [{ profile }],
      errors: [
        {
          messageId,
          data: {
            library: 'express-session',
            max,
            ...(messageId === 'idle'
              ? { option: 'cookie.maxAge', profile, duration: profile === 'pci' ? '60 minutes' : '2 hours' }
              : { option: 'rolling' }),
          },
        },
      ],
    })),
    {
      name: 'a library that slides by default',
      code: "import s from '@fastify/session'; app.register(s, { secret, cookie: { maxAge: 3600000 } });",
      options: [{ profile: 'pci' }],
      errors: [{ messageId: 'idle' }],
    },
  ],
});

describe('the option', () => {
  const withMax = (max: unknown) => () => lint('session;', { options: { 'no-long-lived-session': [{ max }] } });

  it.each(['a week', '7 moons', '', '30', '-1d', 0, -1])('refuses %j, and says what it wants', (max) => {
    expect(withMax(max)).toThrow(`"max" of no-long-lived-session is ${JSON.stringify(max)}. Expected a number of days`);
  });

  it('refuses what is neither a number nor a text', () => {
    expect(withMax(true)).toThrow(/number/);
  });

  it('refuses a profile it does not know', () => {
    expect(() => lint('session;', { options: { 'no-long-lived-session': [{ profile: 'nist-aal1' }] } })).toThrow(
      /profile|nist-aal/,
    );
  });

  it('tells what lasts long in strict, and what never ends in recommended', () => {
    const app = (maxAge: string) =>
      `${iron}await getIronSession(req, res, { password, cookieName: 'a', ttl: ${maxAge} });`;
    const told = (code: string, preset: 'recommended' | 'strict') =>
      shown(lint(code, { preset })).filter((line) => /long-lived/.test(line)).length;
    expect([told(app('60 * 60 * 24 * 31'), 'recommended'), told(app('60 * 60 * 24 * 31'), 'strict')]).toEqual([0, 1]);
    expect([told(app('60 * 60 * 24 * 30'), 'recommended'), told(app('60 * 60 * 24 * 30'), 'strict')]).toEqual([0, 0]);
    expect([told(app('0'), 'recommended'), told(app('0'), 'strict')]).toEqual([1, 1]);
  });

  it('is told apart from a number in the wrong unit', () => {
    const code = `${iron}await getIronSession(req, res, { password, cookieName: 'a', ttl: 7 * 24 * 60 * 60 * 1000 });`;
    expect(shown(lint(code)).filter((line) => /long-lived|ineffective/.test(line))).toEqual([
      'no-ineffective-cookie-option 2',
    ]);
  });
});
