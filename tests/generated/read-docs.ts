import type { CookieRead, Library } from '../../src/libraries/types';
import type { Result } from '../libraries/real/results';
import { readNames } from '../support/place-names';
import { code, listed } from './markdown';

/** The calls by which a library reads a cookie, and whether they were seen to give it. */
export function readsOf({ cookieReads = [] }: Library, result: Result | undefined): string[] {
  return cookieReads.length > 0
    ? [`Reads a cookie by ${listed(cookieReads.map((read) => lineOf(read, result)))}.`]
    : [];
}

function lineOf({ members = [], exports = [], ...read }: CookieRead, result: Result | undefined): string {
  const names = readNames({ members, exports, ...read });
  const said = names.map((name) => code(name.replace('reading by ', '')));
  const places = names.flatMap((name) => result?.places[name] ?? []);
  const proven = places.flatMap((place) => place.proven);
  const reasons = places.flatMap(({ unproven = {} }) =>
    Object.entries(unproven).map(([fact, reason]) => `${fact} not proven: ${reason}`),
  );
  const notes = [
    ...(read.value === undefined ? [] : [`its text is ${code(read.value)} of what it gives`]),
    ...(read.within?.files ? [`in ${listed(read.within.files.map(code))}`] : []),
    ...(proven.length > 0 ? ['proven'] : []),
    ...reasons,
  ];
  return `${said.join(' or ')}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}
