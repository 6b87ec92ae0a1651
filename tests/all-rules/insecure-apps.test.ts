import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fix, lint } from '../support/lint';

/**
 * Programs as they should not be written. What is said of each, and what one `--fix` makes of it, are kept beside them for
 * people to read: `npx vitest run tests/all-rules/insecure-apps.test.ts --project eslint-9 -u` writes them anew.
 */
const folder = join(import.meta.dirname, '../apps/insecure');

const programs = readdirSync(folder)
  .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

const settings = { vault: { module: '#session-vault' } };

describe.each(programs)('$path', ({ path, text }) => {
  const sourceType = /\brequire\(/.test(text) && !/^import /m.test(text) ? 'commonjs' : 'module';
  const options = { filename: path, sourceType, settings } as const;

  it('is reported', async () => {
    const reports = lint(text, options).map(({ line, column, ruleId, message, fix: edit, suggestions = [] }) =>
      [
        `${line}:${column} ${ruleId?.replace('session-secrets/', '')}${edit ? ' (fixed)' : ''}`,
        `    ${message}`,
        ...suggestions.map(({ desc }) => `    → ${desc}`),
      ].join('\n'),
    );
    expect(reports.length).toBeGreaterThan(0);
    await expect(`${reports.join('\n\n')}\n`).toMatchFileSnapshot(join(folder, 'reports', `${path}.txt`));
  });

  it('is fixed as far as an edit is certain', async () => {
    const { output } = fix(text, options);
    await expect(output).toMatchFileSnapshot(join(folder, 'fixed', `${path}.txt`));
    expect(fix(output, options).output).toBe(output);
  });
});
