import { serve, strong } from '../serve.mjs';

export default {
  module: 'sails',
  places: {
    'session in config/session': {
      options: { secret: strong },
      start: ({ default: { Sails } }, session) =>
        serve(async (visited) => {
          const app = new Sails();
          const before = process.env.NODE_ENV;
          const probe = async (req, res) => {
            await visited(() => req.session);
            res.end();
          };
          const http = { middleware: { order: ['session', 'probe'], probe } };
          const config = {
            appPath: import.meta.dirname,
            globals: false,
            log: { level: 'silent' },
            hooks: { grunt: false },
            session,
            http,
          };
          // Elsewhere it signs with a text of its own where no secret is given.
          process.env.NODE_ENV = 'production';
          await new Promise((resolve, reject) =>
            app.load(config, (error) => (error ? reject(error) : resolve())),
          ).finally(() => {
            process.env.NODE_ENV = before;
          });
          return app.hooks.http.app;
        }),
    },
  },
};
