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
  maxAge: { path: ['cookieOptions', 'maxAge'], whenAbsent: 1_295_940, unit: 's' },
  domain: { path: ['cookieOptions', 'domain'], whenAbsent: false },
  path: { path: ['cookieOptions', 'path'], whenAbsent: '/', undefinedRemoves: true },
  ttl: { path: ['ttl'], whenAbsent: 1_296_000, unit: 's', endless: [0] },
  name: { path: ['cookieName'] },
};

const secrets: readonly SecretFact[] = [{ path: ['password'], minLength: 32 }];

const facts = { attributes, secrets, storage: 'encrypted-client' } as const satisfies Partial<Setup>;

/** `next-iron-session` on npm, README section "API": what `iron-session` was before its version 6. */
export const nextIronSession: Library = {
  module: 'next-iron-session',
  readFrom: '4.2.0',
  setups: [
    { form: 'call', export: ['withIronSession'], options: 1, ...facts },
    { form: 'call', export: ['ironSession'], options: 0, ...facts },
    { form: 'call', export: ['applySession'], options: 2, ...facts },
  ],
  sessions: [
    {
      members: ['req.session', 'request.session'],
      methods: { set: ['set'], get: ['get'], clear: ['unset'], destroy: ['destroy'] },
    },
  ],
};
