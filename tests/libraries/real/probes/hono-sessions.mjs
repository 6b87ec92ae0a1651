import { Hono } from 'hono';
import { CookieStore, MemoryStore, sessionMiddleware } from 'hono-sessions';
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
      samples: { 'store: CookieStore()': () => new CookieStore(), 'store: MemoryStore()': () => new MemoryStore() },
      unproven: { partitioned: 'throws without `secure`, which is off by default', 'storage with store: BunSqliteStore()': 'needs Bun' },
    },
    'c.var.session': { options, start: start(() => new CookieStore()) },
  },
};
