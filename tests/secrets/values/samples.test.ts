import { describe, expect, it } from 'vitest';
import { isKnownSample, samples } from '../../../src/secrets/values/samples';
import { weaknessOf } from '../../../src/secrets/values/strength';

describe('the known samples', () => {
  it('are 241 from public lists, 19 from tutorials, 13 from documentation', () => {
    expect([samples.known, samples.tutorial, samples.documented].map((list) => list.length)).toEqual([241, 19, 13]);
    expect(new Set(samples.known).size).toBe(241);
  });

  it.each([...samples.known, ...samples.tutorial, ...samples.documented])('%j is known and weak', (sample) => {
    expect(isKnownSample(sample)).toBe(true);
    expect(weaknessOf(sample)).toEqual({ reason: 'known' });
    expect(weaknessOf(sample, 64)).toEqual({ reason: 'known' });
  });

  it.each(['Keyboard Cat', 'KEYBOARD-CAT', 'keyboard.cat!', '"keyboard cat"', 'my_Secret', 'Change.Me'])(
    '%j is another spelling of one',
    (spelling) => {
      expect(isKnownSample(spelling)).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    '---',
    'keyboard dog',
    'keyboard cats and dogs',
    '!#$%&/()=secret=)(/&%$#!',
    'секрет',
    '\ud800',
    'x'.repeat(10_000),
  ])('%j is none', (text) => {
    expect(isKnownSample(text)).toBe(false);
  });
});
