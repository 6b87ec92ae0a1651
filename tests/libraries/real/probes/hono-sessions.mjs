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
      unproven: {
        partitioned: 'throws without `secure`, which is off by default',
        'storage with store: BunSqliteStore()': 'needs Bun',
      },
    },
    'c.var.session': {
      options,
      start: start(() => new CookieStore()),
      proofs: {
        async 'renewed by'() {
          const store = new MemoryStore();
          const app = new Hono().use('*', sessionMiddleware({ store })).get('/:asked', (c) => {
            c.get('session').set('count', 1);
            c.set('session_key_rotation', c.req.param('asked') === 'yes');
            return c.text('');
          });
          // Several cookies of one name may come; the last one counts.
          const visit = async (path, cookie = '') =>
            (await app.request(path, { headers: { cookie } })).headers.getSetCookie().at(-1)?.split(';')[0];
          const first = await visit('/no');
          const kept = await visit('/no', first);
          const renewed = await visit('/yes', first);
          return kept === first && renewed !== first ? undefined : `from ${first} to ${kept}, then ${renewed}`;
        },
      },
    },
  },
};
