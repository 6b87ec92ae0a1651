import express from 'express';
import { serve } from '../serve.mjs';

export default {
  module: 'cookie-parser',
  places: {
    'default()': {
      start: ({ default: cookieParser }, _options, { secret }) =>
        serve((visited) =>
          express()
            .use(cookieParser(secret))
            .use(async (_req, res) => {
              await visited();
              res.cookie('sid', 'value', { signed: true }).end();
            }),
        ),
    },
  },
};
