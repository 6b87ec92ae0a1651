import type { Library } from './types';

const serializers = [['serializeUser'], ['Passport', '()', 'serializeUser'], ['Authenticator', '()', 'serializeUser']];

/** `passport` on npm, README section "Sessions". What is passed on lies in the session as `passport.user`. */
export const passport: Library = {
  module: 'passport',
  readFrom: '0.7.0',
  sessions: [
    // serializeUser((user, done) => done(null, it)) and serializeUser((req, user, done) => done(null, it))
    { passedOn: { exports: serializers, members: ['passport.serializeUser'], callbackParameter: 1, argument: 1 } },
    { passedOn: { exports: serializers, members: ['passport.serializeUser'], callbackParameter: 2, argument: 1 } },
  ],
};
