import type { Attributes, Library } from './types';

/** Without them both follow `appInfo`: the scheme of the API, and whether the website is on the same site. */
const attributes: Attributes = {
  secure: { path: ['cookieSecure'] },
  sameSite: { path: ['cookieSameSite'], values: ['lax', 'strict', 'none'], rejects: [true, false] },
  domain: { path: ['cookieDomain'], whenAbsent: false },
  path: { path: ['accessTokenPath'], whenAbsent: '/' },
};

/**
 * `supertokens-node` on npm, documentation "Session Management". Its cookies are never readable by scripts, but the
 * payload of the access token is: a header of its own, `front-token`, hands it to the browser. The data that is given
 * beside it stays in the core's database.
 */
export const supertokensNode: Library = {
  module: 'supertokens-node',
  specifiers: ['supertokens-node/recipe/session'],
  readFrom: '24.0.3',
  setups: [{ form: 'call', export: ['init'], options: 0, attributes, storage: 'server' }],
  sessions: [
    {
      exports: [
        ['createNewSession', '()'],
        ['getSession', '()'],
      ],
      types: [['SessionContainer']],
      storage: 'browser',
      writers: [{ exports: [['createNewSession']], argument: 4 }],
      methods: { assign: ['mergeIntoAccessTokenPayload'], all: ['getAccessTokenPayload'], destroy: ['revokeSession'] },
    },
  ],
};
