import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { serve, strong } from '../serve.mjs';

export default {
  module: '@nestjs/passport',
  places: {
    'PassportSerializer.serializeUser()': {
      proofs: {
        async 'passed on'({ PassportSerializer }) {
          class Serializer extends PassportSerializer {
            serializeUser(user, done) {
              done(null, { marked: user.name });
            }
            deserializeUser(kept, done) {
              done(null, kept);
            }
          }
          new Serializer();
          let kept;
          const app = await serve((visited) =>
            express()
              .use(session({ secret: strong, resave: false, saveUninitialized: true }))
              .use(passport.session())
              .use(async (req, res) => {
                await visited();
                req.logIn({ name: 'somebody' }, () => {
                  kept = req.session.passport;
                  res.end();
                });
              }),
          );
          await app.visit({ https: true, act: () => undefined });
          await app.close();
          return kept?.user?.marked === 'somebody' ? undefined : `the session keeps ${JSON.stringify(kept)}`;
        },
      },
    },
  },
};
