import { serve } from '../serve.mjs';

export default {
  module: 'next-session',
  places: {
    'default()': {
      options: {},
      start: ({ default: exported }, options) =>
        serve((visited) => {
          const getSession = (exported.default ?? exported)(options);
          return async (req, res) => {
            const session = await getSession(req, res);
            await visited(() => session);
            res.end();
          };
        }),
    },
  },
};
