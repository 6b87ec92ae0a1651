import express from 'express';
import session from 'express-session';
import { accountOf, Somebody } from '../account.mjs';
import { serve, strong } from '../serve.mjs';

/** Everybody who comes is somebody; `use` gets passport, the request and its answer. */
const serving = ({ default: passport }, passedOn, use) => {
  const own = new passport.Passport();
  own.use(new Somebody());
  own.serializeUser((_user, done) => done(null, passedOn));
  own.deserializeUser((user, done) => done(null, user));
  return serve((visited) =>
    express()
      .use(session({ secret: strong, resave: false, saveUninitialized: false }))
      .use(own.initialize())
      .use(own.session())
      .use((req, res, next) => {
        Promise.resolve(use(own, req, res, visited)).then(() => res.end(), next);
      }),
  );
};

/** What `express-session` keeps of somebody who was logged in. */
async function keptOf(library, passedOn) {
  let kept;
  const app = await serving(library, passedOn, async (_passport, req, _res, visited) => {
    await visited();
    await new Promise((resolve) => req.logIn({ name: 'somebody' }, resolve));
    kept = req.session.passport;
  });
  await app.visit({ https: true, act: () => undefined });
  await app.close();
  return kept;
}

const account = {
  start: (library) =>
    serving(library, 'somebody', (passport, req, res, visited) => visited(() => accountOf(passport, req, res))),
};

export default {
  module: 'passport',
  packages: ['passport', 'passport-0.5'],
  places: {
    'Passport().serializeUser()': {
      proofs: {
        async 'passed on'(library) {
          const kept = await keptOf(library, 'marked words');
          return kept.user === 'marked words' ? undefined : `the session keeps ${JSON.stringify(kept)}`;
        },
      },
    },
    'req.login()': account,
    'passport.authenticate()': account,
    'req.logout()': account,
  },
};
