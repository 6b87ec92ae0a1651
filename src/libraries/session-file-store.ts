import type { Library } from './types';

/** `session-file-store` on npm, README section "Options". */
export const sessionFileStore: Library = {
  module: 'session-file-store',
  readFrom: '1.5.0',
  store: { exports: [['()']], options: 0, secrets: [{ path: ['secret'] }] },
};
