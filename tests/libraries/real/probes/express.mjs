import cookieParser from 'cookie-parser';
import { serve, strong } from '../serve.mjs';

export default {
  module: 'express',
  packages: ['express', 'express-4'],
  places: {
    'res.cookie()': {
      start: ({ default: express }, options, { withoutOptions }) =>
        serve((visited) =>
          express()
            .use(cookieParser(strong))
            .use(async (_req, res) => {
              await visited();
              (withoutOptions ? res.cookie('sid', 'value') : res.cookie('sid', 'value', options)).end();
            }),
        ),
    },
  },
};
