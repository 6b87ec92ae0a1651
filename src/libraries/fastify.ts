import type { Library } from './types';

/** `fastify` on npm, documentation of `Reply` and of route handlers; `view` is that of `@fastify/view`. */
export const fastify: Library = {
  module: 'fastify',
  readFrom: '5.12.8',
  responses: [
    { as: 'body', members: ['reply.send'] },
    { as: 'redirect', members: ['reply.redirect'] },
    { as: 'page', members: ['reply.view', 'reply.viewAsync'], argument: 1 },
  ],
  handlers: [{ secondParameter: 'reply' }],
};
