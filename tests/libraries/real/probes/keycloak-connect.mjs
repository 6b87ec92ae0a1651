import cookieParser from 'cookie-parser';
import express from 'express';
import session from 'express-session';
import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { serve, strong } from '../serve.mjs';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const words = 'words in the tokens of the probe';
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as Keycloak signs it. */
function tokenOf(type, issuer) {
  const now = Math.floor(Date.now() / 1000);
  const said = {
    typ: type,
    iss: issuer,
    aud: 'client',
    azp: 'client',
    sub: 'somebody',
    iat: now,
    exp: now + 3600,
    note: words,
  };
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(said)}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

/** A Keycloak on loopback, which knows everybody. */
async function provider() {
  const server = http.createServer((_request, response) => {
    const issuer = `http://127.0.0.1:${server.address().port}/realms/probe`;
    const [access_token, id_token, refresh_token] = ['Bearer', 'ID', 'Refresh'].map((type) => tokenOf(type, issuer));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token, id_token, refresh_token, expires_in: 3600, token_type: 'Bearer' }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

export default {
  module: 'keycloak-connect',
  places: {
    'default()': {
      options: { cookies: true },
      tokens: words,
      async start({ default: Keycloak }, options) {
        const server = await provider();
        const store = new session.MemoryStore();
        const keycloak = new Keycloak(options.cookies ? options : { ...options, store }, {
          realm: 'probe',
          resource: 'client',
          'auth-server-url': `http://127.0.0.1:${server.address().port}`,
          'realm-public-key': publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
          'public-client': true,
        });
        const app = await serve((visited) =>
          express()
            .use(cookieParser())
            .use(session({ store, secret: strong, resave: false, saveUninitialized: true }))
            .use(async (req, _res, next) => {
              await visited();
              // Where Keycloak sends somebody back to after the login.
              req.url = '/?auth_callback=1&code=code';
              next();
            })
            .use(keycloak.middleware()),
        );
        const close = () => Promise.all([app.close(), new Promise((resolve) => server.close(resolve))]);
        return { ...app, close };
      },
    },
  },
};
