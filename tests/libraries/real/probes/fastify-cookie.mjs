import fastify from 'fastify';
import fastify4 from 'fastify-4';
import { serveFastify, strong } from '../serve.mjs';

const written = (library, registered, write, version) =>
  serveFastify(Number.parseInt(version) < 10 ? fastify4 : fastify, async (app, visited) => {
    await app.register(library.default, registered);
    app.get('*', async (_request, reply) => {
      await visited();
      write(reply, app);
      return reply.send('');
    });
  });

export default {
  module: '@fastify/cookie',
  packages: ['@fastify/cookie', 'fastify-cookie-9'],
  places: {
    'register(default)': {
      start: (library, options, { version }) =>
        written(library, options, (reply) => reply.setCookie('sid', 'value', { signed: true }), version),
    },
    'reply.setCookie()': {
      start: (library, options, { withoutOptions, defaults, version }) =>
        written(
          library,
          { secret: strong, ...defaults },
          (reply) => (withoutOptions ? reply.setCookie('sid', 'value') : reply.setCookie('sid', 'value', options)),
          version,
        ),
    },
    'serialize()': {
      start: (library, options, { version }) =>
        written(
          library,
          {},
          (reply) => reply.header('set-cookie', library.default.serialize('sid', 'value', options)),
          version,
        ),
    },
  },
};
