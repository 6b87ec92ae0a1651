import { behindProxy, fastify as framework, forEach, handed, inOrder, routed } from '../servers.mjs';

const text = async () => 'routed';

export default {
  module: 'fastify',
  packages: ['fastify', 'fastify-4'],
  places: {
    'handlers of default()': {
      proofs: handed(
        framework,
        ({ default: fastify }) => fastify(),
        [(app, seen) => app.get('/routed', async (r, w) => (seen(r, w), ''))],
        {
          'parameter 1 is request': (r) => typeof r.session === 'object',
          'parameter 2 is reply': (_r, w) => typeof w.setCookie === 'function',
        },
      ),
    },
    'application default()': {
      proofs: {
        'adds: register': ({ default: fastify }) =>
          inOrder(
            framework,
            () => [fastify(), (app) => app.register(async (own) => own.get('/routed', text))],
            false,
          )(),
        'runs in any order': ({ default: fastify }) =>
          inOrder(framework, () => [fastify(), (app) => app.get('/routed', text)], false)(),
        'behind a proxy': ({ fastify }) =>
          behindProxy(framework, (trustProxy) => [
            fastify({ trustProxy }),
            (app) => app.get('/routed', async (request) => `secure: ${request.protocol === 'https'}`),
          ])(),
        ...forEach(
          'route',
          ['post', 'put', 'patch', 'delete'],
          (method) =>
            ({ default: fastify }) =>
              routed(framework, () => [fastify(), (app) => app[method]('/routed', text)], method)(),
        ),
        ...forEach(
          'gives itself',
          ['register', 'post', 'put', 'patch', 'delete'],
          (method) =>
            ({ default: fastify }) => {
              const app = fastify();
              const given = method === 'register' ? app.register(async () => undefined) : app[method]('/x', text);
              return given === app ? undefined : 'gives something else';
            },
        ),
      },
    },
  },
};
