import type { Library } from './types';

/** The `Response` of every runtime, WHATWG Fetch; no module has this name: nothing is imported for it. */
export const response: Library = {
  module: 'Response',
  readFrom: 'WHATWG Fetch 2026',
  responses: [
    { as: 'body', globals: ['Response'], members: ['Response.json'], argument: 0 },
    { as: 'redirect', members: ['Response.redirect'], argument: 0 },
  ],
};
