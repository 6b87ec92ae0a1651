import type { Library } from './types';

const grants = ['req.kauth.grant', 'request.kauth.grant'];

/**
 * `keycloak-connect` on npm, stores and README section "Session Store". The session is the one of `express-session`,
 * where it keeps all tokens of a user as `keycloak-token`. What lies in a token, its `content`, is no credential.
 * With `cookies` the tokens go into a cookie of that name, as they are and without a single attribute.
 */
export const keycloakConnect: Library = {
  module: 'keycloak-connect',
  readFrom: '26.1.1',
  setups: [{ form: 'call', export: [], options: 0, attributes: { tokens: { path: ['cookies'], whenAbsent: false } } }],
  credentials: grants.flatMap((grant) => [
    `${grant}.__raw`,
    ...['access_token', 'refresh_token', 'id_token'].flatMap((key) => [`${grant}.${key}`, `${grant}.${key}.token`]),
  ]),
};
