import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** The same numbers for the same seed, from 0 to 1. */
export function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A way to a server on this machine that takes 1 to 6 milliseconds in each direction; gives its port. */
export async function slowLine(port: number, random: () => number): Promise<number> {
  const sockets = new Set<Socket>();
  /** In the order in which it comes, as a network does. */
  function pass(from: Socket, to: Socket): void {
    let arrived: Promise<unknown> = Promise.resolve();
    sockets.add(from);
    from.on('error', () => to.destroy()).on('close', () => to.destroy());
    from.on('data', (chunk) => {
      const travel = new Promise((resolve) => setTimeout(resolve, 1 + random() * 5));
      arrived = Promise.all([arrived, travel]).then(() => to.write(chunk));
    });
  }
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
