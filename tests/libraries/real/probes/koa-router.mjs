import Koa from 'koa';
import { forEach, handed, koa, routed } from '../servers.mjs';

export default {
  module: '@koa/router',
  places: {
    'handlers of default()': {
      proofs: handed(
        koa,
        () => new Koa(),
        [(app, seen, { default: Router }) => app.use(new Router().get('/routed', (c) => seen(c)).routes())],
        { 'parameter 1 is ctx': (c) => typeof c.session === 'object' && typeof c.cookies.set === 'function' },
      ),
    },
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
