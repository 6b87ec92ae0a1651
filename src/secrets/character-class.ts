export type CharacterClass = 'lower' | 'upper' | 'digit' | 'other';

/** What an ASCII character is; everything outside A-Z, a-z and 0-9 is `other`. */
export function characterClass(character: string): CharacterClass {
  if (character >= 'a' && character <= 'z') return 'lower';
  if (character >= 'A' && character <= 'Z') return 'upper';
  if (character >= '0' && character <= '9') return 'digit';
  return 'other';
}

/**
 * How often a text changes between letters and digits, or from a lower-case letter to a capital, within its runs of
 * letters and digits. A capital followed by lower case is how words begin and does not count: `PrimaryButton` has one
 * change, `abc123xyz` two, a random value about one for every two or three characters.
 */
export function classChanges(text: string): number {
  let changes = 0;
  let before: CharacterClass = 'other';
  for (const character of text) {
    const now = characterClass(character);
    const startsWord = before === 'upper' && now === 'lower';
    if (now !== before && now !== 'other' && before !== 'other' && !startsWord) changes += 1;
    before = now;
  }
  return changes;
}
