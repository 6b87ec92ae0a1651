import { expect, it } from 'vitest';
import { addCookieAttribute } from '../../src/fix/set-cookie-text';
import { edited } from '../support/edit';

/** Adds to what is given to the first call. */
const added = (text: string): string =>
  edited(text, 'CallExpression', (fixer, node, sourceCode) =>
    node.type === 'CallExpression' && node.arguments[0]
      ? addCookieAttribute(fixer, node.arguments[0], 'Secure', sourceCode)
      : null,
  );

it.each<[string, string]>([
  ["f('sid=1')", "f('sid=1; Secure')"],
  ['f("sid=1")', 'f("sid=1; Secure")'],
  ["f('sid=1;')", "f('sid=1; Secure')"],
  ["f('sid=1; ')", "f('sid=1; Secure')"],
  ['f(`sid=${id}`)', 'f(`sid=${id}; Secure`)'],
  ['f(`sid=${id}; Path=/`)', 'f(`sid=${id}; Path=/; Secure`)'],
  ["f('sid=' + id)", "f('sid=' + id + '; Secure')"],
  ['f("sid=" + id)', 'f("sid=" + id + "; Secure")'],
  ["f('sid=' + id + '; Path=/')", "f('sid=' + id + '; Path=/; Secure')"],
  ["f('sid=' + (x ? 'a' : 'b'))", "f('sid=' + (x ? 'a' : 'b') + '; Secure')"],
  ["f(['sid=' + id, 'Path=/'].join('; '))", "f(['sid=' + id, 'Path=/', 'Secure'].join('; '))"],
  ["f(['sid=' + id,].join('; '))", "f(['sid=' + id, 'Secure',].join('; '))"],
  ['f(`sid=${id}` as string)', 'f(`sid=${id}; Secure` as string)'],
])('%s', (before, after) => {
  expect(added(before)).toBe(after);
});
