import fastify from 'fastify';
import { serveFastify, strong } from '../serve.mjs';

export default {
  module: '@fastify/secure-session',
  places: {
    'register(default)': {
      // A secret takes a second to be stretched, a key none.
      options: { key: Buffer.from(strong).subarray(0, 32), salt: 'salt-of-16-bytes' },
      start: ({ default: session }, options) =>
        serveFastify(fastify, async (app, visited) => {
          await app.register(session, options);
          app.get('*', async (request) => {
            await visited(() => request[options.sessionName ?? 'session']);
            return '';
          });
        }),
    },
  },
};
