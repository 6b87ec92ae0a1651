import type { Attributes, Library, SecretFact, Setup } from './types';

const attributes: Attributes = {
  secure: { path: ['cookieOptions', 'secure'], whenAbsent: true, undefinedRemoves: true },
  httpOnly: { path: ['cookieOptions', 'httpOnly'], whenAbsent: true, undefinedRemoves: true },
  sameSite: {
    path: ['cookieOptions', 'sameSite'],
    whenAbsent: 'lax',
    undefinedRemoves: true,
    values: ['lax', 'strict', 'none'],
  },
  maxAge: {
    path: ['cookieOptions', 'maxAge'],
    unit: 's',
    undefinedRemoves: true,
    rejectsTypes: ['string'],
    whenZero: 'dead',
  },
  expires: { path: ['cookieOptions', 'expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
  domain: { path: ['cookieOptions', 'domain'], whenAbsent: false },
  path: { path: ['cookieOptions', 'path'], whenAbsent: '/', undefinedRemoves: true },
  partitioned: { path: ['cookieOptions', 'partitioned'], whenAbsent: false },
  ttl: { path: ['ttl'], unit: 's', endless: [0] },
  name: { path: ['cookieName'] },
};

const secrets: readonly SecretFact[] = [{ path: ['password'], minLength: 32 }];

const facts = { attributes, secrets, storage: 'encrypted-client' } as const satisfies Partial<Setup>;

/**
 * `iron-session` on npm, README sections "Session options" and "API". Versions 8 and 9 have `getIronSession` alone;
 * 6 and 7 wrap handlers, and the wrapped request has a `session`. The lifetime is 14 days now and was 15 before 8.
 */
export const ironSession: Library = {
  module: 'iron-session',
  specifiers: ['iron-session/edge', 'iron-session/next', 'iron-session/express', 'iron-session/koa'],
  readFrom: '8.0.4',
  setups: [
    { form: 'call', export: ['getIronSession'], options: 'last', ...facts },
    { form: 'call', export: ['withIronSessionApiRoute'], options: 1, ...facts },
    { form: 'call', export: ['withIronSessionSsr'], options: 1, ...facts },
    { form: 'call', export: ['ironSession'], options: 0, ...facts },
    { form: 'call', export: ['sealData'], options: 1, secrets },
    { form: 'call', export: ['unsealData'], options: 1, secrets },
    { form: 'typed', export: ['SessionOptions'], shape: ['cookieName', 'password', 'cookieOptions'], ...facts },
    { form: 'typed', export: ['IronSessionOptions'], ...facts },
  ],
  sessions: [
    {
      exports: [['getIronSession', '()']],
      types: [['IronSession'], ['IronSessionData']],
      interfaces: [{ module: 'iron-session', name: 'IronSessionData' }],
      storage: 'encrypted-client',
      methods: { destroy: ['destroy'] },
    },
    { members: ['req.session', 'request.session'], methods: { destroy: ['destroy'] } },
  ],
};
