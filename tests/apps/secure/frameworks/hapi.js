'use strict';

const Cookie = require('@hapi/cookie');
const Hapi = require('@hapi/hapi');
const Yar = require('@hapi/yar');
const users = require('./users');

exports.start = async () => {
  const server = Hapi.server({ port: process.env.PORT });
  await server.register({
    plugin: Yar,
    options: {
      name: '__Host-yar',
      storeBlank: false,
      maxCookieSize: 0,
      cookieOptions: { password: process.env.YAR_PASSWORD, isSecure: true, isHttpOnly: true, isSameSite: 'Lax', path: '/' },
    },
  });
  await server.register(Cookie);
  server.auth.strategy('session', 'cookie', {
    cookie: {
      name: '__Host-sid',
      password: process.env.COOKIE_PASSWORD,
      isSecure: true,
      isHttpOnly: true,
      isSameSite: 'Lax',
      path: '/',
      ttl: 8 * 60 * 60 * 1000,
    },
    validate: async (request, session) => ({ isValid: Boolean(await users.find(session.id)) }),
  });

  server.route([
    {
      method: 'POST',
      path: '/login',
      handler: async (request, h) => {
        const user = await users.authenticate(request.payload);
        if (!user) return h.response('no').code(401);
        request.yar.reset();
        request.yar.set('userId', user.id);
        request.cookieAuth.set({ id: user.id });
        return h.redirect('/');
      },
    },
    {
      method: 'POST',
      path: '/logout',
      handler: (request, h) => {
        request.cookieAuth.clear();
        request.yar.reset();
        return h.redirect('/');
      },
    },
  ]);
  await server.start();
};
