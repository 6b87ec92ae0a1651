import { postgres } from '../postgres.mjs';
import { placeOf } from '../stores.mjs';

export default {
  module: 'connect-pg-simple',
  places: {
    'default()()': placeOf(async ({ default: storeOf }, session) => {
      const { url, rowsOf, close } = await postgres();
      return {
        open: () => new (storeOf(session))({ conString: url, createTableIfMissing: true }),
        end: (store) => store.close(),
        text: () => rowsOf('session'),
        close,
      };
    }),
  },
};
