import { provesMigration } from './harness/migration';
import { readable } from './harness/sessions';

const form = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields);

provesMigration({
  program: 'react-router',
  entry: 'build/server.js',
  sessions: readable('__mailbox'),
  isReadable: true,
  stages: {
    async login({ send, provider }) {
      await send('GET', '/');
      await send('GET', '/mail');
      await send('POST', '/login', form({ name: 'alice', password: 'guess' }));
      await send('GET', '/');
      await send('POST', '/login', form({ name: 'alice', password: 'wonderland' }));
      return provider.valid().slice(0, 1);
    },
    async use({ send, provider }) {
      await send('GET', '/');
      await send('GET', '/mail');
      return provider.valid().slice(0, 1);
    },
    async logout({ send }) {
      await send('POST', '/logout', form({}));
      await send('GET', '/');
      await send('GET', '/mail');
      return [];
    },
  },
  use: '/mail',
  whenExpired: 500,
  byHand: [
    {
      file: 'app/routes/logout.ts',
      from: 'import { destroySession',
      to: 'import { vault } from "#session-vault";\nimport { destroySession',
    },
    {
      file: 'app/routes/logout.ts',
      from: '  return redirect(',
      to: '  await vault.revokeAll(session.data);\n  return redirect(',
    },
  ],
});
