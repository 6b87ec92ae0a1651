import Koa from 'koa';
import { forEach, koa, routed } from '../servers.mjs';

export default {
  module: '@koa/router',
  places: {
    'routes of default()': {
      proofs: forEach('route', ['post', 'put', 'patch', 'delete', 'del'], (method) => ({ default: Router }) => {
        const router = () =>
          new Router()[method]('/routed', (ctx) => {
            ctx.body = 'routed';
          });
        return routed(koa, () => [new Koa(), (app) => app.use(router().routes())], method)();
      }),
    },
  },
};
