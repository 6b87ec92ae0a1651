import Koa from 'koa';
import { koa, servedWithSession } from '../servers.mjs';

export default {
  module: 'koa-static',
  places: {
    'files by default()': {
      proofs: {
        'files with the session': ({ default: serve }) =>
          servedWithSession(
            koa,
            () => new Koa(),
            (app, folder) => app.use(serve(folder)),
            true,
          )(),
      },
    },
  },
};
