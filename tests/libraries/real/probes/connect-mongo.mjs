import { strong } from '../serve.mjs';
import { placeOf } from '../stores.mjs';

/** As much of a client as the store calls, with one collection. */
function clientOf(kept) {
  const collection = {
    createIndex: async () => '',
    findOne: async ({ _id }) => (kept.has(_id) ? { ...kept.get(_id) } : null),
    updateOne: async ({ _id }, { $set }) => {
      const upsertedCount = kept.has(_id) ? 0 : 1;
      kept.set(_id, { ...kept.get(_id), ...$set });
      return { upsertedCount };
    },
  };
  return { db: () => ({ collection: () => collection }) };
}

export default {
  module: 'connect-mongo',
  places: {
    'create()': placeOf(
      ({ default: MongoStore }, _session, options) => {
        const kept = new Map();
        return {
          open: () => MongoStore.create({ client: clientOf(kept), ...options }),
          text: () => JSON.stringify([...kept]),
        };
      },
      {
        'crypto.secret': { crypto: { secret: strong } },
        secret: ({ createKrupteinAdapter }) => ({ cryptoAdapter: createKrupteinAdapter({ secret: strong }) }),
      },
    ),
  },
};
