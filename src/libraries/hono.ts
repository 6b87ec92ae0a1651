import type { Attributes, Library } from './types';

const attributes: Attributes = {
  secure: { path: ['secure'], whenAbsent: false, impliedBy: [['prefix']] },
  httpOnly: { path: ['httpOnly'], whenAbsent: false },
  sameSite: {
    path: ['sameSite'],
    whenAbsent: false,
    values: ['Strict', 'Lax', 'None', 'strict', 'lax', 'none'],
    rejects: [true],
  },
  maxAge: {
    path: ['maxAge'],
    whenAbsent: false,
    unit: 's',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    max: 34_560_000,
  },
  expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'], max: 34_560_000 },
  domain: { path: ['domain'], whenAbsent: false },
  path: { path: ['path'], whenAbsent: '/', undefinedRemoves: true },
  partitioned: { path: ['partitioned'], whenAbsent: false },
};

const write = { attributes } as const;

/**
 * `hono` on npm, documentation "Cookie Helper". A lifetime above 400 days, `partitioned` without `secure`, and an empty
 * secret throw; `prefix` sets `secure` by itself.
 */
export const hono: Library = {
  module: 'hono',
  specifiers: ['hono/cookie'],
  readFrom: '4.13.19',
  setups: [{ form: 'call', export: ['getSignedCookie'], options: 2, secrets: [{ path: [], argument: 1 }] }],
  cookieWrites: [
    { ...write, exports: [['setCookie']], name: 1, value: 2, options: 3 },
    { ...write, exports: [['generateCookie']], name: 0, value: 1, options: 2 },
    { ...write, exports: [['setSignedCookie']], name: 1, value: 2, options: 4, secrets: [{ path: [], argument: 3 }] },
    {
      ...write,
      exports: [['generateSignedCookie']],
      name: 0,
      value: 1,
      options: 3,
      secrets: [{ path: [], argument: 2 }],
    },
  ],
  cookieReads: [
    { exports: [['getCookie']], name: 1 },
    { exports: [['getSignedCookie']], name: 2 },
  ],
};
