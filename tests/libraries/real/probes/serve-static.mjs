export default {
  module: 'serve-static',
  unproven: 'it serves files, without a session or a cookie of its own',
};
