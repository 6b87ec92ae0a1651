export default {
  module: '@koa/router',
  unproven: 'it has no session of its own and writes no cookie',
};
