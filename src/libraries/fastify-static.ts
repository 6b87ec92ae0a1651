import type { Library } from './types';

/** `@fastify/static` on npm: its README. `fastify-static` is its former name. */
export const fastifyStatic: Library = {
  module: '@fastify/static',
  specifiers: ['fastify-static'],
  readFrom: '10.1.11',
  staticFiles: [[]],
};
