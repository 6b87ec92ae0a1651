import { provesMigration } from './harness/migration';
import { ironSealed } from './harness/sessions';

provesMigration({
  program: 'iron-session',
  entry: 'dist/server.js',
  sessions: ironSealed('dashboard'),
  isReadable: false,
  stages: {
    async login({ send, provider }) {
      await send('GET', '/api/user');
      await send('GET', '/api/charts');
      await send('POST', '/api/login', { username: 'alice', password: 'guess' });
      await send('POST', '/api/login', { username: 'alice', password: 'wonderland' });
      return provider.valid().slice(0, 1);
    },
    async use({ send, provider }) {
      await send('GET', '/api/user');
      await send('GET', '/api/charts');
      return provider.valid().slice(0, 1);
    },
    async logout({ send }) {
      await send('POST', '/api/logout');
      await send('GET', '/api/user');
      await send('GET', '/api/charts');
      return [];
    },
  },
  use: '/api/charts',
  whenExpired: 401,
  byHand: [
    {
      file: 'src/login.ts',
      from: '  session.destroy();',
      to: '  await vault.revokeAll(session);\n  session.destroy();',
    },
  ],
});
