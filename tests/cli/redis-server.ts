import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';

/** As much of Redis as an adapter needs, in this process: enough to be reached, to be killed and to come back. */
export interface RedisServer {
  port: number;
  entries: Map<string, string>;
  /** The lifetimes given, in milliseconds. */
  lifetimes: number[];
  stop(): Promise<void>;
}

/** @param port the one to listen on; any, if not given */
export async function startRedis(port = 0, entries = new Map<string, string>()): Promise<RedisServer> {
  const sockets = new Set<Socket>();
  const lifetimes: number[] = [];
  const timers = new Map<string, NodeJS.Timeout>();
  const bulk = (text: string | undefined) =>
    text === undefined ? '$-1\r\n' : `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

  function answer(words: string[]): string {
    const [command = '', key = '', value = '', option, lifetime] = words;
    switch (command.toUpperCase()) {
      case 'EVAL': {
        // The one script of the vault's module; a real Redis runs it in vault-races.test.ts.
        const [place = '', part = '', text = '', life = ''] = words.slice(3);
        if (!entries.get(place)?.includes(part)) return ':0\r\n';
        answer(['SET', place, text, 'PX', life]);
        return ':1\r\n';
      }
      case 'GET':
        return bulk(entries.get(key));
      case 'SET':
        entries.set(key, value);
        clearTimeout(timers.get(key));
        if (option?.toUpperCase() === 'PX') {
          lifetimes.push(Number(lifetime));
          timers.set(key, setTimeout(() => entries.delete(key), Number(lifetime)).unref());
        }
        return '+OK\r\n';
      case 'DEL':
      case 'UNLINK':
        return `:${Number(entries.delete(key))}\r\n`;
      default:
        return '+OK\r\n';
    }
  }

  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let received = '';
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      for (let command = commandIn(received); command; command = commandIn(received)) {
        received = received.slice(command.length);
        socket.write(answer(command.words));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    entries,
    lifetimes,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}

/** The first command of what was received, if it is there in full. */
function commandIn(text: string): { words: string[]; length: number } | undefined {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (!head) return undefined;
  const words: string[] = [];
  let position = head[0].length;
  for (let left = Number(head[1]); left > 0; left -= 1) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(position));
    const end = size ? position + size[0].length + Number(size[1]) : Infinity;
    if (!size || text.length < end + 2) return undefined;
    words.push(text.slice(position + size[0].length, end));
    position = end + 2;
  }
  return { words, length: position };
}
