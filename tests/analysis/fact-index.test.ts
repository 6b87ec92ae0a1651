import { expect, it } from 'vitest';
import { factIndexOf } from '../../src/analysis/fact-index';
import { knownLibraries } from '../../src/analysis/known-libraries';
import { settingsOf } from '../../src/settings';

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
