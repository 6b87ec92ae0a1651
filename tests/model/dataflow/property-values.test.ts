import { expect, it } from 'vitest';
import { Budget } from '../../../src/model/dataflow/query';
import { valuesAtPath } from '../../../src/model/dataflow/values';
import { inFile, probedIn } from '../../support/probe';

const outcomesIn = (code: string, path = ['a', 'b'], budget?: Budget): string[] =>
  inFile(code, (file) =>
    valuesAtPath(probedIn(file)[0]!, path, file, budget).map((outcome) => {
      if (outcome.state === 'set') return file.sourceCode.getText(outcome.node);
      return outcome.state === 'absent' ? `no ${outcome.missing.join('.')}` : 'unknown';
    }),
  );

it.each<[string, string[]]>([
  ['probe({ a: { b: 1 } })', ['1']],
  ['probe({ a: x ? { b: 1 } : { b: 2 } })', ['1', '2']],
  ['probe({ a: x ? { b: 1 } : y })', ['1', 'unknown']],
  ['probe({ a: x ? { b: 1 } : {} })', ['1', 'no b']],
  ['probe(x ? {} : { a: {} })', ['no a.b', 'no b']],
  ['probe({ a: { ...(x && { b: 1 }), ...(y && { b: 2 }) } })', ['2', '1', 'no b']],
  ['probe({ a: [{ b: 1 }] })', ['unknown']],
  ['let o = o; o = o; probe(o)', []],
  // What is written is made from what was there.
  ['const o = { a: { b: 1 } }; o.a = { ...o.a, c: 2 }; probe(o)', ['1']],
  ['const o = { a: { b: 1 } }; o.a = { ...o.a, b: 2 }; o.a = { ...o.a, c: 3 }; probe(o)', ['2']],
  ['const o = { a: { b: 1 } }; if (x) o.a = { ...o.a, c: 2 }; probe(o)', ['1', '1']],
  // Something unknown is written over it, and what is known may still be there.
  ['const o = { a: { b: 1 } }; Object.assign(o, read()); probe(o)', ['1', 'unknown']],
])('%s → %j', (code, wanted) => {
  expect(outcomesIn(code)).toEqual(wanted);
});

it('takes lists by index', () => {
  expect(outcomesIn('probe([1, 2])', ['1'])).toEqual(['2']);
  expect(outcomesIn('probe([...x, 2])', ['1'])).toEqual(['unknown']);
  expect(outcomesIn('probe([1])', ['1'])).toEqual(['unknown']);
});

it('is the expression itself where there is no path', () => {
  expect(outcomesIn('probe(x as T)', [])).toEqual(['x']);
});

it('gives up when it has gone too far', () => {
  const budget = new Budget();
  for (let step = 0; step < 500; step += 1) budget.isSpent();
  expect(outcomesIn('probe({ a: { b: 1 } })', undefined, budget)).toEqual(['unknown']);
});
