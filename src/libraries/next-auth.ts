import type { Attributes, Library, SecretFact, Setup } from './types';

const attributes: Attributes = {
  secure: { path: ['cookies', 'sessionToken', 'options', 'secure'], aliases: [['useSecureCookies']] },
  httpOnly: { path: ['cookies', 'sessionToken', 'options', 'httpOnly'], whenAbsent: true },
  sameSite: {
    path: ['cookies', 'sessionToken', 'options', 'sameSite'],
    whenAbsent: 'lax',
    values: ['lax', 'strict', 'none'],
  },
  domain: { path: ['cookies', 'sessionToken', 'options', 'domain'], whenAbsent: false },
  path: { path: ['cookies', 'sessionToken', 'options', 'path'], whenAbsent: '/' },
  name: { path: ['cookies', 'sessionToken', 'name'] },
  maxAge: { path: ['session', 'maxAge'], whenAbsent: 2_592_000, unit: 's', whenZero: 'dead' },
};

const secrets: readonly SecretFact[] = [{ path: ['secret'] }, { path: ['jwt', 'secret'] }];

const facts = {
  attributes,
  secrets,
  replaces: { path: ['cookies', 'sessionToken'], before: '5.0.0-0' },
} as const satisfies Partial<Setup>;

/**
 * `next-auth` on npm, documentation of its options and callbacks; versions 4 and 5 (5.0.0-beta.32) together. `secure`
 * and the cookie's name follow the site's URL. What the `session` callback returns is sent to the browser.
 */
export const nextAuth: Library = {
  module: 'next-auth',
  specifiers: ['next-auth/next'],
  readFrom: '4.24.15',
  setups: [
    { form: 'call', export: [], options: 'last', ...facts },
    { form: 'typed', export: ['NextAuthOptions'], ...facts, onlyIn: { before: '5.0.0-0' } },
    { form: 'typed', export: ['AuthOptions'], ...facts, onlyIn: { before: '5.0.0-0' } },
    { form: 'typed', export: ['NextAuthConfig'], ...facts, onlyIn: { from: '5.0.0-0' } },
  ],
  sessions: [
    {
      callback: { path: ['callbacks', 'session'], property: 'session', gathered: { by: 'jwt', property: 'token' } },
      types: [['Session']],
      interfaces: [{ module: 'next-auth', name: 'Session' }],
      storage: 'browser',
    },
    {
      exports: [
        ['getServerSession', '()'],
        ['unstable_getServerSession', '()'],
        ['()', 'auth', '()'],
      ],
      storage: 'browser',
    },
  ],
};
