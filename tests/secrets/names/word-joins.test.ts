import { describe, expect, it } from 'vitest';
import { splitWords } from '../../../src/secrets/names/split-words';
import { compounds, halves, tails } from '../../../src/secrets/names/word-joins';

describe('the joins', () => {
  it.each([...halves])('%s are halves of %s', (pair, whole) => {
    expect(pair.split(' ')).toHaveLength(2);
    expect(whole).toMatch(/^[a-z]+\d*$/);
  });

  it.each([...compounds])('%s is taken apart', (compound, words) => {
    expect(splitWords(compound)).toEqual(words);
    expect(words.length > 1 || words[0] === 'mfa').toBe(true);
  });

  it('leaves a tail alone that is the whole word', () => {
    for (const tail of tails.filter((word) => !compounds.has(word))) expect(splitWords(tail)).toEqual([tail]);
  });
});
