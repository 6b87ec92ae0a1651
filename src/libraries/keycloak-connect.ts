import type { Library } from './types';

const grants = ['req.kauth.grant', 'request.kauth.grant'];

/**
 * `keycloak-connect` on npm, stores and README section "Session Store". The session is the one of `express-session`,
 * where it keeps all tokens of a user as `keycloak-token`. What lies in a token, its `content`, is no credential.
 * Not seen: `new Keycloak({ cookies: true })` writes the tokens into a cookie without a single attribute.
 */
export const keycloakConnect: Library = {
  module: 'keycloak-connect',
  readFrom: '26.1.1',
  credentials: grants.flatMap((grant) => [
    `${grant}.__raw`,
    ...['access_token', 'refresh_token', 'id_token'].flatMap((key) => [`${grant}.${key}`, `${grant}.${key}.token`]),
  ]),
};
