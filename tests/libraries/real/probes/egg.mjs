export default {
  module: 'egg',
  unproven:
    'an application starts a master and workers of its own; `keys` is read in lib/application.js, and refused where it is missing',
};
