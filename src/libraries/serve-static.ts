import type { Library } from './types';

/** `serve-static` on npm: its README. */
export const serveStatic: Library = {
  module: 'serve-static',
  readFrom: '2.2.1',
  staticFiles: [['()']],
};
