import { provesMigration } from './harness/migration';
import { stored } from './harness/sessions';

provesMigration({
  program: 'express-session-typescript',
  entry: 'dist/server.js',
  sessions: stored,
  isReadable: false,
  stages: {
    async login({ send, provider }) {
      await send('GET', '/me');
      await send('GET', '/reports');
      await send('POST', '/login', { name: 'alice', password: 'guess' });
      await send('POST', '/login', { name: 'alice', password: 'wonderland' });
      return provider.valid();
    },
    async use({ send, provider }) {
      await send('GET', '/me');
      await send('GET', '/reports');
      await send('GET', '/reports');
      await send('GET', '/reports/offline');
      return provider.valid();
    },
    async logout({ send }) {
      await send('POST', '/logout');
      await send('GET', '/me');
      await send('GET', '/reports/offline');
      await send('POST', '/logout');
      return [];
    },
  },
  use: '/reports',
  whenExpired: 401,
});
