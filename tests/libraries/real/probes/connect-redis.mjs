import { placeOf } from '../stores.mjs';

/** As much of a client as the store calls. */
function clientOf() {
  const kept = new Map();
  return {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    expire: async () => 1,
    del: async (keys) => keys.forEach((key) => kept.delete(key)),
  };
}

export default {
  module: 'connect-redis',
  places: { 'RedisStore()': placeOf(({ RedisStore }) => ({ store: new RedisStore({ client: clientOf() }) })) },
};
