export default {
  module: '@auth0/nextjs-auth0',
  unproven: 'the cookie is written after a login at the servers of Auth0; read in the code of its stores',
};
