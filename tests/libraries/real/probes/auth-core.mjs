import { Auth, skipCSRFCheck } from '@auth/core';
import Credentials from '@auth/core/providers/credentials';
import { strong } from '../serve.mjs';

const url = (https, action) => `http${https ? 's' : ''}://localhost/auth/${action}`;

const configOf = (options) => ({
  providers: [Credentials({ authorize: () => ({ id: '1', name: 'value' }) })],
  basePath: '/auth',
  trustHost: true,
  skipCSRFCheck,
  logger: { error: () => undefined, warn: () => undefined },
  ...options,
});

/** Signs in; the lines of the response. */
async function signIn(options, https) {
  const request = new Request(url(https, 'callback/credentials'), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'name=value',
  });
  const response = await Auth(request, configOf(options));
  const location = response.headers.get('location') ?? '';
  if (response.status >= 400 || location.includes('error')) throw new Error(`${response.status} ${location}`);
  return response.headers.getSetCookie();
}

const isSession = (line) => line.includes('session-token') || line.startsWith('probe_sid');

export default {
  module: '@auth/core',
  places: {
    'Auth()': {
      options: { secret: strong },
      start: (_library, options) => ({
        visit: async ({ https }) => (await signIn(options, https)).filter(isSession),
      }),
    },
    'callbacks.session.session': {
      async browser(_library, marker) {
        const callbacks = { session: ({ session }) => ({ ...session, words: marker }) };
        const options = { secret: strong, callbacks };
        const cookie = (await signIn(options, true)).map((line) => line.split(';')[0]).join('; ');
        const response = await Auth(new Request(url(true, 'session'), { headers: { cookie } }), configOf(options));
        return response.text();
      },
    },
  },
};
