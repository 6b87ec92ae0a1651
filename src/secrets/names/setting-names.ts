import { splitWords } from './names';
import { oncePerName } from './once-per-name';

export const isCookieWord = (word: string): boolean => /^(?:sessions?|cookies?)$/.test(word);

export const isOptionsWord = (word: string): boolean =>
  /^(?:config|configuration|conf|options|opts|settings)$/.test(word);

/** Does a key hold the configuration of sessions or cookies: `session`, `sessionOptions`, `cookie`? */
export const namesSessionConfiguration = oncePerName((key) => {
  if (!/session|cookie/i.test(key)) return false;
  const words = splitWords(key);
  const last = words.at(-1) ?? '';
  return isCookieWord(last) || (isOptionsWord(last) && words.some(isCookieWord));
});

/**
 * Do keys, one inside the other, lead to the attributes of a session's cookie: `sessionCookie`, `session.cookie`,
 * `cookies.session`? A mere `cookie` may be that of anything.
 */
export function namesSessionCookie(keys: readonly string[]): boolean {
  const words = keys.flatMap(splitWords);
  const hasBoth = [/^sessions?$/, /^cookies?$/].every((one) => words.some((word) => one.test(word)));
  return hasBoth && keys.every(namesSessionConfiguration);
}
