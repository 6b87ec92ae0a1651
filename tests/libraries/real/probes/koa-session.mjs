import Koa from 'koa';
import { afterLeaving } from '../logout.mjs';
import { serve, strong } from '../serve.mjs';

/** A store as the README describes it. */
const store = () => {
  const kept = new Map();
  return {
    get: (key) => kept.get(key),
    set: (key, session) => kept.set(key, session),
    destroy: (key) => kept.delete(key),
  };
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

const start = (library, options, _more, leave = () => undefined) => {
  const session = library.createSession ?? library.default;
  const app = new Koa({ keys: [strong] });
  app.use(session(options, app)).use(async (ctx, next) => {
    await ctx.visited(() => ctx.session);
    await leave(ctx);
    ctx.body = '';
    return next();
  });
  app.on('error', () => undefined);
  return serve((visited) => {
    app.context.visited = visited;
    return app.callback();
  });
};

/** A new store for each start. */
const stored = (library, _options, more, leave) => start(library, { store: store() }, more, leave);

export default {
  module: 'koa-session',
  packages: ['koa-session', 'koa-session-6'],
  places: {
    'default()': {
      samples: { store, ContextStore: contextStore },
      start,
    },
    'ctx.session': {
      proofs: {
        'ends when it is set to nothing': afterLeaving('ends', stored, {}, (ctx) => {
          ctx.session = null;
        }),
        'lives when its cookie is cleared': afterLeaving('lives', stored, {}, (ctx) =>
          ctx.cookies.set('koa.sess', null),
        ),
      },
    },
  },
};
