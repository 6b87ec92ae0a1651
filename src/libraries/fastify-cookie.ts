import type { Attributes, Library, SecretFact } from './types';

/** What writing the text of a cookie knows, without the reply it is for. */
const plain: Attributes = {
  secure: { path: ['secure'], whenAbsent: false },
  httpOnly: { path: ['httpOnly'], whenAbsent: false },
  sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
  maxAge: {
    path: ['maxAge'],
    whenAbsent: false,
    unit: 's',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    versions: [{ before: '11.0.0', rejectsDigits: false }],
  },
  expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string'] },
  domain: { path: ['domain'], whenAbsent: false },
  path: { path: ['path'], whenAbsent: false },
  partitioned: { path: ['partitioned'], whenAbsent: false },
};

const attributes: Attributes = {
  ...plain,
  secure: { path: ['secure'], whenAbsent: false, values: ['auto'] },
  sameSite: { path: ['sameSite'], undefinedRemoves: true, values: ['lax', 'strict', 'none'] },
  signed: { path: ['signed'], whenAbsent: false },
};

const secrets: readonly SecretFact[] = [{ path: ['secret'] }];

/**
 * `@fastify/cookie` on npm, README sections "Options" and "Sending". `sameSite` is `lax` by default from version 10
 * on and absent before: absence says nothing. `fastify-cookie` is its former name.
 */
export const fastifyCookie: Library = {
  module: '@fastify/cookie',
  specifiers: ['fastify-cookie'],
  readFrom: '11.1.5',
  setups: [
    { form: 'plugin', export: [], methods: ['register'], plugin: 0, secrets },
    { form: 'plugin', export: ['fastifyCookie'], methods: ['register'], plugin: 0, secrets },
    { form: 'typed', export: ['FastifyCookieOptions'], secrets },
  ],
  cookieWrites: [
    {
      members: ['reply.setCookie', 'reply.cookie', 'res.setCookie', 'response.setCookie'],
      name: 0,
      value: 1,
      options: 2,
      attributes,
      defaultsFrom: { export: [], path: ['parseOptions'] },
    },
    {
      exports: [['serialize']],
      members: ['fastify.serializeCookie', 'app.serializeCookie', 'server.serializeCookie'],
      name: 0,
      value: 1,
      options: 2,
      attributes: plain,
    },
  ],
};
