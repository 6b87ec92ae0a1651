import Koa from 'koa';
import { serve, strong } from '../serve.mjs';

/** A store as the README describes it. */
const store = () => {
  const kept = new Map();
  return { get: (key) => kept.get(key), set: (key, session) => kept.set(key, session), destroy: (key) => kept.delete(key) };
};

/** A class of stores, with a memory of its own. */
const contextStore = () => {
  const kept = new Map();
  return class ContextStore {
    async get(key) {
      return kept.get(key);
    }
    async set(key, session) {
      kept.set(key, session);
    }
    async destroy(key) {
      kept.delete(key);
    }
  };
};

export default {
  module: 'koa-session',
  packages: ['koa-session', 'koa-session-6'],
  places: {
    'default()': {
      samples: { store, ContextStore: contextStore },
      start: (library, options) => {
        const session = library.createSession ?? library.default;
        const app = new Koa({ keys: [strong] });
        app.use(session(options, app)).use(async (ctx, next) => {
          await ctx.visited(() => ctx.session);
          ctx.body = '';
          return next();
        });
        app.on('error', () => undefined);
        return serve((visited) => {
          app.context.visited = visited;
          return app.callback();
        });
      },
    },
  },
};
