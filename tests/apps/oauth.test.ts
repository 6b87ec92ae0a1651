import { provesMigration } from './harness/migration';
import { stored } from './harness/sessions';

provesMigration({
  program: 'oauth',
  entry: 'server.js',
  sessions: stored,
  isReadable: false,
  stages: {
    async login(world) {
      world.provider.lifetime = 0;
      await world.send('GET', '/');
      await world.send('GET', '/calendar');
      await world.send('GET', '/callback?code=stolen&state=guessed');
      await world.send('GET', '/login');
      await world.send('GET', world.location);
      await world.send('GET', world.location.replace(/^http:..[^/]+/, ''));
      await world.send('GET', '/');
      return world.provider.valid();
    },
    async refresh({ send, provider }) {
      const [old] = provider.valid();
      await send('GET', '/calendar');
      if (provider.valid().includes(String(old))) throw new Error('The token was not refreshed.');
      return provider.valid();
    },
    async use({ send, provider }) {
      await send('GET', '/calendar');
      await send('GET', '/');
      return provider.valid();
    },
    async logout({ send }) {
      await send('POST', '/logout');
      await send('GET', '/');
      await send('GET', '/calendar');
      return [];
    },
  },
  use: '/calendar',
  whenExpired: 401,
  byHand: [
    {
      file: 'oauth.js',
      from: '  await promisify(req.session.destroy.bind(req.session))();',
      to: '  await vault.revokeAll(req.session);\n  await promisify(req.session.destroy.bind(req.session))();',
    },
  ],
});
