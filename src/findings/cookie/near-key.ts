/** Objects that libraries take the options of their cookie in, and what others call such an object. */
const containers: ReadonlySet<string> = new Set([
  ...[
    'cookie',
    'cookies',
    'cookieOptions',
    'cookieOption',
    'cookieOpts',
    'cookieSettings',
    'cookieConfig',
    'cookieParams',
  ],
  ...['sessionCookie', 'options'],
]);

/**
 * May a key be meant for the object of a cookie's options: by another word, in other letters, by a slip of the hand?
 */
export function isContainerKey(key: string, read: Iterable<string>): boolean {
  if (containers.has(key)) return true;
  return ['cookie', ...read].some((one) => one !== '' && isSlip(key.toLowerCase(), one.toLowerCase()));
}

/** The same, or but for one letter: left out, put in, another one, or two in the wrong order. */
function isSlip(key: string, meant: string): boolean {
  if (key === meant) return true;
  const shorter = Math.min(key.length, meant.length);
  if (shorter < 5 || Math.abs(key.length - meant.length) > 1) return false;
  let start = 0;
  while (start < shorter && key[start] === meant[start]) start += 1;
  let end = 0;
  while (end < shorter - start && key.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const [left, wanted] = [key.slice(start, key.length - end), meant.slice(start, meant.length - end)];
  const isSwapped = left.length === 2 && left === [...wanted].reverse().join('');
  return isSwapped || (left.length <= 1 && wanted.length <= 1);
}

/** What `expires` and `maxAge` are called elsewhere; which of them is meant, the value says. */
const lifetimes = /^(?:expir(?:e|y|ation|ed)(?:date|at|time)?|expires(?:at|on|date|time)|expires?in|age)$/;

/** A key without its marks and capitals, and without the `is` of other libraries. */
export const normalForm = (key: string): string =>
  key
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^is(?=[shp])/, '');

/** Does a key speak of a lifetime in other words than cookies do: `expiry`, `expiresIn`, `age`? */
export const isLifetimeKey = (key: string): boolean => lifetimes.test(normalForm(key));
