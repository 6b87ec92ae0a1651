import type { Application, Library } from './types';

/** Hooks of a plugin run for every route of its scope, whichever was added first. */
const application: Omit<Application, 'export'> = {
  adds: ['register'],
  changes: ['post', 'put', 'patch', 'delete'],
  proxy: { words: 'trustProxy' },
};

/**
 * `fastify` on npm, documentation of `Server`, `Hooks`, `Reply` and route handlers; `view` is that of `@fastify/view`.
 */
export const fastify: Library = {
  module: 'fastify',
  readFrom: '5.12.8',
  responses: [
    { as: 'body', members: ['reply.send'] },
    { as: 'redirect', members: ['reply.redirect'] },
    { as: 'page', members: ['reply.view', 'reply.viewAsync'], argument: 1 },
  ],
  handlers: [{ secondParameter: 'reply' }],
  hands: { by: [['()'], ['fastify', '()']], to: [['request', 'req'], ['reply']] },
  applications: [
    { export: ['()'], ...application },
    { export: ['fastify', '()'], ...application },
  ],
};
