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
  maxAge: { path: ['session', 'maxAge'], whenAbsent: 2_592_000, unit: 's' },
};

const secrets: readonly SecretFact[] = [{ path: ['secret'] }, { path: ['jwt', 'secret'] }];

const facts = { attributes, secrets } as const satisfies Partial<Setup>;

/** What is given for the session cookie takes the place of all its defaults; version 5 merges instead. */
const replaces = { path: ['cookies', 'sessionToken'] } as const;

/**
 * `next-auth` on npm, documentation of its options and callbacks; versions 4 and 5 (5.0.0-beta.32) together. `secure`
 * and the cookie's name follow the site's URL. What the `session` callback returns is sent to the browser.
 */
export const nextAuth: Library = {
  module: 'next-auth',
  specifiers: ['next-auth/next'],
  readFrom: '4.24.15',
  setups: [
    { form: 'call', export: [], options: 'last', ...facts, replaces: { ...replaces, before: '5.0.0-0' } },
    // These two types are those of version 4.
    { form: 'typed', export: ['NextAuthOptions'], ...facts, replaces },
    { form: 'typed', export: ['AuthOptions'], ...facts, replaces },
    { form: 'typed', export: ['NextAuthConfig'], ...facts },
  ],
  sessions: [
    {
      callback: { path: ['callbacks', 'session'], property: 'session' },
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
