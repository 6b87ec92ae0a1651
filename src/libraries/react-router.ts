import type { Attributes, Library, Setup, DataLocation } from './types';

const cookie: Attributes = {
  secure: { path: ['secure'], whenAbsent: false },
  httpOnly: { path: ['httpOnly'], whenAbsent: false },
  sameSite: { path: ['sameSite'], whenAbsent: 'lax', undefinedRemoves: true, values: ['lax', 'strict', 'none'] },
  maxAge: {
    path: ['maxAge'],
    whenAbsent: false,
    unit: 's',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    whenZero: 'dead',
    versions: [{ before: '7.0.0', rejectsDigits: false }],
  },
  expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
  domain: { path: ['domain'], whenAbsent: false },
  path: { path: ['path'], whenAbsent: '/', undefinedRemoves: true },
  partitioned: { path: ['partitioned'], whenAbsent: false },
};

const storageAttributes: Attributes = {
  secure: { ...cookie.secure, path: ['cookie', 'secure'] },
  httpOnly: { ...cookie.httpOnly, path: ['cookie', 'httpOnly'] },
  sameSite: { ...cookie.sameSite, path: ['cookie', 'sameSite'] },
  maxAge: { ...cookie.maxAge, path: ['cookie', 'maxAge'] },
  expires: { ...cookie.expires, path: ['cookie', 'expires'] },
  domain: { ...cookie.domain, path: ['cookie', 'domain'] },
  path: { ...cookie.path, path: ['cookie', 'path'] },
  partitioned: { ...cookie.partitioned, path: ['cookie', 'partitioned'] },
  name: { path: ['cookie', 'name'], whenAbsent: '__session' },
};

const storageOf = (name: string, storage: DataLocation): Setup => ({
  form: 'call',
  export: [name],
  options: 0,
  attributes: storageAttributes,
  secrets: [{ path: ['cookie', 'secrets'], unsignedWhenAbsent: true }],
  storage,
});

const methods = { set: ['set', 'flash'], get: ['get'], has: ['has'], clear: ['unset'], all: ['data'] } as const;

const onServer = [
  'createSessionStorage',
  'createMemorySessionStorage',
  'createFileSessionStorage',
  'createWorkersKVSessionStorage',
  'createArcTableSessionStorage',
] as const;

/**
 * `react-router` on npm, documentation "Sessions and Cookies"; the packages of Remix, its former name, have the same.
 * `createCookieSessionStorage` signs and does not encrypt.
 */
export const reactRouter: Library = {
  module: 'react-router',
  specifiers: [
    '@react-router/node',
    '@react-router/cloudflare',
    '@react-router/architect',
    '@remix-run/node',
    '@remix-run/cloudflare',
    '@remix-run/deno',
    '@remix-run/architect',
    '@remix-run/server-runtime',
    'remix',
  ],
  readFrom: '7.18.5',
  setups: [
    storageOf('createCookieSessionStorage', 'signed-client'),
    { ...storageOf('createSessionStorage', 'server'), givenId: ['readData', 'updateData', 'deleteData'] },
    ...onServer.filter((name) => name !== 'createSessionStorage').map((name) => storageOf(name, 'server')),
  ],
  cookieWrites: [
    {
      exports: [['createCookie']],
      name: 0,
      options: 1,
      attributes: cookie,
      secrets: [{ path: ['secrets'], unsignedWhenAbsent: true }],
      definition: true,
    },
  ],
  sessions: [
    { exports: [['createCookieSessionStorage', '()', 'getSession', '()']], methods, storage: 'signed-client' },
    { exports: onServer.map((name) => [name, '()', 'getSession', '()']), methods, storage: 'server' },
    {
      exports: [['createSession', '()']],
      types: [['Session']],
      methods,
      unimported: { names: ['getSession'], header: 'cookie' },
    },
  ],
  responses: [
    { as: 'body', exports: [['json'], ['data'], ['defer']], argument: 0 },
    { as: 'redirect', exports: [['redirect'], ['redirectDocument'], ['replace']], argument: 0 },
  ],
  handlers: [{ exported: ['loader', 'action'] }],
  memoryStores: [['createMemorySessionStorage', '()']],
};
