import type { Library } from './types';

/**
 * `nuxt-auth-utils` on npm, README sections "Server Utils" and "Session Management". The rest of the options are those
 * of `h3`, which it hands them to. Everything but what lies below `secure` is read by the browser from
 * `/api/_auth/session`. Nuxt imports its functions by itself.
 */
export const nuxtAuthUtils: Library = {
  module: 'nuxt-auth-utils',
  specifiers: ['#auth-utils', '#imports'],
  readFrom: '0.5.30',
  setups: [
    {
      form: 'config',
      files: ['nuxt.config'],
      path: ['runtimeConfig', 'session'],
      attributes: {
        secure: { path: ['cookie', 'secure'], whenAbsent: true },
        httpOnly: { path: ['cookie', 'httpOnly'], whenAbsent: true },
        sameSite: { path: ['cookie', 'sameSite'], whenAbsent: 'lax', values: ['lax', 'strict', 'none'] },
        maxAge: {
          path: ['maxAge'],
          aliases: [['cookie', 'maxAge']],
          whenAbsent: false,
          unit: 's',
          rejectsTypes: ['string'],
        },
        expires: { path: ['cookie', 'expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
        domain: { path: ['cookie', 'domain'], whenAbsent: false },
        path: { path: ['cookie', 'path'], whenAbsent: '/' },
        name: { path: ['name'], whenAbsent: 'nuxt-session' },
      },
      secrets: [{ path: ['password'], minLength: 32 }],
      storage: 'encrypted-client',
    },
  ],
  sessions: [
    {
      writers: [
        { unimported: ['setUserSession', 'replaceUserSession'], argument: 1 },
        { exports: [['setUserSession'], ['replaceUserSession']], argument: 1 },
      ],
      unimported: { names: ['getUserSession', 'requireUserSession'] },
      interfaces: [
        { module: '#auth-utils', name: 'UserSession' },
        { module: '#auth-utils', name: 'User' },
      ],
      sealed: ['secure'],
      storage: 'browser',
    },
  ],
};
