import { serve, strong } from '../serve.mjs';

/** A server that writes one cookie. */
const writing = ({ default: Hapi }, prepare, write) =>
  serve(async (visited) => {
    const server = Hapi.server({ port: 0, host: '127.0.0.1', debug: false });
    prepare(server);
    server.route({
      method: 'GET',
      path: '/{path*}',
      async handler(_request, h) {
        await visited();
        write(h);
        return '';
      },
    });
    await server.start();
    return server.listener;
  });

/** What a secret is for has to be said beside it. */
const sealed = (options) => (options.password === undefined ? options : { encoding: 'iron', ...options });

const unproven = {
  'secret password': 'without a password nothing is sealed: it is asked for by `encoding` alone',
  'secret sign.password': 'without a password nothing is signed: it is asked for by `sign` alone',
};

export default {
  module: '@hapi/hapi',
  places: {
    'server.state()': {
      unproven,
      needs: { partitioned: { isSameSite: 'None' } },
      start: (library, options) =>
        writing(
          library,
          (server) => server.state('sid', sealed(options)),
          (h) => h.state('sid', 'value'),
        ),
      proofs: {
        async 'secret password'(library) {
          return shortest(library, (password) => ({ encoding: 'iron', password }));
        },
      },
    },
    'h.state()': {
      unproven,
      needs: { partitioned: { isSameSite: 'None' } },
      start: (library, options, { withoutOptions }) =>
        writing(
          library,
          () => undefined,
          (h) => (withoutOptions ? h.state('sid', 'value') : h.state('sid', 'value', sealed(options))),
        ),
    },
  },
};

/** The shortest password that is taken has 32 characters. */
async function shortest(library, optionsOf) {
  for (const [length, isTaken] of [
    [31, false],
    [32, true],
  ]) {
    const options = optionsOf(strong.slice(0, length));
    const app = await writing(
      library,
      (server) => server.state('sid', options),
      (h) => h.state('sid', 'value'),
    );
    const seen = await app.visit({ https: true, act: () => undefined }).then(
      () => true,
      () => false,
    );
    await app.close();
    if (seen !== isTaken) return `${length} characters are ${seen ? 'taken' : 'refused'}`;
  }
}
