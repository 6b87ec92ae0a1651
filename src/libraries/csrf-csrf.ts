import type { Library } from './types';

/** Packages on npm whose one purpose is to stop forged requests. They are known by their names alone. */
export const csrfCsrf: Library = {
  module: 'csrf-csrf',
  specifiers: [
    'csrf',
    'csurf',
    'csrf-sync',
    'tiny-csrf',
    'lusca',
    'koa-csrf',
    '@dr.pogodin/csurf',
    '@edge-csrf/express',
    '@edge-csrf/nextjs',
    '@fastify/csrf-protection',
    'fastify-csrf',
    'hono/csrf',
  ],
  readFrom: '4.0.3',
  stopsForgery: true,
};
