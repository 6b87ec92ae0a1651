import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/unwrap';
import { constantOf } from './values';
import type { FileContext } from '../file/file-context';
import { qualifiedNameOf } from './qualified-name';

const units: Record<string, number> = {
  ms: 1,
  msec: 1,
  msecs: 1,
  millisecond: 1,
  milliseconds: 1,
  s: 1e3,
  sec: 1e3,
  secs: 1e3,
  second: 1e3,
  seconds: 1e3,
  m: 6e4,
  min: 6e4,
  mins: 6e4,
  minute: 6e4,
  minutes: 6e4,
  h: 3.6e6,
  hr: 3.6e6,
  hrs: 3.6e6,
  hour: 3.6e6,
  hours: 3.6e6,
  d: 8.64e7,
  day: 8.64e7,
  days: 8.64e7,
  w: 6.048e8,
  week: 6.048e8,
  weeks: 6.048e8,
  mo: 2.6298e9,
  month: 2.6298e9,
  months: 2.6298e9,
  y: 3.15576e10,
  yr: 3.15576e10,
  yrs: 3.15576e10,
  year: 3.15576e10,
  years: 3.15576e10,
};

/** The milliseconds of a text such as `7d` or `2 weeks`, as the package `ms` reads it; null for any other text. */
export function millisecondsOf(text: string): number | null {
  const [, amount = '', unit = ''] = /^(-?(?:\d+(?:\.\d+)?|\.\d+)) ?([a-z]*)$/i.exec(text.trim()) ?? [];
  const factor = unit === '' ? 1 : Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  return amount === '' || factor === undefined ? null : Number(amount) * factor;
}

/** More than any clock counts, and what it says. */
const endless = /^Number\.(?:POSITIVE_INFINITY|MAX_VALUE|MAX_SAFE_INTEGER)$/;

/** Deeper sums and products are not written by hand. */
const deepest = 12;

/** The number an expression is in every run, calls of the package `ms` included: `ms('7d') / 1000`. */
export function numberOf(expression: TSESTree.Node, file: FileContext, depth = 0): number | null {
  const constant = constantOf(expression, file);
  if (constant) return typeof constant.value === 'number' ? constant.value : null;
  const node = unwrap(expression);
  if (depth > deepest) return null;
  if (node.type === 'MemberExpression') return endless.test(qualifiedNameOf(node, file) ?? '') ? Infinity : null;
  if (node.type === 'CallExpression') {
    const [text] = node.arguments;
    if (!text || qualifiedNameOf(node.callee, file) !== 'ms') return null;
    const value = constantOf(text, file)?.value;
    return typeof value === 'string' ? millisecondsOf(value) : null;
  }
  if (node.type !== 'BinaryExpression') return null;
  const left = numberOf(node.left, file, depth + 1);
  const right = left === null ? null : numberOf(node.right, file, depth + 1);
  if (left === null || right === null) return null;
  switch (node.operator) {
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '+':
      return left + right;
    case '-':
      return left - right;
    default:
      return null;
  }
}

/** The milliseconds from now on in `new Date(Date.now() + n)` and what says the same; null for any other time. */
export function millisecondsFromNow(expression: TSESTree.Node, file: FileContext): number | null {
  const sum = sumOf(expression);
  return sum && numberOf(sum, file);
}

/** What is added to the present time. */
export function sumOf(expression: TSESTree.Node): TSESTree.Expression | null {
  const outer = unwrap(expression);
  const [argument] = isDate(outer) ? outer.arguments : [];
  const node = argument ? unwrap(argument) : outer;
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return null;
  if (isNow(node.left)) return node.right;
  if (isNow(node.right)) return node.left as TSESTree.Expression;
  // `Date.now() + a + b`: more than anybody needs.
  return null;
}

const isDate = (node: TSESTree.Node): node is TSESTree.NewExpression =>
  node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Date';

/** `Date.now()`, `+new Date()`, `new Date().getTime()`. */
export function isNow(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'UnaryExpression' && node.operator === '+') return isPresent(unwrap(node.argument));
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object, property, computed } = node.callee;
  if (computed || property.type !== 'Identifier') return false;
  if (object.type === 'Identifier' && object.name === 'Date') return property.name === 'now';
  return /^(?:getTime|valueOf)$/.test(property.name) && isPresent(unwrap(object));
}

/** `new Date()`; under a name it may be set to another time later. */
export const isPresent = (node: TSESTree.Node): boolean => isDate(node) && node.arguments.length === 0;

/** A number of seconds in words: `3.6 seconds`, `12 minutes`, `1000 days`. */
export function inWords(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'no end';
  const steps: readonly [name: string, size: number, until: number][] = [
    ['second', 1, 120],
    ['minute', 60, 7_200],
    ['hour', 3_600, 172_800],
    ['day', 86_400, Infinity],
  ];
  const [name, size] = steps.find(([, , until]) => seconds < until) ?? ['second', 1];
  const amount = Math.round((seconds / size) * 10) / 10;
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
}
