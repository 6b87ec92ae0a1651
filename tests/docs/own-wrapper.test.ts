import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/libraries/types';
import { settingsOf } from '../../src/settings/settings';
import { lint } from '../support/lint';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const page = read('docs/wrappers.md');

/** The text of the one block whose fence begins so. */
function block(fence: string): string {
  const [, text] = new RegExp(`^\`\`\`${fence}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/wrappers.md has no block ${fence}`);
  return text;
}

const taught = JSON.parse(block('json')) as Library;
const reports = (text: string, libraries: Library[]) =>
  new Set(lint(text, { preset: 'recommended', settings: { libraries } }).map(({ ruleId }) => ruleId?.split('/')[1]));

describe('docs/wrappers.md', () => {
  it('teaches a wrapper in ten lines', () => {
    expect(block('json').trim().split('\n').length - 1).toBeLessThanOrEqual(10);
    const rules = ['no-weak-session-secret', 'no-secret-in-session', 'require-secure-cookie'];
    expect([...reports(block('js reported'), [taught])]).toEqual(expect.arrayContaining(rules));
    for (const rule of ['no-weak-session-secret', 'require-secure-cookie']) {
      expect([...reports(block('js reported'), [])]).not.toContain(rule);
    }
  });

  it('shows what stays silent', () => {
    expect([...reports(block('js silent'), [taught])]).toEqual([]);
  });

  it('quotes the error as it is', () => {
    const misspelt = JSON.parse(JSON.stringify(taught).replace('"secure":{"path"', '"secure":{"paths"')) as Library;
    expect(() => settingsOf({ settings: { 'session-secrets': { libraries: [misspelt] } } })).toThrow(
      block('text').trim(),
    );
  });
});

describe('docs/contributing.md', () => {
  it.each(['src/libraries/koa-session-minimal.ts', 'tests/libraries/real/probes/koa-session-minimal.mjs'])(
    'shows %s as it is',
    (file) => {
      expect(read('docs/contributing.md')).toContain(`\n${read(file)}\`\`\``);
    },
  );
});
