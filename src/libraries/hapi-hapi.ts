import type { Library } from './types';

/** `@hapi/hapi` on npm, API reference "Response Toolkit"; `view` is that of `@hapi/vision`. */
export const hapiHapi: Library = {
  module: '@hapi/hapi',
  specifiers: ['hapi'],
  readFrom: '21.4.10',
  responses: [
    { as: 'body', members: ['h.response'], argument: 0 },
    { as: 'redirect', members: ['h.redirect'], argument: 0 },
    { as: 'page', members: ['h.view'], argument: 1 },
  ],
  handlers: [{ secondParameter: 'h' }],
};
