// What probes of middlewares that are handed to LoopBack share.
import { inject } from '@loopback/core';
import { createControllerFactoryForClass, RestApplication, RestBindings } from '@loopback/rest';
import { serve } from './serve.mjs';

/**
 * An application of LoopBack with one controller, behind a middleware that it makes by itself: once, where no
 * configuration can be injected. `configured` are the options of a middleware that is given none, bound elsewhere.
 */
export const inLoopback = (middleware, options, configured) =>
  serve((visited) => {
    class Pages {
      constructor(request) {
        this.request = request;
      }

      async page() {
        await visited(() => this.request.session);
        return '';
      }
    }
    inject(RestBindings.Http.REQUEST)(Pages, undefined, 0);
    const app = new RestApplication();
    app.expressMiddleware(
      middleware,
      options,
      configured ? { key: 'middleware.session' } : { injectConfiguration: false },
    );
    if (configured) app.configure('middleware.session').to(configured);
    app.route('get', '/probe/page', { responses: {} }, Pages, createControllerFactoryForClass(Pages), 'page');
    return app.requestHandler;
  });

/** Proof that options which are left out may be given elsewhere. */
export const givenElsewhere =
  (optionsOf) =>
  async ({ default: session }) => {
    const app = await inLoopback(session, undefined, optionsOf());
    const lines = await app.visit({ https: true, act: (of) => (of().probe = 'value') });
    await app.close();
    return lines.some((line) => line.startsWith('elsewhere=')) ? undefined : `writes ${lines.join(' | ')}`;
  };
