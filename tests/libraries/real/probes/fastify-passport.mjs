import cookie from '@fastify/cookie';
import session from '@fastify/session';
import fastify from 'fastify';
import fastify4 from 'fastify-4';
import cookie9 from 'fastify-cookie-9';
import session10 from 'fastify-session-10';
import { Somebody } from '../account.mjs';
import { serveFastify, strong } from '../serve.mjs';

const account = {
  start(library, _options, { version }) {
    const isOld = version.startsWith('2.');
    const passport = new library.Authenticator();
    passport.use('somebody', new Somebody());
    passport.registerUserSerializer(async () => 'somebody');
    passport.registerUserDeserializer(async (user) => user);
    return serveFastify(isOld ? fastify4 : fastify, async (app, visited) => {
      await app.register(isOld ? cookie9 : cookie);
      await app.register(isOld ? session10 : session, { secret: strong, saveUninitialized: false });
      await app.register(passport.initialize());
      await app.register(passport.secureSession());
      app.get('/probe/page', async (request, reply) => {
        await visited(() => accountOf(app, passport, request, reply));
        return '';
      });
    });
  },
};

/** @returns {import('../probe').Account} */
const accountOf = (app, passport, request, reply) => ({
  keep: () => request.session.set('kept', 'value'),
  isIn: () => request.isAuthenticated(),
  call(method, { options, callback }) {
    if (method === 'authenticate') {
      const handler = passport.authenticate('somebody', options, ...(callback ? [async () => undefined] : []));
      return handler.call(app, request, reply);
    }
    return request[method](...(/^login$/i.test(method) ? [{ name: 'somebody' }] : []), ...(options ? [options] : []));
  },
});

export default {
  module: '@fastify/passport',
  packages: ['@fastify/passport', 'fastify-passport-2.3', 'fastify-passport-2.2'],
  places: {
    'request.login()': account,
    'fastifyPassport.authenticate()': account,
    'request.logout()': account,
  },
};
