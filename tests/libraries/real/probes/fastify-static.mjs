import fastify from 'fastify';
import { fastify as framework, servedWithSession } from '../servers.mjs';

export default {
  module: '@fastify/static',
  places: {
    'files by default': {
      proofs: {
        'files with the session': ({ default: plugin }) =>
          servedWithSession(framework, fastify, (app, folder) => app.register(plugin, { root: folder }), false)(),
      },
    },
  },
};
