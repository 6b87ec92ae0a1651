export default {
  module: 'connect-pg-simple',
  unproven: 'needs a PostgreSQL server; read in its code',
};
