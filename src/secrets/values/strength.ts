import { characterClass } from '../character-class';
import { shannonEntropy } from './entropy';
import { normalForm } from './normal-form';
import { isKnownSample } from './samples';
import { wordCoverage } from './word-coverage';

/** How a signing secret can be guessed without reading the program. */
export type Weakness = {
  reason: 'known' | 'short' | 'pattern' | 'words' | 'uuid' | 'low-variety';
  /** The length of the text in characters, when that is the reason. */
  length?: number;
  /** The length it should have had. */
  minimum?: number;
};

/** 32 hex digits are 128 bits, the least that OWASP ASVS 5.0 (11.5.1) asks of a value that must not be guessed. */
const defaultMinimum = 32;
/** The head of a text shows what it is made of. */
const examinedLength = 2_000;

/** Measured: random text is covered by list words to 30 % at most, placeholders to 68 % at least. */
const wordShare = 0.6;
/** Measured in bits per character: the poorest random value of 32 characters has 3.05 (hex). */
const leastVariety = { hex: 2.5, other: 3 };

/** Rows of characters that fingers and eyes run along. */
const rows = ['0123456789', '90', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'zxcvbnm'];
/** Two characters that follow each other in a row: `01`, `ab`, `qw`. */
const neighbours = new Set(rows.flatMap((row) => Array.from(row.slice(1), (_, index) => row.slice(index, index + 2))));
/** Shorter runs turn up in random text. */
const shortestRun = 4;
const runShare = 0.8;

/** Is the text one unit over and over (`abcabcabc`)? The shortest period is what the border of the text leaves. */
function isRepetition(text: string): boolean {
  // borders[i]: the length of the longest proper prefix of text[0..i] that is also its suffix.
  const borders = [0];
  for (let index = 1; index < text.length; index += 1) {
    let border = borders[index - 1] ?? 0;
    while (border > 0 && text[index] !== text[border]) border = borders[border - 1] ?? 0;
    borders.push(text[index] === text[border] ? border + 1 : 0);
  }
  const period = text.length - (borders.at(-1) ?? 0);
  return period * 2 <= text.length;
}

/** Does the text consist of runs along the alphabet, the digits or the keyboard, forwards or backwards? */
function isRun(text: string): boolean {
  const form = normalForm(text);
  let inRuns = 0;
  let start = 0;
  for (let index = 1; index <= form.length; index += 1) {
    const [before, now] = [form.charAt(index - 1), form.charAt(index)];
    if (neighbours.has(before + now) || neighbours.has(now + before)) continue;
    if (index - start >= shortestRun) inRuns += index - start;
    start = index;
  }
  return form.length * 2 >= text.length && inRuns >= form.length * runShare;
}

const separators = ' -_.,!';

/** Letters and digits must be most of the text: one word among forty symbols doesn't make them guessable. */
function isMadeOfWords(text: string): boolean {
  const others = Array.from(text).filter((character) => characterClass(character) === 'other');
  const symbols = others.filter((character) => !separators.includes(character));
  return symbols.length * 2 < text.length && wordCoverage(text) >= wordShare;
}

const uuidParts = [8, 4, 4, 4, 12];

function isHex(text: string): boolean {
  return Array.from(text.toLowerCase()).every((character) => '0123456789abcdef'.includes(character));
}

function isUuid(text: string): boolean {
  const parts = text.split('-');
  const hasForm = parts.map((part) => part.length).join() === uuidParts.join();
  return hasForm && parts.every(isHex);
}

/**
 * Why a signing secret can be guessed, the plainest reason first.
 *
 * @param text the secret as it reaches the library; the empty text is another rule's matter
 * @param minimum the library's own minimum length in characters; 32 when it has none
 * @returns undefined when the text is not obviously weak; the recipe and its thresholds were measured on known leaked
 *   secrets and on random values
 */
export function weaknessOf(text: string, minimum: number = defaultMinimum): Weakness | undefined {
  const trimmed = text.trim();
  if (text === '') return undefined;
  if (isKnownSample(trimmed)) return { reason: 'known' };
  if (trimmed.length < minimum) return { reason: 'short', length: trimmed.length, minimum };

  const head = trimmed.slice(0, examinedLength);
  if (isRepetition(head) || isRun(head)) return { reason: 'pattern' };
  if (isMadeOfWords(head)) return { reason: 'words' };
  if (isUuid(head)) return { reason: 'uuid' };
  const least = isHex(head) ? leastVariety.hex : leastVariety.other;
  return shannonEntropy(head) < least ? { reason: 'low-variety' } : undefined;
}
