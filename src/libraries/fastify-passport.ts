import type { Library } from './types';

/** `@fastify/passport` on npm, README section "API". A logout is a promise and takes no callback. */
export const fastifyPassport: Library = {
  module: '@fastify/passport',
  specifiers: ['fastify-passport'],
  readFrom: '4.0.3',
  accountCalls: [
    {
      does: 'login',
      members: ['request.login', 'request.logIn'],
      renewsFrom: '2.3.0',
    },
    {
      does: 'login',
      members: ['fastifyPassport.authenticate'],
      exports: [['authenticate'], ['Authenticator', '()', 'authenticate']],
      renewsFrom: '2.3.0',
      callbackTakesOver: true,
      skippedBy: ['session'],
    },
    { does: 'logout', members: ['request.logout', 'request.logOut'], renewsFrom: '2.3.0' },
  ],
};
