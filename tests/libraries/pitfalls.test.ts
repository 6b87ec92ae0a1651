import { expect, it } from 'vitest';
import { libraries } from '../../src/libraries';
import { lint } from '../support/lint';
import { pitfalls } from './pitfalls';

// What docs/libraries.md says of them, and of the rules that see them.
it.each(pitfalls)('$library: $says', ({ library, code, filename = 'app.js', rule }) => {
  expect(libraries.map(({ module }) => module)).toContain(library);
  const rules = lint(code, { filename }).map(
    ({ ruleId, message }) => ruleId?.replace('session-secrets/', '') ?? message,
  );
  expect(rules).toEqual(rule === null ? [] : expect.arrayContaining([rule]));
});
