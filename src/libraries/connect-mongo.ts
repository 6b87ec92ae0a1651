import type { Library } from './types';

/**
 * `connect-mongo` on npm, README. `secret` is that of the adapters of version 6, and of the store before version 4.
 * Before version 4 it was a function of `express-session`.
 */
export const connectMongo: Library = {
  module: 'connect-mongo',
  readFrom: '6.0.0',
  store: {
    exports: [['create'], ['MongoStore', 'create'], [], ['()'], ['createKrupteinAdapter'], ['createWebCryptoAdapter']],
    options: 0,
    secrets: [{ path: ['crypto', 'secret'] }, { path: ['secret'] }],
  },
};
