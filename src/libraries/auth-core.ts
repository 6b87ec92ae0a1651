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

const secrets: readonly SecretFact[] = [{ path: ['secret'] }];

const facts = { attributes, secrets } as const satisfies Partial<Setup>;

/** `@auth/core` on npm, documentation of `AuthConfig`; the framework packages hand it their options as they are. */
export const authCore: Library = {
  module: '@auth/core',
  specifiers: ['@auth/core/types', '@auth/express', '@auth/sveltekit', '@auth/solid-start', '@auth/qwik'],
  readFrom: '0.41.3',
  setups: [
    { form: 'call', export: ['Auth'], options: 1, ...facts },
    { form: 'call', export: ['ExpressAuth'], options: 0, ...facts },
    { form: 'call', export: ['SvelteKitAuth'], options: 0, ...facts },
    { form: 'call', export: ['SolidAuth'], options: 0, ...facts },
    { form: 'call', export: ['QwikAuth$'], options: 0, ...facts },
    { form: 'typed', export: ['AuthConfig'], ...facts },
    { form: 'typed', export: ['ExpressAuthConfig'], ...facts },
    { form: 'typed', export: ['SvelteKitAuthConfig'], ...facts },
    { form: 'typed', export: ['SolidAuthConfig'], ...facts },
    { form: 'typed', export: ['QwikAuthConfig'], ...facts },
  ],
  sessions: [
    {
      callback: { path: ['callbacks', 'session'], property: 'session', gathered: { by: 'jwt', property: 'token' } },
      types: [['Session']],
      interfaces: [{ module: '@auth/core/types', name: 'Session' }],
      storage: 'browser',
    },
    { exports: [['getSession', '()']], storage: 'browser' },
  ],
};
