export default {
  module: 'vinxi',
  unproven: 'its functions hand their arguments on to h3 1, which is proven, and work in a request of its own server alone',
};
