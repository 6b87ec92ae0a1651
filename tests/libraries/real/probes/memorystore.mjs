import { placeOf } from '../stores.mjs';

export default {
  module: 'memorystore',
  places: {
    'default()()': placeOf(({ default: storeOf }, session) => ({ store: new (storeOf(session))({ checkPeriod: 86_400_000 }) })),
  },
};
