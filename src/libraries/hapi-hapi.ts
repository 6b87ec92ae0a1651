import type { Attributes, Library, SecretFact } from './types';

const attributes: Attributes = {
  secure: { path: ['isSecure'], whenAbsent: true, undefinedRemoves: true },
  httpOnly: { path: ['isHttpOnly'], whenAbsent: true, undefinedRemoves: true },
  sameSite: {
    path: ['isSameSite'],
    whenAbsent: 'Strict',
    undefinedRemoves: true,
    values: ['Lax', 'Strict', 'None'],
    rejects: [true],
  },
  maxAge: { path: ['ttl'], whenAbsent: false, unit: 'ms' },
  domain: { path: ['domain'], whenAbsent: false },
  path: { path: ['path'], whenAbsent: false },
  partitioned: { path: ['isPartitioned'], whenAbsent: false },
};

/** A declaration is validated, what a single cookie is told is not. */
const declared: Attributes = {
  ...attributes,
  secure: { path: ['isSecure'], whenAbsent: true, undefinedRemoves: true, rejects: ['auto'] },
  sameSite: {
    path: ['isSameSite'],
    whenAbsent: 'Strict',
    undefinedRemoves: true,
    values: ['Lax', 'Strict', 'None'],
    rejects: [true, 'lax', 'strict', 'none'],
  },
  maxAge: { path: ['ttl'], whenAbsent: false, unit: 'ms', rejectsTypes: ['string'] },
};

/** Used where `encoding` is `iron`, or to sign. */
const secrets: readonly SecretFact[] = [
  { path: ['password'], minLength: 32 },
  { path: ['sign', 'password'], minLength: 32 },
];

/**
 * `@hapi/hapi` on npm, API reference "Response Toolkit", "server.state()" and "h.state()"; `view` is that of
 * `@hapi/vision`. What a cookie is not told, its declaration by `server.state` may say in another file; all defaults
 * are safe.
 */
export const hapiHapi: Library = {
  module: '@hapi/hapi',
  specifiers: ['hapi'],
  readFrom: '21.4.10',
  cookieWrites: [
    {
      members: ['server.state'],
      exports: [
        ['server', '()', 'state'],
        ['Server', '()', 'state'],
      ],
      name: 0,
      options: 1,
      attributes: declared,
      secrets,
      definition: true,
    },
    { members: ['h.state'], name: 0, value: 1, options: 2, attributes, secrets, mayBeSealed: true },
  ],
  responses: [
    { as: 'body', members: ['h.response'], argument: 0 },
    { as: 'redirect', members: ['h.redirect'], argument: 0 },
    { as: 'page', members: ['h.view'], argument: 1 },
  ],
  handlers: [{ secondParameter: 'h' }],
};
