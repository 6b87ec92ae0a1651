import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { normalForm } from '../../../src/secrets/values/normal-form';
import { weakWords } from '../../../src/secrets/values/weak-words';

it('holds 196 words in normal form', () => {
  expect(weakWords.size).toBe(196);
  for (const word of weakWords) expect(normalForm(word)).toBe(word);
  expect(weakWords.has('')).toBe(false);
});

it('is the list that was read: whoever changes it says so here', () => {
  const digest = createHash('sha256')
    .update([...weakWords].sort().join('\n'))
    .digest('hex');
  expect(digest.slice(0, 16)).toBe('3b7843f73cbf4061');
});
