import fastifyCookie from '@fastify/cookie';
import fastify from 'fastify';
import { afterLeaving } from '../logout.mjs';
import { serveFastify, strong } from '../serve.mjs';

const options = { secret: strong, saveUninitialized: false };

const start = ({ default: session }, given, _more, leave = () => undefined) =>
  serveFastify(fastify, async (app, visited) => {
    await app.register(fastifyCookie);
    await app.register(session, given);
    app.get('*', async (request, reply) => {
      await visited(() => request.session);
      await leave(request, reply);
      return '';
    });
  });

export default {
  module: '@fastify/session',
  places: {
    'register(default)': {
      options,
      start,
    },
    'request.session': {
      proofs: {
        'lives when it is set to nothing': afterLeaving('lives', start, options, (request) => {
          request.session = null;
        }),
        'lives when its cookie is cleared': afterLeaving('lives', start, options, (_request, reply) => {
          reply.clearCookie('sessionId');
        }),
      },
    },
  },
};
