import { characterClass } from '../character-class';
import { oncePerName } from './once-per-name';
import { compounds, halves, tails } from './word-joins';

/** No name a person wrote is longer; what is longer is data. */
const longestName = 120;

type Kind = 'lower' | 'upper' | 'digit' | 'separator';

/** Letters outside ASCII count by their case, so that `contraseñaNueva` splits like any other name. */
function kindOf(character: string): Kind {
  const ascii = characterClass(character);
  if (ascii !== 'other') return ascii;
  const lower = character.toLowerCase();
  if (lower === character.toUpperCase()) return 'separator';
  return lower === character ? 'lower' : 'upper';
}

/** `APIKey` → API Key, `camelCase` → camel Case, `oauth2` → oauth 2; what is no letter or digit separates. */
function pieces(name: string): string[] {
  const characters = Array.from(name);
  const found: string[] = [];
  let piece = '';
  let before: Kind = 'separator';
  characters.forEach((character, index) => {
    const now = kindOf(character);
    const next = characters[index + 1];
    const endsAcronym = before === 'upper' && now === 'upper' && next !== undefined && kindOf(next) === 'lower';
    const continues = now === before || (before === 'upper' && now === 'lower');
    if (!continues || endsAcronym) {
      if (piece !== '') found.push(piece);
      piece = '';
    }
    if (now !== 'separator') piece += character.toLowerCase();
    before = now;
  });
  if (piece !== '') found.push(piece);
  return found;
}

/** Accents are spelling: `contraseña` and `contrasena` are the same word. */
function withoutAccents(word: string): string {
  return Array.from(word.normalize('NFD'))
    .filter((character) => character < '\u0300' || character > '\u036f')
    .join('');
}

function splitTail(word: string): string[] {
  const tail = tails.find((candidate) => word.length > candidate.length && word.endsWith(candidate));
  if (tail === undefined) return [word];
  return [word.slice(0, -tail.length), ...(compounds.get(tail) ?? [tail])];
}

/**
 * The words of a name in lower case, whatever way they are joined: `apiKey`, `API_KEY` and `api-key` give the same
 * words. Halves of one word are put together (`OAuth` → oauth, `2fa` → mfa), known compounds are taken apart
 * (`apikey` → api key). A name that is too long to be one gives no words.
 */
export const splitWords: (name: string) => readonly string[] = oncePerName(wordsOf);

function wordsOf(name: string): readonly string[] {
  if (name.length > longestName) return [];
  const words = pieces(name.normalize('NFC')).map(withoutAccents);
  const joined: string[] = [];
  for (const word of words) {
    const whole = halves.get(`${joined.at(-1) ?? ''} ${word}`);
    if (whole === undefined) joined.push(word);
    else joined.splice(-1, 1, whole);
  }
  return joined.flatMap((word) => compounds.get(word) ?? splitTail(word));
}
