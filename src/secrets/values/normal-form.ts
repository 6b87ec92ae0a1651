import { characterClass } from '../character-class';

/**
 * The lower-case ASCII letters and digits of a text, without anything between them. Spelling does not change a guess:
 * `My-Secret`, `my secret` and `mysecret` are one entry of a guesser's list.
 */
export function normalForm(text: string): string {
  let form = '';
  for (const character of text.toLowerCase()) if (characterClass(character) !== 'other') form += character;
  return form;
}
