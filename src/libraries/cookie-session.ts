import type { Attributes, Library, SecretFact } from './types';

const attributes: Attributes = {
  secure: { path: ['secure'], whenAbsent: 'auto' },
  httpOnly: { path: ['httpOnly'], whenAbsent: true },
  sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
  maxAge: {
    path: ['maxAge'],
    aliases: [['maxage']],
    whenAbsent: false,
    unit: 'ms',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    whenZero: 'ignored',
  },
  expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
  domain: { path: ['domain'], whenAbsent: false },
  path: { path: ['path'], whenAbsent: '/', undefinedRemoves: true },
  partitioned: { path: ['partitioned'], whenAbsent: false },
  name: { path: ['name'], whenAbsent: 'session' },
  signed: { path: ['signed'], whenAbsent: true },
};

/** What a request may say of its own session's cookie; the rest is said where the session is set up. */
const ofRequest: Attributes = {
  secure: { path: ['secure'] },
  httpOnly: { path: ['httpOnly'], undefinedRemoves: true },
  sameSite: { path: ['sameSite'], values: ['lax', 'strict', 'none'] },
  maxAge: { path: ['maxAge'], unit: 'ms', rejectsTypes: ['string'], rejectsDigits: true },
  expires: { path: ['expires'], rejectsTypes: ['string', 'number'] },
  domain: { path: ['domain'] },
};

const secrets: readonly SecretFact[] = [{ path: ['keys'] }, { path: ['secret'] }];

/**
 * `cookie-session` on npm, README sections "Options" and "Cookie Options". Its types are declared globally by
 * `@types/cookie-session`, so the name of the options type needs no import.
 */
export const cookieSession: Library = {
  module: 'cookie-session',
  readFrom: '2.1.1',
  setups: [
    {
      form: 'call',
      export: [],
      options: 0,
      unimported: { names: ['cookieSession'], keys: [] },
      attributes,
      secrets,
      storage: 'signed-client',
      checksConnection: true,
      opensOnUse: true,
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
      storage: 'signed-client',
      checksConnection: true,
      opensOnUse: true,
    },
    {
      form: 'typed',
      export: ['CookieSessionInterfaces', 'CookieSessionOptions'],
      attributes,
      secrets,
      storage: 'signed-client',
    },
  ],
  cookieWrites: [
    {
      assigned: ['req.sessionOptions', 'request.sessionOptions'],
      isOfSession: true,
      name: 'step',
      options: 0,
      attributes: ofRequest,
    },
  ],
  sessions: [
    {
      members: ['req.session', 'request.session'],
      types: [['CookieSessionInterfaces', 'CookieSessionObject']],
      interfaces: [{ module: 'cookie-session', name: 'CookieSessionInterfaces.CookieSessionObject' }],
    },
  ],
};
