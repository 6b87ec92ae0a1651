import { provesMigration } from './harness/migration';
import { stored } from './harness/sessions';

provesMigration({
  program: 'fastify-session',
  entry: 'dist/start.js',
  sessions: stored,
  isReadable: false,
  stages: {
    async login({ send, provider }) {
      await send('GET', '/');
      await send('GET', '/deployments');
      await send('POST', '/login', { name: 'alice', password: 'guess' });
      await send('POST', '/login', { name: 'alice', password: 'wonderland' });
      return provider.valid().slice(0, 1);
    },
    async use({ send, provider }) {
      await send('GET', '/');
      await send('GET', '/deployments');
      await send('GET', '/deployments/scopes');
      return provider.valid().slice(0, 1);
    },
    async logout({ send }) {
      await send('POST', '/logout');
      await send('GET', '/');
      await send('GET', '/deployments');
      return [];
    },
  },
  use: '/deployments',
  whenExpired: 401,
  byHand: [
    {
      file: 'src/account.ts',
      from: '  await request.session.destroy();',
      to: '  await vault.revokeAll(request.session);\n  await request.session.destroy();',
    },
  ],
});
