import { serve, strong } from '../serve.mjs';

const writing = (Cookies, options, write) =>
  serve((visited) => async (req, res) => {
    try {
      await visited();
      write(new Cookies(req, res, options));
    } catch (error) {
      res.statusCode = 500;
      res.write(error.message);
    }
    res.end();
  });

export default {
  module: 'cookies',
  places: {
    'default()': {
      secret: (text) => [text],
      start: ({ default: Cookies }, options) =>
        writing(Cookies, options, (jar) => jar.set('sid', 'value', { signed: true })),
    },
    'default().set()': {
      start: ({ default: Cookies }, options, { withoutOptions }) =>
        writing(Cookies, { keys: [strong] }, (jar) =>
          withoutOptions ? jar.set('sid', 'value') : jar.set('sid', 'value', options),
        ),
    },
  },
};
