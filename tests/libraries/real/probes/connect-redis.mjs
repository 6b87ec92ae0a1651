import { placeOf } from '../stores.mjs';

/** As much of a client as the store calls. */
function clientOf(kept) {
  return {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    expire: async () => 1,
    del: async (keys) => keys.forEach((key) => kept.delete(key)),
  };
}

export default {
  module: 'connect-redis',
  places: {
    'RedisStore()': placeOf(({ RedisStore }) => {
      const kept = new Map();
      return { open: () => new RedisStore({ client: clientOf(kept) }), text: () => JSON.stringify([...kept]) };
    }),
  },
};
