import type { Library } from './types';

/** `@koa/router` on npm, README section "API Reference"; `koa-router` is its former name. */
export const koaRouter: Library = {
  module: '@koa/router',
  specifiers: ['koa-router'],
  readFrom: '15.7.0',
  routers: [['()']],
  hands: { by: [['()']], to: [['ctx']] },
};
