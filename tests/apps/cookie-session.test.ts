import { logout } from './cookie-session.logout';
import { provesMigration } from './harness/migration';
import { readable } from './harness/sessions';

provesMigration({
  program: 'cookie-session',
  entry: 'app.js',
  sessions: readable('session'),
  isReadable: true,
  stages: {
    async signIn({ send, provider }) {
      await send('GET', '/');
      await send('GET', '/invoices');
      await send('POST', '/login', { name: 'alice', password: 'guess' });
      await send('POST', '/login', { name: 'alice', password: 'wonderland' });
      return provider.valid().slice(0, 1);
    },
    async use({ send, provider }) {
      await send('GET', '/');
      await send('GET', '/invoices');
      await send('GET', '/invoices');
      return provider.valid().slice(0, 1);
    },
    async signOut({ send }) {
      await send('POST', '/logout');
      await send('GET', '/');
      await send('GET', '/invoices');
      return [];
    },
  },
  use: '/invoices',
  whenExpired: 401,
  byHand: [logout],
});
