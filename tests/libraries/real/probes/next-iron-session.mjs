import express from 'express';
import { serve, strong } from '../serve.mjs';

export default {
  module: 'next-iron-session',
  places: {
    'ironSession()': {
      options: { password: strong, cookieName: 'sid' },
      start: ({ ironSession }, options) =>
        serve((visited) =>
          express()
            .use(ironSession(options))
            .use(async (req, res) => {
              await visited(() => req.session);
              await req.session.save();
              res.end();
            }),
        ),
    },
  },
};
