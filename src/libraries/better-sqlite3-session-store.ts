import type { Library } from './types';

/** `better-sqlite3-session-store` on npm, README. */
export const betterSqlite3SessionStore: Library = {
  module: 'better-sqlite3-session-store',
  readFrom: '0.1.0',
  store: { exports: [['()']], options: 0 },
};
