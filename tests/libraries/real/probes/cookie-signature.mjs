import { serve, strong } from '../serve.mjs';

const start =
  (made) =>
  (library, _options, { secret }) =>
    serve((visited) => async (_req, res) => {
      await visited();
      try {
        res.setHeader('set-cookie', `sid=${made(library.default ?? library, secret)}`);
      } catch (error) {
        res.statusCode = 500;
        res.write(String(error));
      }
      res.end();
    });

export default {
  module: 'cookie-signature',
  places: {
    'sign()': { start: start(({ sign }, secret) => sign('value', secret)) },
    'unsign()': { start: start(({ sign, unsign }, secret) => unsign(sign('value', secret ?? strong), secret)) },
  },
};
