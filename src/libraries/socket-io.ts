import type { Library } from './types';

/**
 * `socket.io` on npm, documentation "Emitting events" and "How to use with express-session"; run: all of it arrives.
 */
export const socketIo: Library = {
  module: 'socket.io',
  readFrom: '4.8.4',
  responses: [{ as: 'body', members: ['socket.emit', 'socket.send', 'socket.write', 'io.emit', 'io.send'] }],
};
