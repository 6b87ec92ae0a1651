import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { formatMessage } from 'publint/utils';
import { publint } from 'publint';
import { expect, inject, it } from 'vitest';
import { makeHost } from '../support/host';

const root = join(__dirname, '../..');
const { tarball } = inject('packed');
const content = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean)
  .map((file) => file.replace('package/', ''));

it('holds what is published and nothing else', () => {
  const parts = [...new Set(content.map((file) => file.split('/')[0]))].sort();
  expect(parts).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'docs', 'package.json']);
  expect(content).toEqual(
    expect.arrayContaining(['dist/index.js', 'dist/index.mjs', 'dist/index.d.ts', 'dist/index.d.mts']),
  );
  // Vulnerable programs with sample secrets have no business in anybody's node_modules.
  expect(content.filter((file) => /node_modules|docs\/examples/.test(file))).toEqual([]);
});

it('is what publint calls right', async () => {
  const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { messages } = await publint({ pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

it('has types that are right for every way of resolving modules', () => {
  const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const result = JSON.parse(execFileSync(process.execPath, [attw, tarball, '--format', 'json'], options)) as {
    analysis: { types: { kind: string } };
    problems: object;
  };
  expect(result.analysis.types.kind).toBe('included');
  expect(result.problems).toEqual({});
});

it('is one object for import and require, whose only export is the default', async () => {
  const { folder } = makeHost('eslint', {});
  const require = createRequire(join(folder, 'index.js'));
  const required = require('eslint-plugin-session-secrets') as object;
  const imported = (await import(join(folder, 'node_modules/eslint-plugin-session-secrets/dist/index.mjs'))) as object;
  expect(Object.keys(imported)).toEqual(['default']);
  expect(imported).toHaveProperty('default.meta', (required as { meta: object }).meta);
});
