import { normalForm } from './normal-form';
import { weakWords } from './weak-words';

/** One letter proves nothing: `a` and `i` are in the list for readers, not for counting. */
const shortestWord = 2;
const longestWord = Math.max(...Array.from(weakWords, (word) => word.length));

/**
 * The share (0 to 1) of the letters and digits of a text that words of the placeholder list can cover without
 * overlapping. 0 for a text without letters and digits.
 */
export function wordCoverage(text: string): number {
  const letters = normalForm(text);
  // covered[end]: the most characters before `end` that words can cover.
  const covered = [0];
  for (let end = 1; end <= letters.length; end += 1) {
    let best = covered[end - 1] ?? 0;
    for (let length = shortestWord; length <= Math.min(longestWord, end); length += 1) {
      const before = covered[end - length] ?? 0;
      if (before + length > best && weakWords.has(letters.slice(end - length, end))) best = before + length;
    }
    covered.push(best);
  }
  return letters.length === 0 ? 0 : (covered[letters.length] ?? 0) / letters.length;
}
