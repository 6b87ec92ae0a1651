import { HttpContextFactory, RequestFactory, ResponseFactory } from '@adonisjs/core/factories/http';
import { SessionMiddlewareFactory } from '@adonisjs/session/factories';
import { serve } from '../serve.mjs';

/** The middleware of an application, with the store that tests of it use. */
const start = (_library, options) =>
  serve(async (visited) => {
    const config = { store: 'memory', stores: {}, ...options };
    const middleware = await new SessionMiddlewareFactory().merge({ config }).create();
    return async (req, res) => {
      try {
        const request = new RequestFactory().merge({ req, res }).create();
        const response = new ResponseFactory().merge({ req, res }).create();
        const ctx = new HttpContextFactory().merge({ request, response }).create();
        await middleware.handle(ctx, () => visited(() => ctx.session));
        response.send('ok');
        response.finish();
      } catch (error) {
        res.statusCode = 500;
        res.end(error.stack);
      }
    };
  });

export default {
  module: '@adonisjs/session',
  places: { 'defineConfig()': { start }, 'ctx.session': { start } },
};
