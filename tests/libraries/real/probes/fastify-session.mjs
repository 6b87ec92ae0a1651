import fastifyCookie from '@fastify/cookie';
import fastify from 'fastify';
import { serveFastify, strong } from '../serve.mjs';

export default {
  module: '@fastify/session',
  places: {
    'register(default)': {
      options: { secret: strong, saveUninitialized: false },
      start: ({ default: session }, options) =>
        serveFastify(fastify, async (app, visited) => {
          await app.register(fastifyCookie);
          await app.register(session, options);
          app.get('*', async (request) => {
            await visited(() => request.session);
            return '';
          });
        }),
    },
  },
};
