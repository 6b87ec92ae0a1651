import { expect, it } from 'vitest';
import { isLoaded, isNamed, isWithin, specifiersIn } from '../../../src/model/file/imports';
import { inFile } from '../../support/probe';

it('knows every module a text loads', () => {
  const text = [
    "import a from 'a'; import type { B } from './$types'; import 'astro:middleware'; export * from '#c';",
    "const d = require('d'); const e = await import(`@e/e`); import f = require('f');",
  ].join('\n');
  const loaded = ['a', './$types', 'astro:middleware', '#c', 'd', '@e/e', 'f'];
  expect(inFile(text, (file) => [...specifiersIn(file)])).toEqual(loaded);
});

it.each<[string, boolean]>([
  ["import a from '@acme/session'", true],
  ["import a from 'acme-session'", true],
  ["import a from '@acme/session/more'", false],
  ["const name = '@acme/session'", false],
])('%s loads the library: %s', (text, wanted) => {
  const library = { module: '@acme/session', specifiers: ['acme-session'], readFrom: '1' };
  expect(inFile(text, (file) => isLoaded(library, file))).toBe(wanted);
});

it.each<[string, string, boolean]>([
  ['/p/src/routes/+page.server.ts', '+page.server', true],
  ['/p/src/routes/+page.server.js', '+page.server', true],
  ['src/+page.server.ts', '+page.server', true],
  ['+page.server.ts', '+page.server', true],
  ['/p/config/session.cjs', 'config/session', true],
  ['/p/my-config/session.js', 'config/session', false],
  ['/p/src/routes/+page.ts', '+page.server', false],
  ['/p/src/routes/a+page.server.ts', '+page.server', false],
])('%s ends in %s: %s', (filename, name, wanted) => {
  expect(inFile('x', (file) => [isNamed([name], file), isWithin({ files: [name] }, file)], { filename })).toEqual([
    wanted,
    wanted,
  ]);
});

it('is within a framework by what it loads', () => {
  const ask = (text: string) => inFile(text, (file) => isWithin({ imports: ['astro', 'astro:actions'] }, file));
  expect([ask("import type { APIRoute } from 'astro'"), ask("import { x } from 'other'"), ask('x')]).toEqual([
    true,
    false,
    false,
  ]);
});
