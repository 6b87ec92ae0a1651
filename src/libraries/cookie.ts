import type { Library } from './types';

/** `cookie` on npm, README section "cookie.stringifySetCookie"; `serialize` is its name before version 2. */
export const cookie: Library = {
  module: 'cookie',
  specifiers: ['cookie-es'],
  readFrom: '1.1.1',
  cookieWrites: [
    {
      exports: [['serialize'], ['stringifySetCookie'], ['serializeCookie']],
      name: 0,
      value: 1,
      options: 2,
      object: 0,
      attributes: {
        secure: { path: ['secure'], whenAbsent: false },
        httpOnly: { path: ['httpOnly'], whenAbsent: false },
        sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
        maxAge: { path: ['maxAge'], whenAbsent: false, unit: 's', rejectsTypes: ['string'] },
        expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
        domain: { path: ['domain'], whenAbsent: false },
        path: { path: ['path'], whenAbsent: false },
        partitioned: { path: ['partitioned'], whenAbsent: false },
      },
    },
  ],
};
