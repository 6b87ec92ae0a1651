import type { Attributes, Library, SecretFact, Setup } from './types';

const attributes: Attributes = {
  secure: { path: ['cookieOptions', 'isSecure'], whenAbsent: true, rejects: ['auto'] },
  httpOnly: { path: ['cookieOptions', 'isHttpOnly'], whenAbsent: true },
  sameSite: {
    path: ['cookieOptions', 'isSameSite'],
    whenAbsent: 'Lax',
    values: ['Lax', 'Strict', 'None'],
    rejects: [true, 'lax', 'strict', 'none'],
  },
  maxAge: { path: ['cookieOptions', 'ttl'], whenAbsent: false, unit: 'ms', rejectsTypes: ['string'], whenZero: 'dead' },
  domain: { path: ['cookieOptions', 'domain'], whenAbsent: false },
  path: { path: ['cookieOptions', 'path'], whenAbsent: '/' },
  name: { path: ['name'], whenAbsent: 'session' },
};

const secrets: readonly SecretFact[] = [{ path: ['cookieOptions', 'password'], minLength: 32 }];

const facts = {
  attributes,
  secrets,
  storage: 'encrypted-client',
  storageWhen: [{ path: ['maxCookieSize'], values: [0], storage: 'server' }],
} as const satisfies Partial<Setup>;

/**
 * `@hapi/yar` on npm, API.md; `yar` is its former name. Data lies sealed in the cookie as long as it fits, and in the
 * server's cache beyond that.
 */
export const hapiYar: Library = {
  module: '@hapi/yar',
  specifiers: ['yar'],
  readFrom: '11.0.3',
  setups: [
    { form: 'object', export: [], plugin: 'plugin', options: 'options', ...facts },
    { form: 'typed', export: ['YarOptions'], ...facts },
  ],
  sessions: [
    {
      members: ['request.yar'],
      types: [['Yar']],
      interfaces: [{ module: '@hapi/yar', name: 'YarValues' }],
      methods: { set: ['set'], get: ['get'], clear: ['clear'], regenerate: ['reset'], destroy: ['reset'] },
      id: ['id'],
    },
  ],
};
