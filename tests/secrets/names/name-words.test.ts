import { describe, expect, it } from 'vitest';
import * as words from '../../../src/secrets/names/name-words';
import { splitWords } from '../../../src/secrets/names/split-words';

const lists = Object.entries(words).flatMap(([name, list]) =>
  list instanceof Set ? [[name, [...(list as ReadonlySet<string>)]] as const] : [],
);

describe.each(lists)('%s', (_name, entries) => {
  it('is not empty', () => {
    expect(entries.length).toBeGreaterThan(0);
  });

  it('is spelt the way names are split, so that each entry can be met', () => {
    for (const entry of entries) expect(splitWords(entry).join(' ')).toBe(entry);
  });
});
