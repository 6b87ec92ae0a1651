import { provesMigration } from './harness/migration';
import { readable } from './harness/sessions';

provesMigration({
  program: 'koa-session',
  entry: 'index.js',
  sessions: readable('board.sess'),
  isReadable: true,
  stages: {
    async signIn({ send, provider }) {
      await send('GET', '/');
      await send('GET', '/board');
      await send('POST', '/login', { name: 'alice', password: 'guess' });
      await send('POST', '/login', { name: 'alice', password: 'wonderland' });
      return provider.valid().slice(0, 1);
    },
    async use({ send, provider }) {
      await send('GET', '/');
      await send('GET', '/board');
      return provider.valid().slice(0, 1);
    },
    async signOut({ send }) {
      await send('POST', '/logout');
      await send('GET', '/');
      await send('GET', '/board');
      await send('POST', '/logout');
      return [];
    },
  },
  use: '/board',
  whenExpired: 401,
});
