import type { Library } from './types';

/**
 * `@auth0/nextjs-auth0` on npm, README section "Configuration" and its examples of sessions. `secure` follows
 * `appBaseUrl`, in version 3 `baseURL`; the environment may set what is left out. The tokens below `tokenSet` are put
 * there by the library.
 */
export const auth0NextjsAuth0: Library = {
  module: '@auth0/nextjs-auth0',
  specifiers: ['@auth0/nextjs-auth0/server', '@auth0/nextjs-auth0/edge'],
  readFrom: '4.30.0',
  setups: [
    {
      form: 'call',
      export: ['Auth0Client'],
      options: 0,
      attributes: {
        secure: { path: ['session', 'cookie', 'secure'] },
        sameSite: { path: ['session', 'cookie', 'sameSite'], values: ['lax', 'strict', 'none'], rejects: [true] },
        domain: { path: ['session', 'cookie', 'domain'] },
        path: { path: ['session', 'cookie', 'path'] },
        name: { path: ['session', 'cookie', 'name'], whenAbsent: '__session' },
        ttl: { path: ['session', 'absoluteDuration'], whenAbsent: 259_200, unit: 's' },
      },
      secrets: [{ path: ['secret'] }],
      storage: 'encrypted-client',
      storageWhen: [{ path: ['sessionStore'], storage: 'server' }],
      onlyIn: { from: '4.0.0' },
    },
    {
      form: 'call',
      export: ['initAuth0'],
      options: 0,
      attributes: {
        secure: { path: ['session', 'cookie', 'secure'], rejects: ['auto'] },
        httpOnly: { path: ['session', 'cookie', 'httpOnly'], whenAbsent: true },
        sameSite: {
          path: ['session', 'cookie', 'sameSite'],
          values: ['lax', 'strict', 'none'],
          rejects: [true, false, 'Lax', 'Strict', 'None'],
        },
        name: { path: ['session', 'name'], whenAbsent: 'appSession' },
        ttl: { path: ['session', 'absoluteDuration'], whenAbsent: 604_800, unit: 's' },
      },
      secrets: [{ path: ['secret'], minLength: 8 }],
      storage: 'encrypted-client',
      onlyIn: { before: '4.0.0' },
    },
  ],
  sessions: [
    {
      writers: [{ exports: [['Auth0Client', '()', 'updateSession'], ['updateSession']], argument: 0 }],
      sealed: ['tokenSet', 'connectionTokenSets'],
      storage: 'encrypted-client',
    },
    {
      writers: [{ exports: [['Auth0Client', '()', 'updateSession'], ['updateSession']], argument: 2 }],
      sealed: ['tokenSet', 'connectionTokenSets'],
      storage: 'encrypted-client',
    },
  ],
};
