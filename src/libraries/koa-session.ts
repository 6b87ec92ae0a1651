import type { Attributes, Library, Setup } from './types';

const attributes: Attributes = {
  secure: {
    path: ['secure'],
    whenAbsent: 'auto',
    rejectsTypes: ['string'],
    versions: [{ before: '7.0.0', rejectsTypes: [] }],
  },
  httpOnly: { path: ['httpOnly'], whenAbsent: true },
  sameSite: {
    path: ['sameSite'],
    whenAbsent: false,
    values: ['lax', 'strict', 'none'],
    rejects: [true, false],
    rejectsUnlessBefore: '7.0.0',
  },
  // Without it the data is refused after a day, while the cookie is kept until the browser is closed.
  maxAge: {
    path: ['maxAge'],
    aliases: [['maxage']],
    whenAbsent: false,
    unit: 'ms',
    values: ['session'],
    endless: ['session'],
    rejectsTypes: ['string'],
    rejectsDigits: true,
    whenZero: 'ignored',
  },
  expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
  domain: { path: ['domain'], whenAbsent: false },
  path: { path: ['path'], whenAbsent: '/', undefinedRemoves: true },
  partitioned: { path: ['partitioned'], whenAbsent: false },
  name: { path: ['key'], whenAbsent: 'koa.sess' },
  signed: { path: ['signed'], whenAbsent: true },
  rolling: { path: ['rolling'], whenAbsent: false },
};

const facts = {
  attributes,
  storage: 'signed-client',
  opensOnUse: true,
  storageWhen: [
    { path: ['store'], storage: 'server' },
    { path: ['ContextStore'], storage: 'server' },
  ],
} as const satisfies Partial<Setup>;

/**
 * `koa-session` on npm, README sections "Example" and "External Session Stores". The keys that sign it are those of
 * koa's application; `key` is the name of the cookie.
 */
export const koaSession: Library = {
  module: 'koa-session',
  readFrom: '7.0.2',
  setups: [
    { form: 'call', export: [], options: [0, 1], ...facts, checksConnection: true },
    { form: 'call', export: ['createSession'], options: [0, 1], ...facts, checksConnection: true },
    { form: 'typed', export: ['opts'], ...facts },
    { form: 'typed', export: ['SessionOptions'], ...facts },
    { form: 'typed', export: ['CreateSessionOptions'], ...facts },
  ],
  sessions: [
    {
      members: ['ctx.session'],
      types: [['Session']],
      interfaces: [
        { module: 'koa-session', name: 'Session' },
        ...['Context', 'DefaultContext', 'ExtendableContext'].map((name) => ({
          module: 'koa',
          name,
          member: 'session',
        })),
      ],
      methods: { regenerate: ['regenerate'] },
      regenerateFrom: '6.4.0',
      // Where it has a store; without one, what is set to nothing is gone with the cookie.
      afterUnset: 'ends',
      afterCookie: 'lives',
    },
  ],
};
