import type { Attributes, CookieWrite, Library } from './types';

const attributes: Attributes = {
  secure: { path: ['secure'], whenAbsent: true, undefinedRemoves: true },
  httpOnly: { path: ['httpOnly'], whenAbsent: true, undefinedRemoves: true },
  sameSite: { path: ['sameSite'], whenAbsent: 'lax', undefinedRemoves: true, values: ['lax', 'strict', 'none'] },
  maxAge: { path: ['maxAge'], whenAbsent: false, unit: 's', rejectsTypes: ['string'] },
  expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
  domain: { path: ['domain'], whenAbsent: false },
  path: { path: ['path'] },
  partitioned: { path: ['partitioned'], whenAbsent: false },
};

const within = {
  files: ['+page.server', '+layout.server', '+server', 'hooks.server'],
  imports: ['@sveltejs/kit', './$types'],
};

const write = { name: 0, value: 1, options: 2, attributes } as const satisfies Partial<CookieWrite>;

/**
 * `@sveltejs/kit` on npm, documentation of `Cookies`; the same in versions 1 to 3. Its flags are on by themselves but
 * over `http://localhost`; a `path` is required. Nothing is imported: the cookies are handed to what a route exports.
 */
export const sveltejsKit: Library = {
  module: '@sveltejs/kit',
  readFrom: '2.70.4',
  cookieWrites: [
    { ...write, members: ['event.cookies.set', 'event.cookies.serialize'] },
    { ...write, members: ['cookies.set', 'cookies.serialize'], within },
  ],
  cookieReads: [
    { members: ['event.cookies.get'], name: 0 },
    { members: ['cookies.get'], name: 0, within },
  ],
  responses: [
    { as: 'body', exports: [['json'], ['text']], argument: 0 },
    { as: 'body', exports: [['fail']], argument: 1 },
    { as: 'redirect', exports: [['redirect']], argument: 1 },
  ],
  handlers: [{ exported: ['load'], within: { files: ['+page.server', '+layout.server'], imports: ['./$types'] } }],
};
