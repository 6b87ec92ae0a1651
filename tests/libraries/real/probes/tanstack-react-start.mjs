export default {
  module: '@tanstack/react-start',
  unproven: 'needs Node 22.12; its functions are those of h3 2, which is proven',
};
