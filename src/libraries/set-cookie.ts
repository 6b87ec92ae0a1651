import type { Library } from './types';

/** The header itself, written by hand; RFC 6265 section 4.1. No module has this name: nothing is imported for it. */
export const setCookie: Library = {
  module: 'Set-Cookie',
  readFrom: 'RFC 6265',
  cookieHeaders: [
    {
      header: 'Set-Cookie',
      methods: ['setHeader', 'appendHeader', 'header', 'set', 'append'],
      objectMethods: [
        'writeHead',
        'set',
        'header',
        'headers',
        'Headers',
        'Response',
        'NextResponse',
        'json',
        'redirect',
        'data',
      ],
      attributes: {
        secure: { path: ['Secure'], whenAbsent: false },
        httpOnly: { path: ['HttpOnly'], whenAbsent: false },
        sameSite: { path: ['SameSite'], whenAbsent: false, values: ['Lax', 'Strict', 'None'] },
        maxAge: { path: ['Max-Age'], whenAbsent: false, unit: 's' },
        expires: { path: ['Expires'], whenAbsent: false },
        domain: { path: ['Domain'], whenAbsent: false },
        path: { path: ['Path'], whenAbsent: false },
        partitioned: { path: ['Partitioned'], whenAbsent: false },
      },
    },
  ],
};
