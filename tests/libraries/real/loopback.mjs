// What probes of middlewares that are handed to LoopBack share.
import { ExpressServer } from '@loopback/express';
import { serve } from './serve.mjs';

/** A server of LoopBack, which makes the middleware by itself: once, where no configuration can be injected. */
export const inLoopback = (middleware, options) =>
  serve((visited) => {
    const server = new ExpressServer({ port: 0, host: '127.0.0.1' });
    server.expressMiddleware(middleware, options, { injectConfiguration: false });
    server.middleware(async ({ request, response }) => {
      await visited(() => request.session);
      response.end();
      return response;
    });
    return server.expressApp;
  });
