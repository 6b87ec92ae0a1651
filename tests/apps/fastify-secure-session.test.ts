import { provesMigration } from './harness/migration';
import { secureSealed } from './harness/sessions';

provesMigration({
  program: 'fastify-secure-session',
  entry: 'dist/app.js',
  sessions: secureSealed('newsletter'),
  isReadable: false,
  stages: {
    async save({ send, provider }) {
      const key = provider.apiKey('alice');
      await send('GET', '/settings');
      await send('PUT', '/settings', { key });
      await send('GET', '/newsletters');
      await send('POST', '/login', { user: 'alice' });
      await send('PUT', '/settings', { key });
      return [key];
    },
    async use({ send, provider }) {
      await send('GET', '/settings');
      await send('GET', '/newsletters');
      return provider.issued;
    },
    async forget({ send }) {
      await send('DELETE', '/settings');
      await send('GET', '/settings');
      await send('GET', '/newsletters');
      return [];
    },
    async saveAnother({ send, provider }) {
      const key = provider.apiKey('alice');
      await send('PUT', '/settings', { key });
      await send('GET', '/newsletters');
      return [key];
    },
    async logout({ send }) {
      await send('POST', '/logout');
      await send('GET', '/settings');
      await send('GET', '/newsletters');
      return [];
    },
  },
  use: '/newsletters',
  whenExpired: 401,
  byHand: [
    {
      file: 'src/settings.ts',
      from: '    request.session.delete();',
      to: '    await vault.revokeAll(request.session.data());\n    request.session.delete();',
    },
  ],
});
