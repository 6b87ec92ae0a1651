export default {
  module: 'express-mysql-session',
  unproven: 'needs a MySQL server; read in its code',
};
