'use strict';

const Hapi = require('@hapi/hapi');
const Yar = require('@hapi/yar');
const users = require('./users');

exports.start = async () => {
  const server = Hapi.server({ port: 3000 });
  await server.register({
    plugin: Yar,
    options: {
      maxCookieSize: 0,
      cookieOptions: { password: 'the-password-must-be-at-least-32-characters-long', isSecure: false, isSameSite: 'lax' },
    },
  });

  server.route([
    {
      method: 'POST',
      path: '/login',
      handler: async (request, h) => {
        const user = await users.authenticate(request.payload);
        request.yar.set('userId', user.id);
        request.yar.set('apiToken', request.payload.token);
        return h.redirect('/').state('auth', user.sessionToken, { isSecure: false, isHttpOnly: false, encoding: 'none' });
      },
    },
    {
      method: 'POST',
      path: '/logout',
      handler: (request, h) => {
        request.yar.clear('userId');
        return h.redirect('/');
      },
    },
    {
      method: 'GET',
      path: '/orders',
      handler: (request) => users.orders(request.yar.get('userId'), request.yar.get('apiToken')),
    },
  ]);
  await server.start();
};
