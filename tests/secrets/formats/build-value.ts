import { describe, expect, it } from 'vitest';
import { findSecretFormat } from '../../../src/secrets/formats';
import type { SecretFormat } from '../../../src/secrets/formats/types';
import { randomText, seededRandom } from '../random';

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const alnum = digits + upper + lower;

/** What the parts of a key may consist of; the names are those of the collected facts. */
const alphabets = {
  digit: digits,
  lower,
  hex: `${digits}abcdef`,
  hexi: `${digits}abcdefABCDEF`,
  lownum: digits + lower,
  upnum: digits + upper,
  alnum,
  word: `${alnum}_`,
  base32: `${upper}234567`,
  base32l: `${lower}234567`,
  b58: alnum.replace(/[0OIl]/g, ''),
  b64: `${alnum}+/`,
  b64url: `${alnum}_-`,
  b64urldot: `${alnum}_-.`,
  b64urleq: `${alnum}_-=`,
  b64mix: `${alnum}+/_-=`,
  b64pct: `${alnum}+/_-%`,
  pct: `${alnum}%`,
  tilde: `${alnum}_-.~`,
  bcrypt: `${alnum}./`,
} as const;

type Fill = { alphabet: keyof typeof alphabets; length: number };
/** A value is put together from pieces, so that no file holds anything that looks like a key. */
export type Parts = readonly (string | Fill)[];

export function fill(alphabet: keyof typeof alphabets, length: number): Fill {
  return { alphabet, length };
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/=+$/, '');
}

/** The value of a format, the same on every run; another seed gives another value. */
function buildValue(id: string, parts: Parts, seed = 0): string {
  const random = seededRandom(`${id} ${seed}`);
  return parts
    .map((part) => (typeof part === 'string' ? part : randomText(random, alphabets[part.alphabet], part.length)))
    .join('');
}

const seeds = [0, 1, 2, 3, 4];

/** Checks a group of formats against one constructed example for each. */
export function describeFormats(
  group: string,
  formats: readonly SecretFormat[],
  examples: Record<string, Parts>,
): void {
  describe(`formats of ${group}`, () => {
    it('has an example for each format', () => {
      expect(Object.keys(examples)).toEqual(formats.map((format) => format.id));
    });

    describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
      const parts = examples[id] ?? [];
      const expected = format.sensitivity === 'public' ? undefined : id;

      it('is found by itself, in a sentence and between quotes', () => {
        for (const seed of seeds) {
          const value = buildValue(id, parts, seed);
          expect(value).toMatch(new RegExp(format.regex, format.flags));
          for (const text of [value, `the value "${value}" is used`, `{\n  key: '${value}',\n}`]) {
            expect(findSecretFormat(text)?.id, text).toBe(expected);
          }
        }
      });

      it.runIf(format.regex.startsWith('(?<!'))('is not found behind a letter, as a part of something else', () => {
        expect(findSecretFormat(`x${buildValue(id, parts)}`)?.id).not.toBe(id);
      });

      it.runIf(format.minEntropy !== undefined)('is not found when it is filled with one character', () => {
        const empty = parts.map((part) => (typeof part === 'string' ? part : 'x'.repeat(part.length))).join('');
        expect(findSecretFormat(empty)).toBeUndefined();
      });
    });
  });
}
