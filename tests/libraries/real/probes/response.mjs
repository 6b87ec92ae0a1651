export default {
  module: 'Response',
  unproven: 'part of the runtime, and no package that could be run',
};
