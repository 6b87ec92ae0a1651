import { describe, expect, it } from 'vitest';
import { wordCoverage } from '../../../src/secrets/values/word-coverage';
import { randomBytes, seededRandom } from '../random';

describe('wordCoverage', () => {
  // Close to the shares measured in the research this follows; here the best cover is found, not the first.
  it.each([
    ['complex_password_at_least_32_characters_long', 1],
    ['a secret with minimum length of 32 characters', 0.82],
    ['averylogphrasebiggerthanthirtytwochars', 0.68],
    ['better-auth-secret-12345678901234567890', 1],
    ['replace-this-with-a-long-random-string-please', 0.97],
    ['0123456789abcdef0123456789abcdef', 1],
    ['correct horse battery staple', 0.24],
    ['', 0],
    ['!!!', 0],
    ['секрет', 0],
  ])('%j is covered to %f', (text, share) => {
    expect(wordCoverage(text)).toBeCloseTo(share, 2);
  });

  it('stays far below the limit on random text', () => {
    const random = seededRandom('coverage');
    for (let index = 0; index < 1_000; index += 1) {
      expect(wordCoverage(randomBytes(random, 32).toString('base64'))).toBeLessThan(0.45);
    }
  });
});
