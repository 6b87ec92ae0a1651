import express from 'express';
import session from 'express-session';
import { serve, strong } from '../serve.mjs';

/** Signs somebody in; what `express-session` keeps, and the session's id before and after. */
async function signIn({ Passport }, passedOn) {
  const passport = new Passport();
  passport.serializeUser((_user, done) => done(null, passedOn));
  passport.deserializeUser((user, done) => done(null, user));
  let after;
  const app = await serve((visited) =>
    express()
      .use(session({ secret: strong, resave: false, saveUninitialized: true }))
      .use(passport.initialize())
      .use(passport.session())
      .use(async (req, res) => {
        await visited();
        const before = req.session.id;
        req.logIn({ name: 'somebody' }, () => {
          after = { kept: req.session.passport, before, after: req.session.id };
          res.end();
        });
      }),
  );
  await app.visit({ https: true, act: () => undefined });
  await app.close();
  return after;
}

export default {
  module: 'passport',
  packages: ['passport', 'passport-0.5'],
  places: {
    'Passport().serializeUser()': {
      proofs: {
        async 'passed on'({ default: passport }) {
          const { kept } = await signIn(passport, 'marked words');
          return kept.user === 'marked words' ? undefined : `the session keeps ${JSON.stringify(kept)}`;
        },
      },
    },
  },
};
