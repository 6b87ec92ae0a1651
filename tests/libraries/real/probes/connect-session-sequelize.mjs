export default {
  module: 'connect-session-sequelize',
  unproven: 'needs a database of Sequelize; read in its code',
};
