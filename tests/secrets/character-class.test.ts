import { describe, expect, it } from 'vitest';
import { characterClass, classChanges } from '../../src/secrets/character-class';

describe('characterClass', () => {
  it.each([
    ['a', 'lower'],
    ['z', 'lower'],
    ['A', 'upper'],
    ['Z', 'upper'],
    ['0', 'digit'],
    ['9', 'digit'],
    ['_', 'other'],
    [' ', 'other'],
    ['', 'other'],
    ['é', 'other'],
    ['٣', 'other'],
    ['🔑', 'other'],
  ])('%j is %s', (character, expected) => {
    expect(characterClass(character)).toBe(expected);
  });
});

describe('classChanges', () => {
  it.each([
    ['', 0],
    ['button', 0],
    ['Button', 0],
    ['PrimaryButton', 1],
    ['abc123xyz', 2],
    ['step2', 1],
    ['a1-b2', 2],
    ['a-1-b-2', 0],
    ['aB3dE5', 5],
    ['ABC', 0],
    ['ABCdef', 0],
  ])('%j has %i', (text, changes) => {
    expect(classChanges(text)).toBe(changes);
  });
});
