import { provesMigration } from './harness/migration';
import { stored } from './harness/sessions';

/** The same in every run, because what it signs is compared. */
const webhookSecret = `whsec_${'f00d'.repeat(8)}`;

provesMigration({
  program: 'express-session',
  entry: 'server.js',
  sessions: stored,
  isReadable: false,
  stages: {
    async connect({ send, provider }) {
      provider.issued.push(webhookSecret);
      const key = provider.apiKey('alice');
      await send('GET', '/account');
      await send('POST', '/keys', { key, webhookSecret });
      await send('POST', '/account/login', { name: 'alice', password: 'guess' });
      await send('POST', '/account/login', { name: 'alice', password: 'wonderland' });
      await send('GET', '/account');
      await send('GET', '/events');
      await send('POST', '/events/sign', { text: 'hello' });
      await send('POST', '/keys', { key: 'key_of_nobody', webhookSecret });
      await send('POST', '/keys', { key, webhookSecret });
      return [key, webhookSecret];
    },
    async use({ send, provider }) {
      await send('GET', '/account');
      await send('GET', '/events');
      await send('POST', '/events/sign', { text: 'hello' });
      return provider.issued;
    },
    async disconnect({ send }) {
      await send('DELETE', '/keys');
      await send('GET', '/account');
      await send('GET', '/events');
      return [webhookSecret];
    },
    async signOut({ send }) {
      await send('POST', '/account/logout');
      await send('GET', '/account');
      await send('GET', '/events');
      return [];
    },
  },
  use: '/events',
  whenExpired: 401,
});
