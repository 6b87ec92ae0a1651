import Hapi from '@hapi/hapi';
import { serve, strong } from '../serve.mjs';

export default {
  module: '@hapi/cookie',
  places: {
    'server.auth.strategy(… "cookie" …)': {
      options: { cookie: { password: strong } },
      // What was set is read from the credentials of the next request.
      write: (session, key, value) => session.set({ ...session.credentials, [key]: value }),
      unproven: { 'set: set': 'takes a key only where there is a session already, see `assign`' },
      read: (session, key) => session.credentials?.[key],
      start: ({ default: plugin }, options) =>
        serve(async (visited) => {
          const server = Hapi.server({ port: 0, host: '127.0.0.1', debug: false });
          await server.register(plugin);
          server.auth.strategy('session', 'cookie', options);
          server.auth.default({ strategy: 'session', mode: 'try' });
          server.route({
            method: 'GET',
            path: '/{path*}',
            async handler(request) {
              const { credentials } = request.auth;
              await visited(() => Object.assign(request.cookieAuth, { credentials }));
              return '';
            },
          });
          await server.start();
          return server.listener;
        }),
    },
  },
};
