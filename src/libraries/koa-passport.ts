import type { Library } from './types';

/**
 * `koa-passport` on npm, lib/framework/koa.js: passport's calls as promises; its own version asks for passport's 0.6.
 */
export const koaPassport: Library = {
  module: 'koa-passport',
  readFrom: '6.0.0',
  accountCalls: [
    { does: 'login', members: ['ctx.login', 'ctx.logIn'], renewsFrom: '5.0.0' },
    {
      does: 'login',
      exports: [['authenticate'], ['KoaPassport', '()', 'authenticate']],
      renewsFrom: '5.0.0',
      callbackTakesOver: true,
      skippedBy: ['session'],
    },
    { does: 'logout', members: ['ctx.logout', 'ctx.logOut'], renewsFrom: '5.0.0' },
  ],
};
