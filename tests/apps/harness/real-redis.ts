import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A Redis of our own, on the loopback interface, that keeps what it has when it is killed. */
export interface RealRedis {
  url: string;
  /** Ends it at once, as a machine that loses its power does. */
  kill(): Promise<void>;
  /** Starts it again where it was; resolves when it answers. */
  start(): Promise<void>;
}

/** @param folder for its files */
export async function realRedis(command: string, folder: string): Promise<RealRedis> {
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
  ];
  let stop = (): Promise<void> => Promise.resolve();
  const redis: RealRedis = {
    url: `redis://127.0.0.1:${port}`,
    kill: () => stop(),
    start: () =>
      new Promise((resolve, reject) => {
        const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
        let output = '';
        const gone = new Promise<void>((ended) => child.once('exit', () => ended()));
        child.stdout.on('data', (text) => {
          output += String(text);
          if (output.includes('Ready to accept connections')) resolve();
        });
        child.stderr.on('data', (text) => (output += String(text)));
        child.once('error', reject);
        child.once('exit', () => reject(new Error(`Redis did not start:\n${output}`)));
        stop = () => {
          child.kill('SIGKILL');
          return gone;
        };
      }),
  };
  await redis.start();
  return redis;
}

/** One that nobody listens to now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
