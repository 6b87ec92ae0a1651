import { expect, it } from 'vitest';
import { normalForm } from '../../../src/secrets/values/normal-form';
import { weakWords } from '../../../src/secrets/values/weak-words';

it('holds 196 words in normal form', () => {
  expect(weakWords.size).toBe(196);
  for (const word of weakWords) expect(normalForm(word)).toBe(word);
});
