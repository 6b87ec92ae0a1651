export default {
  module: '@fastify/static',
  unproven: 'it serves files, without a session or a cookie of its own',
};
