import type { Attributes, Library } from './types';

const attributes: Attributes = {
  secure: { path: ['cookie', 'secure'], whenAbsent: 'auto' },
  httpOnly: { path: ['cookie', 'httpOnly'], whenAbsent: true },
  sameSite: { path: ['cookie', 'sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
  maxAge: {
    path: ['cookie', 'maxAge'],
    whenAbsent: 86_400_000,
    unit: 'ms',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    whenZero: 'ignored',
  },
  domain: { path: ['cookie', 'domain'], whenAbsent: false },
  path: { path: ['cookie', 'path'], whenAbsent: '/' },
  signed: { path: ['cookie', 'signed'], whenAbsent: true },
  name: { path: ['key'], whenAbsent: 'koa.sid' },
  store: { path: ['store'], whenAbsent: 'memory' },
};

/** `koa-generic-session` on npm, README section "Options". Its cookie is signed with the keys of koa's application. */
export const koaGenericSession: Library = {
  module: 'koa-generic-session',
  readFrom: '2.3.1',
  setups: [{ form: 'call', export: [], options: 0, attributes, storage: 'server' }],
  sessions: [
    {
      members: ['ctx.session'],
      interfaces: ['Context', 'DefaultContext', 'ExtendableContext'].map((name) => ({
        module: 'koa',
        name,
        member: 'session',
      })),
      renewedBy: ['ctx.regenerateSession'],
      afterUnset: 'ends',
      afterCookie: 'lives',
    },
  ],
  memoryStores: [['MemoryStore', '()']],
};
