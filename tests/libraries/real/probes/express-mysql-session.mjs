import { mysqlServer } from '../mysql.mjs';
import { placeOf } from '../stores.mjs';

export default {
  module: 'express-mysql-session',
  places: {
    'default()()': placeOf(async ({ default: storeOf }, session) => {
      const { options, text, close } = await mysqlServer();
      return {
        async open() {
          const store = new (storeOf(session))(options);
          // Before it has its table, `close` would end nothing.
          await store.onReady();
          return store;
        },
        end: (store) => store.close(),
        text,
        close,
      };
    }),
  },
};
