export default {
  module: 'nuxt-auth-utils',
  unproven: 'its functions load modules that Nuxt makes, and Nuxt 4 needs Node 22.19; the cookie is the one of h3, which is proven',
};
