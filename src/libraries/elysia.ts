import type { Attributes, Library } from './types';

/**
 * Nothing is said of absence: the instance that serves a route may be made in another file, and its `cookie` holds the
 * defaults of every cookie; so may the schema of the route.
 */
const attributes: Attributes = {
  secure: { path: ['secure'] },
  httpOnly: { path: ['httpOnly'] },
  sameSite: { path: ['sameSite'], values: ['lax', 'strict', 'none'] },
  maxAge: { path: ['maxAge'], unit: 's' },
  expires: { path: ['expires'] },
  domain: { path: ['domain'] },
  path: { path: ['path'], undefinedRemoves: true },
  partitioned: { path: ['partitioned'] },
};

/** `elysia` on npm, documentation "Cookie". `cookie.sid.value = …` keeps what was said of the attributes elsewhere. */
export const elysia: Library = {
  module: 'elysia',
  readFrom: '1.4.30',
  setups: [
    { form: 'call', export: ['Elysia'], options: 0, secrets: [{ path: ['cookie', 'secrets'] }] },
    { form: 'call', export: [], options: 0, secrets: [{ path: ['cookie', 'secrets'] }] },
    { form: 'call', export: ['t', 'Cookie'], options: 1, secrets: [{ path: ['secrets'] }] },
  ],
  cookieWrites: [
    {
      members: ['cookie.*.set', 'cookie.*.update'],
      assigned: ['cookie.*'],
      within: { imports: ['elysia'] },
      name: 'step',
      options: 0,
      object: 0,
      attributes,
    },
  ],
};
