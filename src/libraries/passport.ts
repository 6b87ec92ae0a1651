import type { Library } from './types';

const serializers = [['serializeUser'], ['Passport', '()', 'serializeUser'], ['Authenticator', '()', 'serializeUser']];

/** `passport` on npm, README section "Sessions". What is passed on lies in the session as `passport.user`. */
export const passport: Library = {
  module: 'passport',
  readFrom: '0.7.0',
  // What verify callbacks of its OAuth strategies are given, and are shown to keep with the user.
  credentials: ['req.user', 'request.user', 'ctx.state.user'].flatMap((user) =>
    ['accessToken', 'access_token', 'refreshToken', 'refresh_token', 'password'].map((key) => `${user}.${key}`),
  ),
  sessions: [
    // serializeUser((user, done) => done(null, it)) and serializeUser((req, user, done) => done(null, it))
    {
      passedOn: {
        exports: serializers,
        members: ['passport.serializeUser'],
        madeBy: 'use',
        callbackParameter: 1,
        argument: 1,
      },
    },
    {
      passedOn: {
        exports: serializers,
        members: ['passport.serializeUser'],
        madeBy: 'use',
        callbackParameter: 2,
        argument: 1,
      },
    },
  ],
  // From 0.6 on a login and a logout give the session a new id, and a logout without a callback throws.
  accountCalls: [
    {
      does: 'login',
      members: ['req.login', 'req.logIn', 'request.login', 'request.logIn'],
      renewsFrom: '0.6.0',
    },
    {
      does: 'login',
      members: ['passport.authenticate'],
      exports: [['authenticate'], ['Passport', '()', 'authenticate'], ['Authenticator', '()', 'authenticate']],
      renewsFrom: '0.6.0',
      callbackTakesOver: true,
      skippedBy: ['session'],
    },
    {
      does: 'logout',
      members: ['req.logout', 'req.logOut', 'request.logout', 'request.logOut'],
      renewsFrom: '0.6.0',
      callbackFrom: '0.6.0',
    },
  ],
};
