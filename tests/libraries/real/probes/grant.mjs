import { serve, strong } from '../serve.mjs';

const store = () => {
  const kept = new Map();
  return {
    get: async (id) => kept.get(id),
    set: async (id, value) => kept.set(id, value),
    remove: async (id) => kept.delete(id),
  };
};

export default {
  module: 'grant',
  places: {
    'vercel()': {
      options: { config: {}, session: { secret: strong } },
      samples: { 'session.store': store },
      write: async (session, key, value) => session.set({ [key]: value }),
      read: async (session, key) => (await session.get())[key],
      start: ({ default: grant }, options) =>
        serve((visited) => {
          const handler = grant.vercel(options);
          return async (req, res) => {
            try {
              // No page of a provider: the session alone is answered.
              const { session } = await handler(req, res);
              await visited(() => session);
              if (session.headers['set-cookie'].length > 0) res.setHeader('set-cookie', session.headers['set-cookie']);
            } catch (error) {
              res.statusCode = 500;
              res.write(error.message);
            }
            res.end();
          };
        }),
    },
  },
};
