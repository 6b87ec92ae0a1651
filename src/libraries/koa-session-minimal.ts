import type { Attributes, Library } from './types';

const attributes: Attributes = {
  secure: { path: ['cookie', 'secure'], whenAbsent: 'auto' },
  httpOnly: { path: ['cookie', 'httpOnly'], whenAbsent: true, undefinedRemoves: true },
  sameSite: { path: ['cookie', 'sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
  maxAge: {
    path: ['cookie', 'maxAge'],
    whenAbsent: false,
    unit: 'ms',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    whenZero: 'ignored',
  },
  domain: { path: ['cookie', 'domain'], whenAbsent: false },
  path: { path: ['cookie', 'path'], whenAbsent: '/', undefinedRemoves: true },
  name: { path: ['key'], whenAbsent: 'koa:sess' },
  store: { path: ['store'], whenAbsent: 'memory' },
};

/** `koa-session-minimal` on npm, README section "Options". The id is never signed, whatever `cookie.signed` says. */
export const koaSessionMinimal: Library = {
  module: 'koa-session-minimal',
  readFrom: '4.0.3',
  setups: [{ form: 'call', export: [], options: 0, attributes, storage: 'server' }],
  sessions: [
    {
      members: ['ctx.session'],
      renewedBy: ['ctx.sessionHandler.regenerateId'],
      afterUnset: 'ends',
      afterCookie: 'lives',
    },
  ],
};
