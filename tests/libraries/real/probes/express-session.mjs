import express from 'express';
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
  },
};
