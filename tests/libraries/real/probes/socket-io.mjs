export default {
  module: 'socket.io',
  unproven: 'it sends what it is given, without a session or a cookie of its own',
};
