import { expect, it } from 'vitest';
import { placesNamed } from '../../src/ast/named-places';
import { inFile } from '../support/probe';

/** Where they stand; of `{ user }`, key and value are in one place. */
function found(code: string, behind: string): number[] {
  const places = inFile(`session;${code}`, ({ sourceCode }) => placesNamed(['user', 'me'], behind, sourceCode), {});
  return [...new Set(places.map(({ range }) => range[0] - 8))].sort((a, b) => a - b);
}

it.each<[string, number[]]>([
  ['a.user', [2]],
  ['a?.user.me', [3, 8]],
  ['a.\n  me', [5]],
  ['a.username; a.superuser; a.user$; user; f(user)', []],
  ["'a.user'", [0]],
  ['a.user.user', [2, 7]],
])('%s', (code, places) => {
  expect(found(code, '.')).toEqual(places);
});

it('finds keys as well', () => {
  expect(found('({ user, me: 1, b: user })', '{,')).toEqual([3, 9]);
});
