import { describe, expect, it } from 'vitest';
import { shannonEntropy } from '../../../src/secrets/values/entropy';

describe('shannonEntropy', () => {
  it.each([
    ['', 0],
    ['a', 0],
    ['aaaa', 0],
    ['ab', 1],
    ['aabb', 1],
    ['abcd', 2],
    ['0123456789abcdef', 4],
    ['🔑🔓', 1],
  ])('%j has %f bits per character', (text, bits) => {
    expect(shannonEntropy(text)).toBeCloseTo(bits, 10);
  });
});
