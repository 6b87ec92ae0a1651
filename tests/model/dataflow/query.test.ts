import { expect, it } from 'vitest';
import { Budget } from '../../../src/model/dataflow/query';

it('lasts for five hundred steps', () => {
  const budget = new Budget();
  const steps = Array.from({ length: 502 }, () => budget.isSpent());
  expect(steps.indexOf(true)).toBe(500);
  expect(steps.at(-1)).toBe(true);
});

it('remembers the names on the way, by what is looked for behind them', () => {
  const budget = new Budget();
  const name = {} as never;
  const seen = budget.goThrough(
    name,
    () => [budget.isUnderWay(name, ['a']), budget.isUnderWay(name, ['b']), budget.isUnderWay({} as never, ['a'])],
    ['a'],
  );
  expect(seen).toEqual([true, false, false]);
  expect(budget.isUnderWay(name, ['a'])).toBe(false);
  expect(budget.goThrough(undefined, () => 1)).toBe(1);
});
