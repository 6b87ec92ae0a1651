// A server on loopback that speaks MySQL's protocol, and knows the statements of express-mysql-session and no others.
import { once } from 'node:events';
import mysql from 'mysql2';

const text = /'((?:[^'\\]|\\.)*)'/s.source;

const escapes = { 0: '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\x1a' };

/** Text as it was before the client escaped it. */
const unescaped = (literal) => literal.replace(/\\(.)/gs, (_, letter) => escapes[letter] ?? letter);

/** By its form: what a statement does to the rows, which are kept by their key, and the rows it answers where it asks. */
const statements = [
  [/^CREATE TABLE IF NOT EXISTS `sessions` /, () => undefined],
  [
    new RegExp(
      `^INSERT INTO \`sessions\` \\(\`session_id\`, \`expires\`, \`data\`\\) VALUES \\(${text}, (\\d+), ${text}\\) ON DUPLICATE KEY UPDATE `,
      's',
    ),
    (rows, id, expires, data) => {
      rows.set(unescaped(id), { data: unescaped(data), expires: Number(expires) });
    },
  ],
  [
    new RegExp(
      `^SELECT \`data\` AS data, \`expires\` as expires FROM \`sessions\` WHERE \`session_id\` = ${text}$`,
      's',
    ),
    (rows, id) => [rows.get(unescaped(id)) ?? []].flat(),
  ],
  [
    new RegExp(`^UPDATE \`sessions\` SET \`expires\` = (\\d+) WHERE \`session_id\` = ${text}$`, 's'),
    (rows, expires, id) => {
      const row = rows.get(unescaped(id));
      if (row) row.expires = Number(expires);
    },
  ],
];

const column = (name, columnType) => ({
  ...{ catalog: 'def', schema: 'shop', table: 'sessions', orgTable: 'sessions', name, orgName: name },
  ...{ characterSet: 45, columnLength: 1024, columnType, flags: 0, decimals: 0 },
});
const columns = [column('data', mysql.Types.VAR_STRING), column('expires', mysql.Types.LONG)];

function answer(connection, rows, query) {
  const [found, act] = statements.map(([form, does]) => [form.exec(query), does]).find(([match]) => match) ?? [];
  if (!found) return connection.writeError({ code: 1064, message: `a statement that is not known here: ${query}` });
  const asked = act(rows, ...found.slice(1));
  return asked ? connection.writeTextResult(asked, columns) : connection.writeOk();
}

/** What a client is told to reach the server, the text of all rows, and what stops it. */
export async function mysqlServer() {
  const rows = new Map();
  const server = mysql.createServer();
  let count = 0;
  server.on('connection', (connection) => {
    // Each command is counted from 0, which this server leaves to its user.
    const isDone = () => (connection.sequenceId = 0);
    // A client that leaves is an error to it.
    connection.on('error', () => undefined);
    connection.on('query', (query) => {
      answer(connection, rows, query);
      isDone();
    });
    connection.serverHandshake({
      ...{ protocolVersion: 10, serverVersion: '8.0.0', connectionId: ++count },
      ...{ statusFlags: 2, characterSet: 45, capabilityFlags: 0xffffff },
      authCallback(_client, accept) {
        accept();
        isDone();
      },
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server._server, 'listening');
  return {
    options: { host: '127.0.0.1', port: server._server.address().port, user: 'shop', database: 'shop' },
    text: () => JSON.stringify([...rows]),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
