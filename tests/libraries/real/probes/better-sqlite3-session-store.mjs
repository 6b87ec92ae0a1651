export default {
  module: 'better-sqlite3-session-store',
  unproven: 'needs a SQLite driver that is built for the machine; read in its code',
};
