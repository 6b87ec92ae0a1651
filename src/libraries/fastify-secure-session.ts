import type { Attributes, Library, SecretFact } from './types';

const attributes: Attributes = {
  secure: { path: ['cookie', 'secure'], aliases: [['cookieOptions', 'secure']], whenAbsent: false, values: ['auto'] },
  httpOnly: { path: ['cookie', 'httpOnly'], aliases: [['cookieOptions', 'httpOnly']], whenAbsent: true },
  sameSite: {
    path: ['cookie', 'sameSite'],
    aliases: [['cookieOptions', 'sameSite']],
    undefinedRemoves: true,
    values: ['lax', 'strict', 'none'],
    versions: [{ before: '4.0.0', whenAbsent: false }],
  },
  maxAge: {
    path: ['cookie', 'maxAge'],
    aliases: [['cookieOptions', 'maxAge']],
    whenAbsent: false,
    unit: 's',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    whenZero: 'dead',
    versions: [{ before: '8.0.0', rejectsDigits: false }],
  },
  expires: {
    path: ['cookie', 'expires'],
    aliases: [['cookieOptions', 'expires']],
    whenAbsent: false,
    rejectsTypes: ['string'],
  },
  domain: { path: ['cookie', 'domain'], aliases: [['cookieOptions', 'domain']], whenAbsent: false },
  path: { path: ['cookie', 'path'], aliases: [['cookieOptions', 'path']], whenAbsent: false },
  partitioned: { path: ['cookie', 'partitioned'], aliases: [['cookieOptions', 'partitioned']], whenAbsent: false },
  name: { path: ['cookieName'], aliases: [['sessionName']], whenAbsent: 'session' },
  ttl: { path: ['expiry'], whenAbsent: 86_401, unit: 's' },
};

const secrets: readonly SecretFact[] = [
  { path: ['secret'], minLength: 32 },
  { path: ['key'], encoding: 'base64' },
];

const register = {
  form: 'plugin',
  methods: ['register'],
  plugin: 0,
  list: true,
  attributes,
  secrets,
  storage: 'encrypted-client',
} as const;

/**
 * `@fastify/secure-session` on npm, README sections "Usage" and "Configuring cookie options". `sameSite` comes from
 * `@fastify/cookie`, where `lax` became the default in version 10: absence says nothing. Up to version 3, when both had
 * their old names, it brought a `fastify-cookie` of its own, which has no default.
 */
export const fastifySecureSession: Library = {
  module: '@fastify/secure-session',
  specifiers: ['fastify-secure-session'],
  readFrom: '8.4.0',
  setups: [
    { ...register, export: [] },
    { ...register, export: ['fastifySecureSession'] },
    { form: 'typed', export: ['SecureSessionPluginOptions'], attributes, secrets, storage: 'encrypted-client' },
  ],
  sessions: [
    {
      members: ['request.session', 'req.session'],
      types: [['Session'], ['SessionData']],
      interfaces: [{ module: '@fastify/secure-session', name: 'SessionData' }],
      methods: { set: ['set'], get: ['get'], regenerate: ['regenerate'], destroy: ['delete'] },
    },
  ],
};
