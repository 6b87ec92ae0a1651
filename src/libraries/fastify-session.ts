import type { Attributes, Library, SecretFact } from './types';

const attributes: Attributes = {
  secure: { path: ['cookie', 'secure'], whenAbsent: true, values: ['auto'] },
  httpOnly: { path: ['cookie', 'httpOnly'], whenAbsent: true },
  sameSite: { path: ['cookie', 'sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
  maxAge: {
    path: ['cookie', 'maxAge'],
    whenAbsent: false,
    unit: 'ms',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    whenZero: 'ignored',
  },
  expires: { path: ['cookie', 'expires'], whenAbsent: false },
  domain: { path: ['cookie', 'domain'], whenAbsent: false },
  path: { path: ['cookie', 'path'], whenAbsent: '/' },
  partitioned: { path: ['cookie', 'partitioned'], whenAbsent: false },
  name: { path: ['cookieName'], whenAbsent: 'sessionId' },
  rolling: { path: ['rolling'], whenAbsent: true },
  store: { path: ['store'], whenAbsent: 'memory' },
};

const secrets: readonly SecretFact[] = [{ path: ['secret'], minLength: 32 }];

const register = {
  form: 'plugin',
  methods: ['register'],
  plugin: 0,
  attributes,
  secrets,
  storage: 'server',
  checksConnection: true,
} as const;

/** `@fastify/session` on npm, README section "API"; `fastify-session` is its former name. */
export const fastifySession: Library = {
  module: '@fastify/session',
  specifiers: ['fastify-session'],
  readFrom: '11.1.3',
  setups: [
    { ...register, export: [] },
    { ...register, export: ['fastifySession'] },
    { form: 'typed', export: ['FastifySessionOptions'], attributes, secrets, storage: 'server' },
  ],
  sessions: [
    {
      members: ['request.session', 'req.session'],
      types: [['FastifySessionObject']],
      interfaces: [{ module: 'fastify', name: 'Session' }],
      methods: { set: ['set'], get: ['get'], regenerate: ['regenerate'], destroy: ['destroy'] },
      afterUnset: 'lives',
      afterCookie: 'lives',
      id: ['sessionId'],
    },
  ],
  memoryStores: [
    ['MemoryStore', '()'],
    ['Store', '()'],
  ],
};
