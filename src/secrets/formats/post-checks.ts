import { characterClass, classChanges } from '../character-class';
import { normalForm } from '../values/normal-form';
import { isPlaceholderPassword } from '../values/placeholder';
import type { PostCheck } from './types';

/** The text behind base64, or undefined when it is none. Padding may be missing; a cut last group is dropped. */
function decodeBase64(text: string): string | undefined {
  try {
    return atob(text.slice(0, text.length - (text.length % 4 === 1 ? 1 : 0)));
  } catch {
    return undefined;
  }
}

/** Percent-encoded in a URL; in the clear they belong to the text around it: `{"url":"http://a","mail":"b@c"}`. */
const outsideUrls = ['"', "'", '`', '<', '>', '{', '}', '[', ']', '\\', '|'];

/** `…//user:password@h`: the expression has made sure that both separators are there. */
function hasRealUriPassword(value: string): boolean {
  const userInfo = value.slice(value.indexOf('//') + 2, value.lastIndexOf('@'));
  const colon = userInfo.indexOf(':');
  const user = userInfo.slice(0, colon);
  // `http://mailto:someone@host` is a mail address behind a slip of the pen.
  const isUserInfo = user !== 'mailto' && !outsideUrls.some((character) => userInfo.includes(character));
  return isUserInfo && !isPlaceholderPassword(userInfo.slice(colon + 1), user);
}

/** `…;Password=value`: the value itself holds no semicolon. */
function hasRealConnectionPassword(value: string): boolean {
  return !isPlaceholderPassword(value.slice(value.indexOf('=', value.lastIndexOf(';')) + 1));
}

/** The first line names what the file holds; certificates and public keys begin with the same letters. */
function isPrivateKeyFile(value: string): boolean {
  return decodeBase64(value.slice(0, 60))?.includes('PRIVATE KEY') === true;
}

function holdsUserAndPassword(value: string): boolean {
  const decoded = decodeBase64(value.slice(value.indexOf(' ') + 1)) ?? '';
  const colon = decoded.indexOf(':');
  const isPrintable = Array.from(decoded).every((character) => character >= ' ' && character <= '~');
  return colon >= 0 && isPrintable && !isPlaceholderPassword(decoded.slice(colon + 1), decoded.slice(0, colon));
}

/** Words joined by dots and hyphens have the characters of a token too, but not its restlessness. */
function looksRandom(value: string): boolean {
  const body = value.slice(value.indexOf(' ') + 1);
  const hasDigit = Array.from(body).some((character) => characterClass(character) === 'digit');
  return classChanges(body) / normalForm(body).length >= (hasDigit ? 0.2 : 0.3);
}

/** Does a match meet the condition that its format names? */
export const postChecks: Readonly<Record<PostCheck, (value: string) => boolean>> = {
  'uri-password-not-placeholder': hasRealUriPassword,
  'connection-string-password-not-placeholder': hasRealConnectionPassword,
  'base64-decodes-to-private-key-header': isPrivateKeyFile,
  'base64-decodes-to-user-colon-password': holdsUserAndPassword,
  'bearer-value-looks-random': looksRandom,
};
