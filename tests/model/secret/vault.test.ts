import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../../src/model/secret/vault';
import { vaultOf } from '../../../src/model/secret/vault';
import { inFile } from '../../support/probe';

const folder = mkdtempSync(join(tmpdir(), 'session-vault-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The vault of a file below a package.json of this text. */
function vaultIn(
  name: string,
  packageJson: string | undefined,
  code = 'a;',
  settings: Record<string, unknown> = {},
): Vault | null {
  const own = join(folder, name);
  mkdirSync(join(own, 'src'), { recursive: true });
  if (packageJson !== undefined) writeFileSync(join(own, 'package.json'), packageJson);
  return inFile(code, vaultOf, { filename: join(own, 'src/file.ts'), settings });
}

const declared = JSON.stringify({ imports: { '#session-vault': './lib/vault.js' } });

describe('a vault is known', () => {
  it('when the nearest package.json declares one', () => {
    expect(vaultIn('declared', declared)).toMatchObject({
      isKnown: true,
      module: '#session-vault',
      export: 'vault',
      binding: undefined,
    });
  });

  it('when the settings name one', () => {
    const vault = { module: './keeper', export: 'keeper', suffix: 'Handle' };
    expect(vaultIn('set', '{}', 'a;', { vault })).toMatchObject({
      isKnown: true,
      ...vault,
      store: 'store',
      read: 'read',
      revoke: 'revoke',
    });
  });

  it.each([
    ["import { vault } from '#session-vault';", 'vault'],
    ["import { vault as v } from '#session-vault';", 'v'],
    ["import * as keep from '#session-vault';", 'keep.vault'],
    ["import keep from '#session-vault';", 'keep.vault'],
    ["const { vault } = require('#session-vault');", 'vault'],
    ["const { vault: v } = require('#session-vault');", 'v'],
    ["const keep = require('#session-vault');", 'keep.vault'],
    ["import keep = require('#session-vault');", 'keep.vault'],
  ])('when the file has it: %s', (code, binding) => {
    expect(vaultIn('bound', '{}', code)).toMatchObject({ isKnown: true, binding });
  });

  it('when the file has it by the path the declaration stands for', () => {
    expect(vaultIn('path', declared, "import { vault } from '../lib/vault.js';")).toMatchObject({ binding: 'vault' });
    expect(vaultIn('path', declared, "import { vault } from '../lib/vault';")).toMatchObject({ binding: 'vault' });
    expect(vaultIn('path', declared, "import { vault } from './vault';")).toMatchObject({
      binding: undefined,
      freeName: 'sessionVault',
    });
  });
});

it('a declaration of several conditions stands for all their files', () => {
  const conditions = JSON.stringify({
    imports: { '#session-vault': { types: './src/vault.ts', default: './dist/vault.js' } },
  });
  expect(vaultIn('conditions', conditions, "import { vault } from './vault.js';")).toMatchObject({
    isKnown: true,
    binding: 'vault',
  });
});

describe('no vault is known, and nothing breaks', () => {
  it.each([
    ['none', undefined],
    ['empty', ''],
    ['broken', '{ "imports": '],
    ['a list', '[]'],
    ['null', 'null'],
    ['odd', '{ "imports": "#session-vault" }'],
    ['other', '{ "imports": { "#db": "./db.js" } }'],
  ])('with a package.json that is %s', (name, text) => {
    // The file's folder is the last one looked at.
    expect(vaultIn(`no-${name.replace(' ', '-')}`, text ?? '{}')).toMatchObject({
      isKnown: false,
      module: '#session-vault',
    });
  });

  it('where a package.json in between ends the search', () => {
    mkdirSync(join(folder, 'outer/inner/src'), { recursive: true });
    writeFileSync(join(folder, 'outer/package.json'), declared);
    expect(vaultIn('outer/inner', '{}')).toMatchObject({ isKnown: false });
  });

  it('with a file that has no name', () => {
    expect(inFile('a;', vaultOf)).toMatchObject({ isKnown: false });
  });

  it('with nothing but its type', () => {
    expect(vaultIn('type', '{}', "import type { vault } from '#session-vault';")).toMatchObject({ isKnown: false });
    expect(vaultIn('type', '{}', "import { type vault } from '#session-vault';")).toMatchObject({ isKnown: false });
  });
});

it('there is none where the settings say so', () => {
  expect(vaultIn('false', declared, 'a;', { vault: false })).toBeNull();
});

it.each([
  ['a;', 'vault'],
  ['const vault = 1;', 'sessionVault'],
  ['function f(vault) {}', 'sessionVault'],
  ['vault.open();', 'sessionVault'],
  ['let vault, sessionVault, secretVault;', 'sessionVault2'],
])('the import gets a name that is free: %s', (code, freeName) => {
  expect(vaultIn('free', '{}', code)).toMatchObject({ freeName });
});
