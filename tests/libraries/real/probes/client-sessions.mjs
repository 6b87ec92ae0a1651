import express from 'express';
import { serve, strong } from '../serve.mjs';

export default {
  module: 'client-sessions',
  places: {
    'default()': {
      options: { secret: strong },
      start: ({ default: sessions }, options) =>
        serve((visited) =>
          express()
            .use(sessions(options))
            .use(async (req, res) => {
              await visited(() => req[options.cookieName ?? 'session_state']);
              res.end();
            }),
        ),
    },
  },
};
