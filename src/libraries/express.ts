import type { Library } from './types';

/** `express` on npm, API reference of `res.cookie(name, value, options)`; the same in versions 4 and 5. */
export const express: Library = {
  module: 'express',
  readFrom: '5.3.0',
  cookieWrites: [
    {
      members: ['res.cookie', 'response.cookie'],
      name: 0,
      value: 1,
      options: 2,
      signedBy: 'cookie-parser',
      attributes: {
        secure: { path: ['secure'], whenAbsent: false },
        httpOnly: { path: ['httpOnly'], whenAbsent: false },
        sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
        maxAge: { path: ['maxAge'], whenAbsent: false, unit: 'ms', rejectsTypes: ['string'] },
        expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
        domain: { path: ['domain'], whenAbsent: false },
        path: { path: ['path'], whenAbsent: '/' },
        partitioned: { path: ['partitioned'], whenAbsent: false },
        signed: { path: ['signed'], whenAbsent: false },
      },
    },
  ],
  // `end` and `write` are those of node's own response; both frameworks below and beside express have them too.
  responses: [
    {
      as: 'body',
      members: ['res', 'response'].flatMap((it) =>
        ['json', 'jsonp', 'send', 'end', 'write'].map((how) => `${it}.${how}`),
      ),
    },
    { as: 'redirect', members: ['res.redirect', 'response.redirect', 'res.location', 'response.location'] },
    { as: 'page', members: ['res.render', 'response.render'], argument: 1 },
  ],
  applications: [
    {
      export: ['()'],
      adds: ['use'],
      changes: ['post', 'put', 'patch', 'delete'],
      chained: ['set', 'enable', 'disable', 'engine', 'param', 'all', 'get', 'head', 'options', 'on', 'once'],
      isOrdered: true,
      proxy: { words: 'trust proxy', statement: "app.set('trust proxy', 1);" },
    },
  ],
  routers: [['Router', '()']],
  hands: {
    by: [['()'], ['Router', '()']],
    to: [
      ['req', 'request'],
      ['res', 'response'],
    ],
    errorFirstOf: 4,
  },
  staticFiles: [['static', '()']],
};
