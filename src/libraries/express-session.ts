import type { Attributes, Library, SecretFact } from './types';

const attributes: Attributes = {
  secure: { path: ['cookie', 'secure'], whenAbsent: false, values: ['auto'] },
  httpOnly: { path: ['cookie', 'httpOnly'], whenAbsent: true, undefinedRemoves: true },
  sameSite: { path: ['cookie', 'sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none', 'auto'] },
  maxAge: {
    path: ['cookie', 'maxAge'],
    whenAbsent: false,
    unit: 'ms',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    whenZero: 'dead',
  },
  // A number is taken for what `maxAge` would be.
  expires: { path: ['cookie', 'expires'], whenAbsent: false, unit: 'ms', rejectsTypes: ['string'], whenZero: 'dead' },
  domain: { path: ['cookie', 'domain'], whenAbsent: false },
  path: { path: ['cookie', 'path'], whenAbsent: '/', undefinedRemoves: true },
  partitioned: { path: ['cookie', 'partitioned'], whenAbsent: false },
  name: { path: ['name'], aliases: [['key']], whenAbsent: 'connect.sid' },
  store: { path: ['store'], whenAbsent: 'memory' },
  rolling: { path: ['rolling'], whenAbsent: false },
  proxy: { path: ['proxy'] },
};

/** What a request may say of its own session's cookie; the rest is said where the session is set up. */
const ofRequest: Attributes = {
  secure: { path: ['secure'], values: ['auto'] },
  httpOnly: { path: ['httpOnly'], undefinedRemoves: true },
  sameSite: { path: ['sameSite'], values: ['lax', 'strict', 'none'] },
  maxAge: { path: ['maxAge'], unit: 'ms', rejectsTypes: ['string'], rejectsDigits: true },
  domain: { path: ['domain'] },
};

const secrets: readonly SecretFact[] = [{ path: ['secret'] }];

/** `express-session` on npm, README sections "API" and "Cookie options"; types in `@types/express-session`. */
export const expressSession: Library = {
  module: 'express-session',
  readFrom: '1.19.0',
  setups: [
    {
      form: 'call',
      export: [],
      options: 0,
      unimported: { names: ['session', 'expressSession'], keys: ['resave', 'saveUninitialized'] },
      attributes,
      secrets,
      storage: 'server',
      checksConnection: true,
    },
    {
      // LoopBack calls it with the options it is given beside it, or bound to it elsewhere.
      form: 'plugin',
      export: [],
      methods: ['expressMiddleware'],
      plugin: 0,
      isInjected: true,
      attributes,
      secrets,
      storage: 'server',
      checksConnection: true,
    },
    { form: 'typed', export: ['SessionOptions'], shape: ['resave', 'cookie'], attributes, secrets, storage: 'server' },
  ],
  cookieWrites: [
    {
      assigned: ['req.session.cookie', 'request.session.cookie'],
      isOfSession: true,
      name: 'step',
      options: 0,
      attributes: ofRequest,
    },
  ],
  sessions: [
    {
      // Handshakes are given a session by express-socket.io-session, which shares it.
      members: ['req.session', 'request.session', 'handshake.session'],
      types: [['Session'], ['SessionData']],
      interfaces: [
        { module: 'express-session', name: 'SessionData' },
        { module: 'express-session', name: 'Session' },
      ],
      methods: { regenerate: ['regenerate'], destroy: ['destroy'] },
      afterUnset: 'lives',
      unsetEndsWith: { path: ['unset'], value: 'destroy' },
      afterCookie: 'lives',
      id: ['id'],
      idMembers: ['req.sessionID', 'request.sessionID'],
      storeMembers: ['req.sessionStore', 'request.sessionStore'],
    },
  ],
  memoryStores: [['MemoryStore', '()']],
};
