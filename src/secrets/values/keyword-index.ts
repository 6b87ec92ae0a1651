import type { SecretFormat } from '../formats/types';

/** A format to be tried at a place of a text where its keyword stands. */
interface Entry {
  keyword: string;
  format: SecretFormat;
}

/** Which formats have a keyword in a text, found in one pass over it however many formats there are. */
export class KeywordIndex {
  /** Entries by the first two characters of their keyword. */
  private readonly entries = new Map<number, Entry[]>();
  /** Keywords of one character, and those that are compared without case, are looked for one by one. */
  private readonly others: Entry[] = [];

  constructor(formats: readonly SecretFormat[]) {
    for (const format of formats) {
      for (const keyword of format.keywords ?? format.prefixes) {
        if (keyword.length < 2 || format.flags === 'i') this.others.push({ keyword, format });
        else this.entriesOf(keyword).push({ keyword, format });
      }
    }
  }

  /** The formats that may occur in a text. */
  candidatesIn(text: string): ReadonlySet<SecretFormat> {
    const found = new Set<SecretFormat>();
    for (let index = 0; index < text.length - 1; index += 1) {
      for (const entry of this.entries.get(pairAt(text, index)) ?? []) {
        if (text.startsWith(entry.keyword, index)) found.add(entry.format);
      }
    }
    const lower = text.toLowerCase();
    for (const entry of this.others) if (lower.includes(entry.keyword)) found.add(entry.format);
    return found;
  }

  private entriesOf(keyword: string): Entry[] {
    const pair = pairAt(keyword, 0);
    const entries = this.entries.get(pair) ?? [];
    this.entries.set(pair, entries);
    return entries;
  }
}

/** Two UTF-16 units as one number: no text is cut out for the look-up. */
function pairAt(text: string, index: number): number {
  return text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1);
}
