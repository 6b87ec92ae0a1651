import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const VERDICTS = ['right', 'wrong'];

/**
 * `review.json`, written by hand: `{ "<package>": { "<rule> <file>:<line>": "right" | "wrong: why" } }`.
 * The versions are pinned, so the lines stay.
 */
export function readReview() {
  const review = JSON.parse(readFileSync(fileURLToPath(new URL('review.json', import.meta.url)), 'utf8'));
  for (const [name, verdicts] of Object.entries(review)) {
    for (const [place, verdict] of Object.entries(verdicts)) {
      if (!VERDICTS.includes(String(verdict).split(':')[0])) {
        throw new Error(`review.json, ${name}, ${place}: "${verdict}" is neither "right" nor "wrong: why".`);
      }
    }
  }
  return review;
}

export function placeOf({ rule, path, line }) {
  return `${rule} ${path}:${line}`;
}

/** `right`, `wrong` or `unread`. */
export function verdictOn(review, name, finding) {
  return review[name]?.[placeOf(finding)]?.split(':')[0] ?? 'unread';
}

/** Entries of the review that no finding answers to any more. */
export function goneFrom(review, results) {
  return Object.entries(review).flatMap(([name, verdicts]) => {
    const places = new Set(results.find((result) => result.name === name)?.findings.map(placeOf));
    return Object.keys(verdicts)
      .filter((place) => !places.has(place))
      .map((place) => `${name}: ${place}`);
  });
}

/** Whether a finding lies in code that no user meets: counted apart, because what is right there is often harmless. */
export function isInTest({ path }) {
  return /(?:^|[/.])(?:tests?|specs?|__tests__|fixtures?|mocks?|examples?)(?:[/.-]|$)/.test(path);
}
