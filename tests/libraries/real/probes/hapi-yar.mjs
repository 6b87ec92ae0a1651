import Hapi from '@hapi/hapi';
import { serve, strong } from '../serve.mjs';

export default {
  module: '@hapi/yar',
  places: {
    '{ plugin: default }': {
      options: { cookieOptions: { password: strong } },
      start: ({ default: plugin }, options) =>
        serve(async (visited) => {
          const server = Hapi.server({ port: 0, host: '127.0.0.1', debug: false });
          await server.register({ plugin, options });
          server.route({
            method: 'GET',
            path: '/{path*}',
            async handler(request) {
              await visited(() => request.yar);
              return '';
            },
          });
          await server.start();
          return server.listener;
        }),
    },
  },
};
