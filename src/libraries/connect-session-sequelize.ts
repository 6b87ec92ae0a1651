import type { Library } from './types';

/** `connect-session-sequelize` on npm, README. */
export const connectSessionSequelize: Library = {
  module: 'connect-session-sequelize',
  readFrom: '8.0.6',
  store: { exports: [['()']], options: 0 },
};
