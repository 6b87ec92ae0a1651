import { describe, expect, it } from 'vitest';
import { configuredIn } from '../../../src/model/setup/config-file';
import type { Library } from '../../../src/libraries/types';
import { inFile } from '../../support/probe';

const acme: Library = {
  module: 'acme',
  readFrom: '1',
  setups: [{ form: 'config', files: ['acme.config', 'config/session'], path: ['runtime', 'session'] }],
};

/** The options found, with the key they are exported under. */
const configured = (code: string, filename = 'acme.config.ts'): string[] =>
  inFile(
    code,
    (file) =>
      configuredIn(file).map(
        ({ anchor, options }) => `${file.sourceCode.getText(anchor)}: ${file.sourceCode.getText(options)}`,
      ),
    { filename, settings: { libraries: [acme] } },
  );

describe('a configuration file', () => {
  it.each<[string, string[]]>([
    ['export default { runtime: { session: { a } } };', ['session: { a }']],
    ['export default defineConfig({ runtime: { session: { a } } });', ['session: { a }']],
    ['export default defineConfig(() => ({ runtime: { session: { a } } }));', ['session: { a }']],
    ['export default { runtime: { session: { a } } } satisfies Config;', ['session: { a }']],
    ['const config = { runtime: { session: { a } } }; export default config;', ['session: { a }']],
    ['const config = defineConfig({ runtime: { session: { a } } }); export default config;', ['session: { a }']],
    ['const session = { a }; export default { runtime: { session } };', ['session: session']],
    ["module.exports = { runtime: { 'session': { a } } };", ["'session': { a }"]],
    ['module.exports.runtime = { session: { a } };', ['session: { a }']],
    ['exports.runtime = { session: { a } };', ['session: { a }']],
    ['module.exports.runtime.session = { a };', ['{ a }: { a }']],
    ['export const runtime = { session: { a } };', ['session: { a }']],
    ['export = { runtime: { session: { a } } };', ['session: { a }']],
    ['export default { runtime: { ...rest, session: { a } } };', ['session: { a }']],
    ['export default { runtime: { session: { a }, ...rest } };', []],
    ['export default { session: { a } };', []],
    ['export default { runtime: {} };', []],
    ['export default config;', []],
    ['export default class { runtime = { session: { a } } }', []],
    ['export default function () {}', []],
    ['export const session = { a }; export { x }; export let y;', []],
    ['const config = { runtime: { session: { a } } };', []],
    ['other.exports.runtime = { session: { a } }; module.runtime = { session: { a } };', []],
    ['module.exports.runtime ??= { session: { a } };', []],
    ['export default defineConfig(...runtime);', []],
    ['export default defineConfig();', []],
  ])('%s', (code, wanted) => {
    expect(configured(code)).toEqual(wanted);
  });

  it.each<[string, boolean]>([
    ['/p/acme.config.mjs', true],
    ['/p/config/session.js', true],
    ['/p/src/config.ts', false],
    ['/p/session.js', false],
  ])('%s: %s', (filename, isRead) => {
    expect(configured('export default { runtime: { session: { a } } };', filename)).toHaveLength(isRead ? 1 : 0);
  });
});
