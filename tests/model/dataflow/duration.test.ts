import { describe, expect, it } from 'vitest';
import { inWords, millisecondsOf } from '../../../src/model/dataflow/duration';

describe('millisecondsOf', () => {
  it.each([
    ['7d', 604_800_000],
    ['2 weeks', 1_209_600_000],
    ['1.5h', 5_400_000],
    ['100', 100],
    ['-1 day', -86_400_000],
    ['1y', 31_557_600_000],
    ['10 Mins', 600_000],
  ])('%s', (text, expected) => {
    expect(millisecondsOf(text)).toBe(expected);
  });

  it.each(['', 'd', '7 moons', 'a week', '7d 3h', '1e3', 'constructor', '7 constructor'])('no time: %s', (text) => {
    expect(millisecondsOf(text)).toBeNull();
  });
});

describe('inWords', () => {
  it.each([
    [1, '1 second'],
    [3.6, '3.6 seconds'],
    [86.4, '86.4 seconds'],
    [604.8, '10.1 minutes'],
    [43_200, '12 hours'],
    [86_400_000, '1000 days'],
    [Infinity, 'no end'],
  ])('%d', (seconds, expected) => {
    expect(inWords(seconds)).toBe(expected);
  });
});
