import { Hono } from 'hono';
import { useSession } from '@hono/session';
import { fetching } from '../fetching.mjs';
import { strong } from '../serve.mjs';

export default {
  module: '@hono/session',
  places: {
    'useSession()': {
      options: { secret: strong },
      start: (_library, options) =>
        fetching((visited, failing) => {
          const app = new Hono();
          app.onError((error, c) => (failing(error), c.text('', 500)));
          app.use('*', useSession(options));
          app.get('*', async (c) => {
            await c.var.session.get();
            await visited(() => c.var.session);
            return c.text('');
          });
          return app.fetch;
        }),
      write: (session, key, value) => session.update({ ...session.data, [key]: value }),
      read: (session, key) => session.data?.[key],
    },
  },
};
