import { expect, it } from 'vitest';
import { lint, shown } from '../support/lint';

/** SuperTokens, Keycloak and Sails: what their facts have rules say, and what they must not. */
const inSuperTokens = (code: string): string[] =>
  shown(lint(`import Session from 'supertokens-node/recipe/session';\nasync function answer(req, res) {\n${code}\n}`));

it('a secret in the payload of an access token is handed to the browser', () => {
  const create =
    "const session = await Session.createNewSession(req, res, 'public', id, { role, apiKey: user.apiKey });";
  expect(inSuperTokens(create)).toEqual(['no-secret-in-session 3']);
  const merge =
    'const session = await Session.getSession(req, res);\nawait session.mergeIntoAccessTokenPayload({ apiKey: user.apiKey });';
  expect(inSuperTokens(merge)).toEqual(['no-secret-in-session 4']);
});

it('the data beside it stays on the server', () => {
  expect(
    inSuperTokens(
      "await Session.createNewSession(req, res, 'public', id, { role: 'admin' }, { apiKey: user.apiKey });",
    ),
  ).toEqual([]);
  expect(inSuperTokens('const session = await Session.getSession(req, res);\nreturn session.getUserId();')).toEqual([]);
});

it('the cookies of SuperTokens follow the addresses of the application unless they are told otherwise', () => {
  expect(
    inSuperTokens(
      'Session.init();\nSession.init({ antiCsrf: "VIA_TOKEN" });\nSession.init({ cookieSecure: isProduction });',
    ),
  ).toEqual([]);
  expect(inSuperTokens('Session.init({ cookieSecure: false });')).toEqual(['require-secure-cookie 3']);
  expect(inSuperTokens('Session.init({ cookieSameSite: true });')).toEqual(['no-ineffective-cookie-option 3']);
  expect(
    shown(lint("import { init } from 'supertokens-node';\ninit({ appInfo, supertokens: { connectionURI, apiKey } });")),
  ).toEqual([]);
});

it('tokens of keycloak-connect are credentials, and what they say is not', () => {
  const log = (value: string): string[] =>
    shown(lint(`import Keycloak from 'keycloak-connect';\napp.get('/', (req, res) => { console.log(${value}); });`));
  expect(log('req.kauth.grant.access_token.token')).toEqual(['no-session-leak 2']);
  expect(log('req.kauth.grant.refresh_token')).toEqual(['no-session-leak 2']);
  expect(log('req.kauth.grant.access_token.content')).toEqual([]);
  expect(log('req.kauth.grant.access_token.content.preferred_username')).toEqual([]);
  expect(log('Boolean(req.kauth.grant)')).toEqual([]);
});

it('keycloak-connect writes the tokens of its users into a cookie where it is told to', () => {
  const made = (options: string): string[] =>
    shown(
      lint(`const Keycloak = require('keycloak-connect');\nconst keycloak = new Keycloak(${options}, config);`, {
        sourceType: 'commonjs',
      }),
    );
  expect(made('{ cookies: true }')).toEqual(['no-secret-in-cookie 2']);
  expect(made("{ scope: 'openid', ...{ cookies: !0 } }")).toEqual(['no-secret-in-cookie 2']);
  expect(made('{ cookies: false }')).toEqual([]);
  expect(made('{ cookies: config.cookies }')).toEqual([]);
  expect(made('{ store }')).toEqual([]);
  expect(made('options')).toEqual([]);
  expect(made('{}')).toEqual([]);
  const ofAnother = "const Keycloak = require('./keycloak');\nconst keycloak = new Keycloak({ cookies: true });";
  expect(shown(lint(ofAnother, { sourceType: 'commonjs' }))).toEqual([]);
});

it('the session of Sails is read from its file, where absence says nothing', () => {
  const configured = (options: string, filename = 'config/session.js'): string[] =>
    shown(lint(`module.exports.session = ${options};`, { filename, sourceType: 'commonjs' }));
  expect(configured('{ cookie: { httpOnly: false } }')).toEqual(['require-http-only-cookie 1']);
  expect(configured("{ secret: 'keyboard ' + 'cat' }")).toEqual(['no-weak-session-secret 1']);
  expect(configured("{ cookie: { secure: 'auto' } }")).toEqual(['no-ineffective-cookie-option 1']);
  expect(configured('{ secret: process.env.SESSION_SECRET, cookie: { maxAge: 8 * 60 * 60 * 1000 } }')).toEqual([]);
  expect(configured('{ timeout: 30 }')).toEqual([]);
  expect(configured("{ cookie: { secure: 'auto' } }", 'config/sockets.js')).toEqual([]);
});
