import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../file/file-context';
import { qualifiedNameOf } from './qualified-name';
import type { Query } from './query';
import { queryIn } from './values';

/** `moment`: a number that is a point in time, as milliseconds since 1970. */
export type EvidentType = 'string' | 'number' | 'moment' | 'date';

/** Nobody nests more to say a time. */
const deepest = 8;

/** What kind of value an expression has in every run, by its form alone; null where that takes more. */
export const evidentTypeOf = (expression: TSESTree.Node, file: FileContext): EvidentType | null =>
  typeIn(expression, queryIn(file), 0);

/** @param query one for the whole answer, so that names that lead to each other many times end it */
function typeIn(expression: TSESTree.Node, query: Query, depth: number): EvidentType | null {
  const node = unwrap(expression);
  const constant = query.constantOf(node);
  if (constant)
    return typeof constant.value === 'string' ? 'string' : typeof constant.value === 'number' ? 'number' : null;
  if (depth > deepest) return null;
  const inner = (one: TSESTree.Node): EvidentType | null => typeIn(one, query, depth + 1);
  switch (node.type) {
    case 'TemplateLiteral':
      return 'string';
    case 'NewExpression':
      return isNamed(node.callee, 'Date') ? 'date' : null;
    case 'UnaryExpression':
      return node.operator === '+' ? (inner(node.argument) === 'date' ? 'moment' : 'number') : null;
    case 'BinaryExpression':
      return ofBinary(node, inner);
    case 'CallExpression':
      return ofCall(node, inner);
    case 'MemberExpression':
      // What is in the environment is a text, or not there.
      return qualifiedNameOf(node.object, query.file) === 'process.env' ? 'string' : null;
    case 'LogicalExpression':
      return node.operator === '&&' ? null : common([node.left, node.right].map(inner));
    case 'ConditionalExpression':
      return common([node.consequent, node.alternate].map(inner));
    case 'Identifier': {
      const sources = query.possibleValuesOf(node);
      return sources.some((source) => source.node === node)
        ? null
        : common(sources.map((source) => inner(source.node)));
    }
    default:
      return null;
  }
}

type Inner = (node: TSESTree.Node) => EvidentType | null;

function common(types: readonly (EvidentType | null)[]): EvidentType | null {
  const [first = null] = types;
  return types.every((type) => type === first) ? first : null;
}

const isNamed = (node: TSESTree.Node, name: string): boolean => node.type === 'Identifier' && node.name === name;

function ofBinary({ operator, left, right }: TSESTree.BinaryExpression, inner: Inner): EvidentType | null {
  const types = [inner(left), inner(right)];
  if (operator === '+') {
    // A date and anything make a text.
    if (types.includes('string') || types.includes('date')) return 'string';
    // What is added to a time is taken for a number: `Date.now() + week`.
    if (types.includes('moment')) return 'moment';
    return types.every((type) => type === 'number') ? 'number' : null;
  }
  return /^(?:[-*/%]|\*\*)$/.test(operator) ? 'number' : null;
}

const toText = /^to(?:UTC|GMT|ISO|Date|Time|Locale|LocaleDate)?String$/;
const setters = /^set(?:UTC)?(?:Date|Hours|Minutes|Seconds|Milliseconds|Month|FullYear)$/;

function ofCall({ callee, arguments: given }: TSESTree.CallExpression, inner: Inner): EvidentType | null {
  const called = unwrap(callee);
  if (called.type === 'Identifier') {
    if (called.name === 'String' || called.name === 'Date') return 'string';
    return /^(?:Number|parseInt|parseFloat)$/.test(called.name) ? 'number' : null;
  }
  if (called.type !== 'MemberExpression') return null;
  const method = staticName(called) ?? '';
  const object = unwrap(called.object);
  if (isNamed(object, 'Date')) return /^(?:now|parse|UTC)$/.test(method) ? 'moment' : null;
  if (toText.test(method)) return 'string';
  if (method === 'getTime' && given.length === 0) return 'moment';
  if (method === 'setTime' || setters.test(method)) return inner(object) === 'date' ? 'moment' : null;
  return method === 'valueOf' && (inner(object) === 'date' || isOfMoment(object)) ? 'moment' : null;
}

/** `moment().add(30, 'days')`, `dayjs()`. */
function isOfMoment(expression: TSESTree.Node): boolean {
  let node = unwrap(expression);
  for (let depth = 0; depth < deepest && node.type === 'CallExpression'; depth += 1) {
    const callee = unwrap(node.callee);
    if (callee.type === 'Identifier') return /^(?:moment|dayjs)$/.test(callee.name);
    if (callee.type !== 'MemberExpression') return false;
    node = unwrap(callee.object);
  }
  return false;
}
