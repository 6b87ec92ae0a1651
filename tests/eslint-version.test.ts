import { RuleTester } from '@typescript-eslint/rule-tester';
import { Linter } from 'eslint';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const majors: Record<string, string> = { eslint8: '8', eslint: '9', eslint10: '10' };

it('runs on the ESLint it claims to run on', () => {
  const wanted = majors[process.env['ESLINT_ALIAS'] ?? ''];
  const require = createRequire(import.meta.url);
  const ruleTester = createRequire(require.resolve('@typescript-eslint/rule-tester'));
  expect(wanted).toBeDefined();
  expect(Linter.version.split('.')[0]).toBe(wanted);
  expect(
    (ruleTester('@typescript-eslint/utils/ts-eslint') as { Linter: typeof Linter }).Linter.version.split('.')[0],
  ).toBe(wanted);
  // The tester itself runs on it, not only what it loads.
  expect(new RuleTester({ languageOptions: {} })).toHaveProperty('run');
});
