import type { Library } from './types';

/** `next` on npm, documentation of `cookies` (next/headers) and `NextResponse` (next/server). */
export const next: Library = {
  module: 'next',
  specifiers: ['next/headers', 'next/server'],
  readFrom: '16.4.6',
  cookieWrites: [
    {
      exports: [
        ['cookies', '()', 'set'],
        ['NextResponse', '()', 'cookies', 'set'],
        ['NextResponse', '*', '()', 'cookies', 'set'],
      ],
      name: 0,
      value: 1,
      options: 2,
      object: 0,
      attributes: {
        secure: { path: ['secure'], whenAbsent: false },
        httpOnly: { path: ['httpOnly'], whenAbsent: false },
        sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'], rejects: [true] },
        maxAge: { path: ['maxAge'], whenAbsent: false, unit: 's' },
        expires: { path: ['expires'], whenAbsent: false },
        domain: { path: ['domain'], whenAbsent: false },
        path: { path: ['path'], whenAbsent: '/' },
        partitioned: { path: ['partitioned'], whenAbsent: false },
      },
    },
  ],
  cookieReads: [
    { exports: [['cookies', '()', 'get']], name: 0, value: 'value' },
    { members: ['req.cookies.get', 'request.cookies.get'], name: 0, value: 'value' },
  ],
  responses: [
    { as: 'body', exports: [['NextResponse'], ['NextResponse', 'json']], argument: 0 },
    { as: 'redirect', exports: [['NextResponse', 'redirect']], argument: 0 },
  ],
};
