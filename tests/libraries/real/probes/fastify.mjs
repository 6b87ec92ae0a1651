export default {
  module: 'fastify',
  unproven: 'it has no session of its own and writes no cookie; its applications are started by the probes of its plugins',
};
