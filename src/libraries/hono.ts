import type { Library } from './types';

/** `hono` on npm, documentation of `Context`. */
export const hono: Library = {
  module: 'hono',
  readFrom: '4.13.19',
  responses: [
    { as: 'body', members: ['c.json', 'c.text', 'c.html', 'c.body', 'c.newResponse'], argument: 0 },
    { as: 'redirect', members: ['c.redirect'], argument: 0 },
  ],
};
