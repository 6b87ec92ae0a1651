import { Hono } from 'hono';
import { CookieStore, sessionMiddleware } from 'hono-sessions';
import { fetching } from '../fetching.mjs';
import { strong } from '../serve.mjs';

const start = (make) => (_library, options) =>
  fetching((visited, failing) => {
    const app = new Hono();
    app.onError((error, c) => (failing(error), c.text('', 500)));
    app.use('*', sessionMiddleware({ store: make(), ...options }));
    app.get('*', async (c) => {
      await visited(() => c.get('session'));
      return c.text('');
    });
    return app.fetch;
  });

const options = { encryptionKey: strong };

export default {
  module: 'hono-sessions',
  places: {
    'sessionMiddleware()': {
      options,
      start: start(() => new CookieStore()),
      unproven: { partitioned: 'throws without `secure`, which is off by default' },
    },
    'c.var.session': { options, start: start(() => new CookieStore()) },
  },
};
