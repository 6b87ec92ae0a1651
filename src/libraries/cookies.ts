import type { Library } from './types';

/** `cookies` on npm, README section "API": what koa writes its cookies with. */
export const cookies: Library = {
  module: 'cookies',
  readFrom: '0.9.2',
  setups: [
    { form: 'call', export: ['()'], options: 2, secrets: [{ path: ['keys'] }] },
    { form: 'call', export: [], options: 2, secrets: [{ path: ['keys'] }] },
  ],
  cookieWrites: [
    {
      exports: [['()', 'set']],
      name: 0,
      value: 1,
      options: 2,
      attributes: {
        secure: { path: ['secure'], whenAbsent: 'auto' },
        httpOnly: { path: ['httpOnly'], whenAbsent: true, undefinedRemoves: true },
        sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
        maxAge: { path: ['maxAge'], whenAbsent: false, unit: 'ms', rejectsTypes: ['string'], rejectsDigits: true },
        expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
        domain: { path: ['domain'], whenAbsent: false },
        path: { path: ['path'], whenAbsent: '/', undefinedRemoves: true },
        partitioned: { path: ['partitioned'], whenAbsent: false },
        signed: { path: ['signed'], withoutOptions: false },
      },
    },
  ],
};
