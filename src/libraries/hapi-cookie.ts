import type { Attributes, Library, SecretFact } from './types';

const attributes: Attributes = {
  secure: { path: ['cookie', 'isSecure'], whenAbsent: true, undefinedRemoves: true, rejects: ['auto'] },
  httpOnly: { path: ['cookie', 'isHttpOnly'], whenAbsent: true, undefinedRemoves: true },
  sameSite: {
    path: ['cookie', 'isSameSite'],
    whenAbsent: 'Strict',
    undefinedRemoves: true,
    values: ['Lax', 'Strict', 'None'],
    rejects: [true, 'lax', 'strict', 'none'],
  },
  maxAge: { path: ['cookie', 'ttl'], whenAbsent: false, unit: 'ms', rejectsTypes: ['string'], whenZero: 'dead' },
  domain: { path: ['cookie', 'domain'], whenAbsent: false },
  path: { path: ['cookie', 'path'], whenAbsent: false },
  name: { path: ['cookie', 'name'], whenAbsent: 'sid' },
};

const secrets: readonly SecretFact[] = [{ path: ['cookie', 'password'], minLength: 32 }];

/** `@hapi/cookie` on npm, API.md: an authentication scheme whose cookie holds the credentials, sealed. */
export const hapiCookie: Library = {
  module: '@hapi/cookie',
  // The server its scheme is registered with.
  specifiers: ['@hapi/hapi'],
  readFrom: '12.0.1',
  setups: ['server', 'Server'].map((server) => ({
    form: 'method',
    export: [server, '()', 'auth', 'strategy'],
    members: ['server.auth.strategy'],
    options: 2,
    where: { argument: 1, value: 'cookie' },
    attributes,
    secrets,
    storage: 'encrypted-client',
  })),
  sessions: [
    {
      members: ['request.cookieAuth', 'req.cookieAuth'],
      storage: 'encrypted-client',
      methods: { set: ['set'], assign: ['set'], clear: ['clear'], destroy: ['clear'] },
    },
  ],
};
