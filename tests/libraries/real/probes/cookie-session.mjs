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
    'expressMiddleware(default)': {
      options: { keys: [strong] },
      start: ({ default: session }, options) => inLoopback(session, options),
      proofs: { 'given elsewhere': givenElsewhere(() => ({ keys: [strong], name: 'elsewhere' })) },
    },
  },
};
