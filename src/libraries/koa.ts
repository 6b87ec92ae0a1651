import type { Library } from './types';

/** `koa` on npm, docs/api sections "app.keys" and "ctx.cookies.set(name, value, [options])". */
export const koa: Library = {
  module: 'koa',
  readFrom: '3.3.0',
  setups: [
    { form: 'assign', export: ['()', 'keys'], secrets: [{ path: [] }] },
    { form: 'call', export: [], options: 0, secrets: [{ path: ['keys'] }] },
  ],
  cookieWrites: [
    {
      members: ['ctx.cookies.set'],
      name: 0,
      value: 1,
      options: 2,
      attributes: {
        secure: { path: ['secure'], whenAbsent: 'auto' },
        httpOnly: { path: ['httpOnly'], whenAbsent: true, undefinedRemoves: true },
        sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
        maxAge: {
          path: ['maxAge'],
          aliases: [['maxage']],
          whenAbsent: false,
          unit: 'ms',
          rejectsTypes: ['string'],
          rejectsDigits: true,
        },
        expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
        domain: { path: ['domain'], whenAbsent: false },
        path: { path: ['path'], whenAbsent: '/', undefinedRemoves: true },
        partitioned: { path: ['partitioned'], whenAbsent: false },
        signed: { path: ['signed'], withoutOptions: false },
      },
    },
  ],
  cookieReads: [{ members: ['ctx.cookies.get'], name: 0 }],
  responses: [
    { as: 'body', members: ['ctx.body', 'ctx.response.body'] },
    { as: 'redirect', members: ['ctx.redirect', 'ctx.response.redirect'] },
    // koa-views, @ladjs/koa-views, @koa/ejs
    { as: 'page', members: ['ctx.render'], argument: 1 },
  ],
  hands: { by: [['()']], to: [['ctx']] },
  applications: [
    {
      export: ['()'],
      adds: ['use'],
      changes: [],
      isOrdered: true,
      proxy: { words: 'proxy', statement: 'app.proxy = true;' },
    },
  ],
};
