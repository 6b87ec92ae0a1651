import express from 'express';
import { givenElsewhere, inLoopback } from '../loopback.mjs';
import { afterLeaving } from '../logout.mjs';
import { serve, strong } from '../serve.mjs';

const options = { secret: strong, resave: false, saveUninitialized: false };

const start = ({ default: session }, given, _more, leave = () => undefined) =>
  serve((visited) =>
    express()
      .use(session(given))
      .use(async (req, res) => {
        await visited(() => req.session);
        await leave(req, res);
        res.end();
      }),
  );

const unset = [(req) => (req.session = null), (req) => (req.session = undefined), (req) => delete req.session];

export default {
  module: 'express-session',
  places: {
    'default()': {
      options,
      start,
    },
    'req.session': {
      proofs: {
        async 'the store hands on sessions'(library) {
          let found = [];
          const app = await start(library, options, {}, async ({ sessionStore, sessionID }) => {
            const asked = (method, ...given) =>
              new Promise((resolve) =>
                sessionStore[method](...given, (_error, answer) => resolve(JSON.stringify(answer))),
              );
            found = [await asked('all'), await asked('get', sessionID)];
          });
          const cookie = (await app.visit({ https: true, act: (session) => (session().user = 'somebody') }))
            .map((line) => line.split(';')[0])
            .join('; ');
          await app.visit({ https: true, cookie, act: () => undefined });
          await app.close();
          return found.length === 2 && found.every((text) => text?.includes('"user":"somebody"'))
            ? undefined
            : `hands on ${found.join()}`;
        },
        'lives when it is set to nothing': afterLeaving('lives', start, options, ...unset),
        'ends when it is set to nothing, with unset': afterLeaving(
          'ends',
          start,
          { ...options, unset: 'destroy' },
          ...unset,
        ),
        'lives when its cookie is cleared': afterLeaving(
          'lives',
          start,
          options,
          (_req, res) => res.clearCookie('connect.sid'),
          (req, res) => ((req.session = null), res.clearCookie('connect.sid')),
        ),
      },
    },
    'req.session.cookie =': {
      // As long as nothing is said here, the set-up's own options count.
      start: ({ default: session }, options) =>
        serve((visited) =>
          express()
            .use(session({ secret: strong, resave: false, saveUninitialized: false }))
            .use(async (req, res) => {
              await visited(() => req.session);
              Object.assign(req.session.cookie, options);
              res.end();
            }),
        ),
    },
    'expressMiddleware(default)': {
      options: { secret: strong, resave: false, saveUninitialized: false },
      start: ({ default: session }, options) => inLoopback(session, options),
      proofs: {
        'given elsewhere': givenElsewhere(() => ({
          secret: strong,
          resave: false,
          saveUninitialized: false,
          name: 'elsewhere',
        })),
      },
    },
  },
};
