import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { customSession } from 'better-auth/plugins';
import { createHmac } from 'node:crypto';
import { strong } from '../serve.mjs';

const base = { baseURL: 'https://probe.test', secret: strong };

/** Signs somebody up, which sets the cookie of the session. */
async function signUp(options) {
  const database = memoryAdapter({ user: [], session: [], account: [], verification: [] });
  const auth = betterAuth({ ...base, database, emailAndPassword: { enabled: true }, ...options });
  const body = JSON.stringify({ email: 'probe@probe.test', password: 'not-a-secret-0123', name: 'probe' });
  const headers = { 'content-type': 'application/json', origin: base.baseURL };
  const response = await auth.handler(
    new Request(`${base.baseURL}/api/auth/sign-up/email`, { method: 'POST', headers, body }),
  );
  if (response.status >= 400) throw new Error(`${response.status}: ${await response.text()}`);
  return { auth, lines: response.headers.getSetCookie() };
}

const other = strong.toUpperCase();

/** Is the cookie signed with the secret that the options have? */
async function signedWith(options) {
  const [line] = (await signUp(options)).lines;
  const [token, signature] = decodeURIComponent(line.split(';')[0].split('=').slice(1).join('=')).split('.');
  const wanted = createHmac('sha256', other).update(token).digest('base64');
  return signature === wanted ? undefined : `signed with another one: ${line}`;
}

export default {
  module: 'better-auth',
  unproven: {
    storage: 'what a session holds is written to the database by the library alone',
    name: 'has a prefix of its own, and another over HTTPS',
  },
  places: {
    'betterAuth()': {
      options: {},
      start: (_library, options) => ({ visit: async () => (await signUp(options)).lines }),
      // A short one is only warned of.
      proofs: {
        'secret secret': () => signedWith({ secret: other }),
        'secret secrets': () =>
          signedWith({
            secrets: [
              { version: 2, value: other },
              { version: 1, value: strong },
            ],
          }),
      },
    },
    'customSession()': {
      start: () => ({ visit: async () => [] }),
      browser: async (_library, marker) => {
        const { auth, lines } = await signUp({
          plugins: [customSession(async ({ user, session }) => ({ user, session, marker }))],
        });
        const cookie = lines.map((line) => line.split(';')[0]).join('; ');
        const response = await auth.handler(
          new Request(`${base.baseURL}/api/auth/get-session`, { headers: { cookie } }),
        );
        return response.text();
      },
    },
  },
};
