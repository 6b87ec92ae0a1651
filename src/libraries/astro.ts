import type { Attributes, CookieWrite, Library } from './types';

const attributes: Attributes = {
  secure: { path: ['secure'], whenAbsent: false },
  httpOnly: { path: ['httpOnly'], whenAbsent: false },
  sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
  maxAge: { path: ['maxAge'], whenAbsent: false, unit: 's', rejectsTypes: ['string'] },
  expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
  domain: { path: ['domain'], whenAbsent: false },
  path: { path: ['path'], whenAbsent: false },
  partitioned: { path: ['partitioned'], whenAbsent: false },
};

const write = { name: 0, value: 1, options: 2, attributes } as const satisfies Partial<CookieWrite>;

/** Endpoints, middleware and actions: what Astro hands its context to. */
const imports = ['astro', 'astro:middleware', 'astro:actions', 'astro/middleware'];

const methods = {
  set: ['set'],
  get: ['get'],
  has: ['has'],
  clear: ['delete'],
  regenerate: ['regenerate'],
  destroy: ['destroy'],
} as const;

/**
 * `astro` on npm, documentation "Sessions" and of `Astro.cookies`. `httpOnly` of the session's cookie cannot be turned
 * off, and a text in place of `cookie` is its name; `secure` is off in development.
 */
export const astro: Library = {
  module: 'astro',
  specifiers: ['astro/config'],
  readFrom: '5.18.2',
  setups: [
    {
      form: 'config',
      files: ['astro.config'],
      path: ['session'],
      attributes: {
        secure: { path: ['cookie', 'secure'], whenAbsent: true, undefinedRemoves: true },
        sameSite: {
          path: ['cookie', 'sameSite'],
          whenAbsent: 'lax',
          undefinedRemoves: true,
          values: ['lax', 'strict', 'none'],
        },
        maxAge: { path: ['cookie', 'maxAge'], whenAbsent: false, unit: 's', rejectsTypes: ['string'] },
        domain: { path: ['cookie', 'domain'], whenAbsent: false },
        path: { path: ['cookie', 'path'], whenAbsent: '/', undefinedRemoves: true },
        name: { path: ['cookie', 'name'], whenAbsent: 'astro-session' },
        ttl: { path: ['ttl'], whenAbsent: false, unit: 's' },
      },
      storage: 'server',
    },
  ],
  cookieWrites: [
    { ...write, members: ['Astro.cookies.set'] },
    { ...write, members: ['context.cookies.set', 'cookies.set'], within: { imports } },
  ],
  cookieReads: [
    { members: ['Astro.cookies.get'], name: 0, value: 'value' },
    { members: ['context.cookies.get', 'cookies.get'], name: 0, value: 'value', within: { imports } },
  ],
  sessions: [
    { members: ['Astro.session'], methods, storage: 'server' },
    { members: ['context.session'], within: { imports }, methods, storage: 'server' },
    {
      types: [['AstroSession']],
      interfaces: [{ module: 'astro', name: 'App.SessionData' }],
      methods,
      storage: 'server',
    },
  ],
};
