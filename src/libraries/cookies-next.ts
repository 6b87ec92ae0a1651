import type { Library } from './types';

/**
 * `cookies-next` on npm, README sections "Server" and "setCookie". Scripts in the browser call the same function
 * without a request, and `cookies-next/client`; nothing is said of those. Behind it is `cookie`, or the cookies of
 * `next` itself.
 */
export const cookiesNext: Library = {
  module: 'cookies-next',
  specifiers: ['cookies-next/server'],
  readFrom: '6.1.1',
  cookieWrites: [
    {
      exports: [['setCookie']],
      name: 0,
      value: 1,
      options: 2,
      onlyWith: ['req', 'res', 'cookies'],
      attributes: {
        secure: { path: ['secure'], whenAbsent: false },
        httpOnly: { path: ['httpOnly'], whenAbsent: false },
        sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
        maxAge: { path: ['maxAge'], whenAbsent: false, unit: 's' },
        expires: { path: ['expires'], whenAbsent: false },
        domain: { path: ['domain'], whenAbsent: false },
        path: { path: ['path'], whenAbsent: '/' },
        partitioned: { path: ['partitioned'], whenAbsent: false },
      },
    },
  ],
};
