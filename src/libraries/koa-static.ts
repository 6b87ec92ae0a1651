import type { Library } from './types';

/** `koa-static` on npm: its README. */
export const koaStatic: Library = {
  module: 'koa-static',
  readFrom: '5.0.0',
  staticFiles: [['()']],
};
