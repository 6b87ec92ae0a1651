import { oncePerName } from '../../secrets/names/once-per-name';
import { splitWords } from '../../secrets/names/names';
import { isCookieWord, isOptionsWord } from '../../secrets/names/setting-names';

/** Words that may stand behind the secret's own word without changing what it is. */
const isAdorner = (word: string): boolean => /^(?:\d+|current|new|old|prev|previous|next|value|string)$/.test(word);

function withoutAdorners(words: readonly string[]): string[] {
  const rest = [...words];
  while (rest.length > 1 && isAdorner(rest.at(-1) ?? '')) rest.pop();
  return rest;
}

const single = /^(?:secrets?|passwords?)$/;
const beforeKey = /^(?:secret|signing|encryption|signature)$/;

/** The words of a key without those that say it is a secret; null when they do not say so. */
function withoutSecretWords(words: readonly string[]): string[] | null {
  const rest = withoutAdorners(words);
  if (single.test(rest.at(-1) ?? '')) return rest.slice(0, -1);
  const isKey = /^keys?$/.test(rest.at(-1) ?? '') && beforeKey.test(rest.at(-2) ?? '');
  return isKey ? rest.slice(0, -2) : null;
}

/**
 * Does a key of a configuration say that it holds a session's or cookie's signing secret: `sessionSecret`,
 * `COOKIE_SECRET`, `session_cookie_password`? `sessionKey` and `cookieKey` name other things, `sessionSecretName` too,
 * and so do the names of packages.
 */
export const namesSigningSecret = oncePerName(
  (key) =>
    /secret|passw|key/i.test(key) &&
    !/[@/]|plugin/.test(key) &&
    (withoutSecretWords(splitWords(key))?.some(isCookieWord) ?? false),
);

/** Is this the secret of the configuration it stands in: `secret`, `signingKey`? A `password` may be the store's. */
export function namesOwnSecret(key: string): boolean {
  return /^(?:secrets?|(?:secret|signing|encryption)_?[kK]eys?)$/.test(key);
}

/** The environment variable a value under this key is commonly read from: `sessionSecret` → `SESSION_SECRET`. */
export function secretSettingNamed(key: string): string {
  const words = splitWords(key).filter((word) => !isOptionsWord(word));
  return words
    .join('_')
    .toUpperCase()
    .replace(/(SECRET|PASSWORD|KEY)S$/, '$1');
}

/** Do these words, in this order and without others between them, occur in those? */
export function isWithin(words: readonly string[], text: readonly string[]): boolean {
  return ` ${text.join(' ')} `.includes(` ${words.join(' ')} `);
}
