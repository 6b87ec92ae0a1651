import type { Library } from './types';

/** `connect-redis` on npm, README. Before version 7 it was a function of `express-session`. */
export const connectRedis: Library = {
  module: 'connect-redis',
  readFrom: '10.0.0',
  store: { exports: [['RedisStore'], [], ['()']], options: 0 },
};
