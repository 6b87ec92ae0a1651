import type { Library } from './types';

/**
 * `memorystore` on npm, README. It is in the memory of the process, but removes what has expired and can be
 * bounded.
 */
export const memorystore: Library = {
  module: 'memorystore',
  readFrom: '1.6.8',
  store: { exports: [['()']], options: 0 },
};
