import express from 'express';
import { givenElsewhere, inLoopback } from '../loopback.mjs';
import { serve, strong } from '../serve.mjs';

export default {
  module: 'cookie-session',
  places: {
    'default()': {
      options: { keys: [strong] },
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
    'req.sessionOptions =': {
      // As long as nothing is said here, the set-up's own options count.
      start: ({ default: session }, options) =>
        serve((visited) =>
          express()
            .use(session({ keys: [strong] }))
            .use(async (req, res) => {
              await visited(() => req.session);
              Object.assign(req.sessionOptions, options);
              res.end();
            }),
        ),
    },
    'expressMiddleware(default)': {
      options: { keys: [strong] },
      start: ({ default: session }, options) => inLoopback(session, options),
      proofs: { 'given elsewhere': givenElsewhere(() => ({ keys: [strong], name: 'elsewhere' })) },
    },
  },
};
