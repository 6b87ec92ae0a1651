import type { TSESTree } from '@typescript-eslint/utils';
import { expect, it } from 'vitest';
import type { Place } from '../../src/fix/set-cookie-option';
import { setCookieOption } from '../../src/fix/set-cookie-option';
import { edited } from '../support/edit';

type Of = (call: TSESTree.CallExpression) => Place;

const set = (text: string, placeOf: Of, value = 'true'): string =>
  edited(text, 'CallExpression', (fixer, node, sourceCode) =>
    setCookieOption(fixer, placeOf(node as TSESTree.CallExpression), value, sourceCode),
  );

const first = (call: TSESTree.CallExpression) => call.arguments[0] as TSESTree.Expression;
const argument: Of = (call) => ({ kind: 'argument', call, missing: ['cookie', 'secure'] });

it.each<[string, string, Of, string?]>([
  ['f(false)', 'f(true)', (call) => ({ kind: 'value', node: first(call) })],
  [
    'f({ a })',
    'f({ a, secure: true })',
    (call) => ({ kind: 'object', owner: first(call) as never, missing: ['secure'] }),
  ],
  ['f()', 'f({ cookie: { secure: true } })', argument],
  ['f(a, b)', 'f(a, b, { cookie: { secure: true } })', argument],
  ['f(a, b,)', 'f(a, b, { cookie: { secure: true } },)', argument],
  ['f(\n  a,\n  b,\n)', 'f(\n  a,\n  b, { cookie: { secure: true } },\n)', argument],
  [
    "f('sid=1')",
    "f('sid=1; Secure')",
    (call) => ({ kind: 'text', node: first(call), range: null, missing: 'Secure' }),
    '',
  ],
  [
    "f('sid=1')",
    "f('sid=1; SameSite=Lax')",
    (call) => ({ kind: 'text', node: first(call), range: null, missing: 'SameSite' }),
    'Lax',
  ],
  [
    "f('sid=1; SameSite=None')",
    "f('sid=1; SameSite=Lax')",
    (call) => ({ kind: 'text', node: first(call), range: [19, 23], missing: 'SameSite' }),
    'Lax',
  ],
])('%s → %s', (before, after, placeOf, value) => {
  expect(set(before, placeOf, value)).toBe(after);
});
