import express from 'express';
import { givenElsewhere, inLoopback } from '../loopback.mjs';
import { serve, strong } from '../serve.mjs';

export default {
  module: 'express-session',
  places: {
    'default()': {
      options: { secret: strong, resave: false, saveUninitialized: false },
      start: ({ default: session }, options) =>
        serve((visited) =>
          express()
            .use(session(options))
            .use(async (req, res) => {
              await visited(() => req.session);
              res.end();
            }),
        ),
    },
    'expressMiddleware(default)': {
      options: { secret: strong, resave: false, saveUninitialized: false },
      start: ({ default: session }, options) => inLoopback(session, options),
      proofs: { 'given elsewhere': givenElsewhere(() => ({ secret: strong, resave: false, saveUninitialized: false, name: 'elsewhere' })) },
    },
  },
};
