import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import { strong } from '../serve.mjs';

const require = createRequire(import.meta.url);
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const accessToken = `${part({ alg: 'none' })}.${part({ sid: 'session_1', exp: 4e9 })}.x`;

/** The servers of WorkOS on loopback: they answer every code and every refresh with a user that has these words. */
async function provider() {
  const user = { object: 'user', id: 'user_1', email: 'probe@probe.test' };
  const server = http.createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ user, access_token: accessToken, refresh_token: 'refresh', authentication_method: 'Password' }),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { port: server.address().port, user, close: () => server.close() };
}

/** A user is what a session holds; the words of the probe are its name. */
const ways = { write: (session, _key, value) => (session.first_name = value), read: (session) => session?.firstName };

/** A program that signs somebody on, and writes what `seal` makes of it into a cookie. */
async function program({ WorkOS }, seal, unseal) {
  const { port, user, close } = await provider();
  const { userManagement } = new WorkOS('sk_test_probe', {
    clientId: 'client_1',
    apiHostname: '127.0.0.1',
    port,
    https: false,
  });
  return {
    close,
    async visit({ cookie, act }) {
      if (cookie) {
        const back = await unseal(userManagement, cookie.slice('wos-session='.length));
        await act(() => back.user);
        return [];
      }
      await act(() => user);
      return [`wos-session=${await seal(userManagement)}`];
    },
  };
}

/** The package anew: what `configure` is told stays in it. */
function authkit() {
  for (const file of Object.keys(require.cache)) if (file.includes('authkit-react-router')) delete require.cache[file];
  return require('@workos-inc/authkit-react-router');
}

export default {
  module: '@workos-inc/node',
  places: {
    'workos.userManagement.authenticateWithCode()': {
      options: { session: { sealSession: true, cookiePassword: strong } },
      start: (library, options) =>
        program(
          library,
          async (users) =>
            (await users.authenticateWithCode({ clientId: 'client_1', code: 'code', ...options })).sealedSession,
          (users, sessionData) =>
            users.getSessionFromCookie({ sessionData, cookiePassword: options.session.cookiePassword }),
        ),
      ...ways,
    },
    'workos.userManagement.loadSealedSession()': {
      options: { cookiePassword: strong },
      start: (library, options) => {
        // A first seal, of another session of the same user.
        const session = { sealSession: true, cookiePassword: strong };
        const refreshed = async (users, sessionData) => {
          const answer = await users.loadSealedSession({ ...options, sessionData }).refresh();
          if (!answer.authenticated) throw new Error(answer.reason);
          return answer;
        };
        return program(
          library,
          async (users) => {
            const { sealedSession } = await users.authenticateWithCode({ clientId: 'client_1', code: 'code', session });
            if (options.cookiePassword === strong) return (await refreshed(users, sealedSession)).sealedSession;
            // Anything that looks like a seal: it is the password that is looked at first.
            await users.loadSealedSession({ ...options, sessionData: sealedSession }).authenticate();
            return sealedSession;
          },
          (users, sessionData) => users.getSessionFromCookie({ sessionData, ...options }),
        );
      },
      ...ways,
    },
    'configure()': {
      options: { cookiePassword: strong },
      async start(_library, options) {
        const { port, close } = await provider();
        const { authLoader, configure } = authkit();
        const redirectUri = 'https://probe.test/callback';
        configure({
          clientId: 'client_1',
          apiKey: 'sk_test_probe',
          redirectUri,
          apiHostname: '127.0.0.1',
          apiPort: port,
          apiHttps: false,
          ...options,
        });
        return {
          close,
          async visit() {
            const response = await authLoader()({ request: new Request(`${redirectUri}?code=code`) });
            if (!(response instanceof Response)) throw new Error(response.data.error.message);
            return response.headers.getSetCookie();
          },
        };
      },
    },
  },
};
