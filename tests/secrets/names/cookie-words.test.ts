import { expect, it } from 'vitest';
import * as words from '../../../src/secrets/names/cookie-words';
import { splitWords } from '../../../src/secrets/names/split-words';

it.each(Object.entries(words))('%s is spelt the way names are split', (_name, list) => {
  for (const entry of list) expect(splitWords(entry).join(' ')).toBe(entry);
});
