import { Sequelize } from 'sequelize';
import { postgres } from '../postgres.mjs';
import { placeOf } from '../stores.mjs';

export default {
  module: 'connect-session-sequelize',
  places: {
    'default()()': placeOf(async ({ default: storeOf }, session) => {
      const { url, rowsOf, close } = await postgres();
      return {
        async open() {
          const store = new (storeOf(session.Store))({ db: new Sequelize(url, { logging: false }) });
          await store.sync();
          return store;
        },
        async end(store) {
          store.stopExpiringSessions();
          await store.options.db.close();
        },
        text: () => rowsOf('Sessions'),
        close,
      };
    }),
  },
};
