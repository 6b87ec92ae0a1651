import { promisify } from 'node:util';
import { placeOf } from '../stores.mjs';

export default {
  module: 'memorystore',
  places: {
    'default()()': placeOf(({ default: storeOf }, session) => {
      // What it has is gone with it: the two programs are parts of one.
      const store = new (storeOf(session))({ checkPeriod: 86_400_000 });
      const text = async () => JSON.stringify(await promisify(store.all.bind(store))());
      return { open: () => store, text, close: () => store.stopInterval() };
    }),
  },
};
