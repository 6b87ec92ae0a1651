import { expect, it } from 'vitest';
import { factIndexOf } from '../../../src/model/facts/fact-index';
import { knownLibraries } from '../../../src/model/facts/known-libraries';
import { settingsOf } from '../../../src/settings/settings';

const known = knownLibraries(settingsOf({ settings: {} }));

it('finds facts by the names that must stand in the code', () => {
  const { unimported, pluginMethods, assigned, writes } = factIndexOf(known);
  expect(unimported.get('cookieSession')?.map(({ library }) => library.module)).toEqual(['cookie-session']);
  expect(pluginMethods).toContain('register');
  expect(assigned).toContain('keys');
  expect(writes.get('cookie')?.map(({ names }) => names.join('.'))).toContain('res.cookie');
  expect(writes.get('clearCookie')).toBeUndefined();
});

it('is made once', () => {
  expect(factIndexOf(known)).toBe(factIndexOf(known));
});

it('finds each kind of set-up by what it needs', () => {
  const acme = {
    module: 'acme',
    readFrom: '1',
    setups: [
      { form: 'method', export: ['server', '()', 'state'], members: ['server.state', 'app.server.state'], options: 1 },
      { form: 'object', export: [], plugin: 'plugin', options: 'options' },
      { form: 'config', files: ['acme.config'], path: ['session'] },
    ],
    cookieWrites: [{ unimported: { names: ['setIt'], first: ['event'] }, name: 1, options: 2, attributes: {} }],
  };
  const withAcme = knownLibraries(settingsOf({ settings: { 'session-secrets': { libraries: [acme] } } }));
  const { methods, pluginKeys, configs, unimportedWrites } = factIndexOf(withAcme);
  expect(methods.get('state')?.map(({ names }) => names.join('.'))).toEqual(['server.state', 'app.server.state']);
  expect([...pluginKeys]).toContain('plugin');
  expect(configs.map(({ library }) => library.module)).toContain('acme');
  expect(unimportedWrites.get('setIt')?.map(({ library }) => library.module)).toEqual(['acme']);
});
