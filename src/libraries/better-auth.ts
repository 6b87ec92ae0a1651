import type { Attributes, Library, SecretFact } from './types';

const general = ['advanced', 'defaultCookieAttributes'];
const own = ['advanced', 'cookies', 'session_token', 'attributes'];
const at = (key: string) => ({ path: [...general, key], aliases: [[...own, key]] });

const attributes: Attributes = {
  secure: {
    path: ['advanced', 'useSecureCookies'],
    impliedBy: [
      [...general, 'secure'],
      [...own, 'secure'],
    ],
  },
  httpOnly: { ...at('httpOnly'), whenAbsent: true, undefinedRemoves: true },
  sameSite: {
    ...at('sameSite'),
    whenAbsent: 'lax',
    undefinedRemoves: true,
    values: ['lax', 'strict', 'none'],
    rejects: [true, false],
  },
  domain: { ...at('domain'), whenAbsent: false, impliedBy: [['advanced', 'crossSubDomainCookies']] },
  path: { ...at('path'), whenAbsent: '/', undefinedRemoves: true },
  partitioned: { ...at('partitioned'), whenAbsent: false },
  name: { path: ['advanced', 'cookies', 'session_token', 'name'], impliedBy: [['advanced', 'cookiePrefix']] },
  maxAge: { path: ['session', 'expiresIn'], whenAbsent: 604_800, unit: 's', whenZero: 'ignored', max: 34_560_000 },
};

// `secrets` is a list of `{ version, value }`, the first of which signs.
const secrets: readonly SecretFact[] = [{ path: ['secret'] }, { path: ['secrets'] }];

/**
 * `better-auth` on npm, documentation "Options" and "Cookies". `secure` and a prefix of the name follow `baseURL`, over
 * which `secure: false` among the attributes has no power. A secret under 32 characters is only warned of. What
 * `customSession` returns is what the browser is told of the session.
 */
export const betterAuth: Library = {
  module: 'better-auth',
  specifiers: ['better-auth/minimal', 'better-auth/plugins', 'better-auth/plugins/custom-session', 'better-auth/types'],
  readFrom: '1.7.25',
  setups: [
    { form: 'call', export: ['betterAuth'], options: 0, attributes, secrets, storage: 'server' },
    { form: 'typed', export: ['BetterAuthOptions'], attributes, secrets, storage: 'server' },
  ],
  sessions: [
    { returned: [['customSession']], storage: 'browser' },
    { exports: [['betterAuth', '()', 'api', 'getSession', '()']], storage: 'browser' },
  ],
};
