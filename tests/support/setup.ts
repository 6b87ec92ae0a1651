import { RuleTester } from '@typescript-eslint/rule-tester';
import { afterAll, describe, it } from 'vitest';
import { withCheckedEdits } from './edit-check';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;
RuleTester.itSkip = it.skip;
RuleTester.describeSkip = describe.skip;

/** As in `src/report-elsewhere.ts`; nothing of `src` is loaded here, so that tests can put something in its place. */
const placeHolder = '{{place}}';

/** What a case expects of a report or a suggestion. */
interface Expected {
  data?: Record<string, unknown>;
  /** A mere number says how many there are. */
  suggestions?: readonly Expected[] | number | null;
}

/** Every message ends in the place of another file, which is empty where a case has but one. */
const withPlace = (expected: Expected): Expected => ({
  ...expected,
  ...(expected.data ? { data: { place: '', ...expected.data } } : {}),
  ...(Array.isArray(expected.suggestions) ? { suggestions: expected.suggestions.map(withPlace) } : {}),
});

// Every edit of every case has to leave a program with the statements it had.
const run = RuleTester.prototype.run as (this: RuleTester, name: string, rule: never, tests: never) => void;
RuleTester.prototype.run = function (this: RuleTester, name: string, rule: never, tests: never): void {
  const { valid, invalid } = tests as { valid: unknown[]; invalid: { errors: readonly Expected[] }[] };
  const { messages } = (rule as { meta: { messages: Record<string, string> } }).meta;
  const hasPlace = Object.values(messages).some((text) => text.includes(placeHolder));
  const expected = hasPlace ? invalid.map((one) => ({ ...one, errors: one.errors.map(withPlace) })) : invalid;
  run.call(this, name, withCheckedEdits(rule) as never, { valid, invalid: expected } as never);
};
