import type { Library } from './types';

/** `express-mysql-session` on npm, README. */
export const expressMysqlSession: Library = {
  module: 'express-mysql-session',
  readFrom: '3.0.3',
  store: { exports: [['()']], options: 0 },
};
