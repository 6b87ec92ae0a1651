import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fix, lint, shown } from '../support/lint';

/** Programs as they should be written, and others that only use the same words: no rule may say anything. */
const folder = join(import.meta.dirname, '../apps/secure');

const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

describe.each(programs)('$path', ({ path, text }) => {
  const sourceType = /\brequire\(/.test(text) && !/^import /m.test(text) ? 'commonjs' : 'module';
  const options = { filename: path, sourceType } as const;

  it('is silent under `all`', () => {
    expect(shown(lint(text, options))).toEqual([]);
  });

  it('is silent, and stays as it is, with a vault', () => {
    const settings = { vault: { module: '#session-vault' } };
    expect(shown(lint(text, { ...options, settings }))).toEqual([]);
    expect(fix(text, { ...options, settings }).output).toBe(text);
  });
});

it('finds the programs', () => {
  expect(programs.length).toBeGreaterThan(15);
});
