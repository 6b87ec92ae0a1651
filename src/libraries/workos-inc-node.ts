import type { Library } from './types';

/**
 * `@workos-inc/node` on npm, documentation "Sealed sessions": the password that seals a session. The cookie is written
 * by the framework's own means. The AuthKit packages read theirs from `WORKOS_COOKIE_PASSWORD`, unless `configure` says
 * it.
 */
export const workosIncNode: Library = {
  module: '@workos-inc/node',
  specifiers: ['@workos-inc/authkit-remix', '@workos-inc/authkit-react-router'],
  readFrom: '8.0.0',
  setups: [
    {
      form: 'method',
      export: ['WorkOS', '()', 'userManagement', 'loadSealedSession'],
      members: ['workos.userManagement.loadSealedSession'],
      options: 0,
      secrets: [{ path: ['cookiePassword'], minLength: 32 }],
      storage: 'encrypted-client',
    },
    {
      form: 'method',
      export: ['WorkOS', '()', 'userManagement', 'authenticateWithCode'],
      members: ['workos.userManagement.authenticateWithCode'],
      options: 0,
      secrets: [{ path: ['session', 'cookiePassword'], minLength: 32 }],
      storage: 'encrypted-client',
    },
    { form: 'call', export: ['configure'], options: 0, secrets: [{ path: ['cookiePassword'], minLength: 32 }] },
  ],
};
