import {
  cookieAdorners,
  cookieStatements,
  flagNames,
  frameworkNames,
  otherCookies,
  preferences,
  sessionTails,
  wholeNames,
} from './cookie-words';
import { classifyName } from './names';
import { splitWords } from './split-words';

/** The longest phrase of the lists has two words. */
const longestPhrase = 2;

function isNumber(word: string): boolean {
  return word >= '0' && word < ':';
}

/** The name without `__Host-`, and without the words that are not part of it. */
function coreOf(name: string): string[] {
  const words = [...splitWords(name)];
  if (name.startsWith('__') && (words[0] === 'host' || words[0] === 'secure')) words.shift();
  while (cookieAdorners.has(words[0] ?? '')) words.shift();
  while (cookieAdorners.has(words.at(-1) ?? '') || isNumber(words.at(-1) ?? '')) words.pop();
  return words;
}

function endsIn(list: ReadonlySet<string>, words: readonly string[]): boolean {
  const lengths = Array.from({ length: Math.min(longestPhrase, words.length) }, (_, index) => index + 1);
  return lengths.some((length) => list.has(words.slice(-length).join(' ')));
}

/** Of the weak words only `token` says enough of a cookie; `pin` and `pass` are as often something else. */
function isCredential(name: string): boolean {
  const verdict = classifyName(name);
  if (verdict.ambiguous) return splitWords(name).at(-1) === 'token';
  return verdict.class === 'secret' || verdict.class === 'bearer';
}

/**
 * Does a cookie of this name carry a session or a login? Read by words: `connect.sid`, `auth_token` and `remember_me`
 * do; `theme`, `XSRF-TOKEN`, `session_count` and `author` do not.
 *
 * @param name the cookie's name, or that of the identifier that holds it (`SESSION_COOKIE_NAME`)
 * @returns false for whatever is not understood; source: default cookie names of session libraries and frameworks
 */
export function isSessionCookieName(name: string): boolean {
  const words = coreOf(name);
  const [first] = words;
  if (first === undefined || words.some((word) => otherCookies.has(word))) return false;
  if (words.length > 1 && cookieStatements.has(first)) return false;
  const core = words.join(' ');
  if (wholeNames.has(core) || frameworkNames.has(core) || endsIn(sessionTails, words)) return true;

  return isCredential(name) || isCredential(core);
}

/** Does a name say that the cookie carries something else than a session: `theme`, `XSRF-TOKEN`, `analytics_id`? */
export function isOtherCookieName(name: string): boolean {
  return coreOf(name).some((word) => otherCookies.has(word));
}

/** Does a name say that the cookie keeps what somebody likes, or a message for them: `theme`, `en_toast`? */
export function isPreferenceCookieName(name: string): boolean {
  return !isSessionCookieName(name) && coreOf(name).some((word) => preferences.has(word));
}

const flag = /^(?:[01]|true|false|yes|no|on|off|y|n)$/i;

/** Is a cookie of a name that may mean a flag given one: `remember` and `1`? It says something about nobody. */
export function isFlagCookie(name: string, value: unknown): boolean {
  return flagNames.has(coreOf(name).join(' ')) && flag.test(String(value).trim());
}
