import { RuleTester } from '@typescript-eslint/rule-tester';
import { afterAll, describe, it } from 'vitest';
import { withCheckedEdits } from './edit-check';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;
RuleTester.itSkip = it.skip;
RuleTester.describeSkip = describe.skip;

// Every edit of every case has to leave a program with the statements it had.
const run = RuleTester.prototype.run as (this: RuleTester, name: string, rule: never, tests: never) => void;
RuleTester.prototype.run = function (this: RuleTester, name: string, rule: never, tests: never): void {
  run.call(this, name, withCheckedEdits(rule) as never, tests);
};
