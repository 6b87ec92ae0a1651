import type { Library } from './types';

/** `next-session` on npm, README sections "API" and "options". The id in the cookie is signed by nobody. */
export const nextSession: Library = {
  module: 'next-session',
  specifiers: ['next-session/lib/types'],
  readFrom: '4.0.5',
  setups: [
    {
      form: 'call',
      export: [],
      options: 0,
      attributes: {
        secure: { path: ['cookie', 'secure'], whenAbsent: false },
        httpOnly: { path: ['cookie', 'httpOnly'], whenAbsent: true },
        sameSite: { path: ['cookie', 'sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
        maxAge: {
          path: ['cookie', 'maxAge'],
          whenAbsent: false,
          unit: 's',
          rejectsTypes: ['string'],
          whenZero: 'ignored',
        },
        domain: { path: ['cookie', 'domain'], whenAbsent: false },
        path: { path: ['cookie', 'path'], whenAbsent: '/' },
        name: { path: ['name'], whenAbsent: 'sid' },
        store: { path: ['store'], whenAbsent: 'memory' },
      },
      storage: 'server',
    },
  ],
  sessions: [
    {
      members: ['req.session', 'request.session'],
      exports: [['()', '()']],
      types: [['Session'], ['SessionData']],
      methods: { destroy: ['destroy'] },
      id: ['id'],
    },
  ],
};
