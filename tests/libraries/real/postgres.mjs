// What probes of stores on PostgreSQL share: the database itself, in this process, behind the protocol that clients speak.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** Where clients reach an empty database, the rows of one of its tables as text, and what stops it. */
export async function postgres() {
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 10 });
  await server.start();
  return {
    url: `postgres://postgres@${server.getServerConn()}/postgres`,
    rowsOf: async (table) => JSON.stringify((await db.query(`SELECT * FROM "${table}"`)).rows),
    async close() {
      await server.stop();
      await db.close();
    },
  };
}
