import type { Library } from './types';

/** `connect-pg-simple` on npm, README. */
export const connectPgSimple: Library = {
  module: 'connect-pg-simple',
  readFrom: '10.0.0',
  store: { exports: [['()']], options: 0 },
};
