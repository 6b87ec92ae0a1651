import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { placeOf } from '../stores.mjs';

export default {
  module: 'better-sqlite3-session-store',
  places: {
    'default()()': placeOf(({ default: storeOf }, session) => {
      // The store never stops the timer that removes what has expired.
      class Store extends storeOf(session) {
        startInterval() {}
      }
      const folder = mkdtempSync(join(tmpdir(), 'better-sqlite3-session-store-'));
      const file = join(folder, 'sessions.db');
      return {
        // better-sqlite3's own interface, with a binary that npm brings.
        open: () => new Store({ client: new Database(file) }),
        end: (store) => store.client.close(),
        text: () => readFileSync(file, 'utf8'),
        close: () => rmSync(folder, { recursive: true, force: true }),
      };
    }),
  },
};
