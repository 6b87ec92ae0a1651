export default {
  module: '@workos-inc/node',
  unproven: 'a session is sealed from an answer of the servers of WorkOS; read in the code',
};
