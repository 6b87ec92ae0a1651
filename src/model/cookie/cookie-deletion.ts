import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { isNow, isPresent, numberOf } from '../dataflow/duration';
import { constantOf, possibleValuesOf } from '../dataflow/values';
import type { CookieText } from './cookie-text';
import type { CookieWrite } from './cookie-write';
import type { FileContext } from '../file/file-context';

/**
 * What takes a cookie away, decided here for every way of writing one: a value that is empty or says that there is no
 * session any more, or a lifetime that is over.
 */

/** Values that say there is no session any more, where a cookie cannot be without one. */
const emptied = /^"?(?:|deleted?|removed?|cleared?|none|null|undefined|expired|(?:logged|signed)[-_]?out|invalid)"?$/i;

const isEmptied = (value: unknown): boolean => emptied.test(String(value ?? '').trim());

/** Zero seconds and less, also as the text of a header. */
const isOver = (seconds: unknown): boolean =>
  (typeof seconds === 'number' && seconds <= 0) || (typeof seconds === 'string' && /^\s*(?:0+|-\d+)\s*$/.test(seconds));

/** The last millennium, and no date at all; the latter is in nobody's mind. */
const isLongAgo = (date: Date): boolean => date.getFullYear() < 2000;

/** Does a call that writes a cookie take it away? A definition, whose values come later, never does. */
export function isDeletion(write: CookieWrite, file: FileContext): boolean {
  if (write.fact.definition) return false;
  const constant = write.value && constantOf(write.value, file);
  if (write.value ? constant && isEmptied(constant.value) : write.fact.value !== undefined) return true;
  const maxAge = write.read('maxAge');
  if (maxAge?.state === 'set' && isOver(constantOf(maxAge.node, file)?.value)) return true;
  const expires = write.read('expires');
  if (expires?.state !== 'set') return false;
  const inPlace = unwrap(expires.node);
  return possibleValuesOf(expires.node, file).some(
    ({ node }) => isPast(node, file) && (unwrap(node) === inPlace || !isPresent(unwrap(node))),
  );
}

/** The same for the text of a header. */
export function isDeletionText(text: CookieText, file: FileContext): boolean {
  if (isEmptied(text.value)) return true;
  const maxAge = text.attribute('Max-Age');
  const expires = text.attribute('Expires');
  if (maxAge.state === 'set' && isOver(maxAge.value ?? (maxAge.node && constantOf(maxAge.node, file)?.value)))
    return true;
  if (expires.state !== 'set') return false;
  if (expires.value !== null) return isLongAgo(new Date(expires.value));
  return expires.node !== null && isPast(expires.node, file);
}

const texts = /^to(?:UTC|GMT|ISO)?String$/;

/** `new Date(0)`, `new Date('1970-01-01')`, `new Date(Date.now() - 1000)`, and the text of each. */
export function isPast(expression: TSESTree.Node, file: FileContext): boolean {
  const node = unwrap(expression);
  const constant = constantOf(node, file)?.value;
  if (typeof constant === 'number') return constant <= 0;
  if (typeof constant === 'string') return isLongAgo(new Date(constant));
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    return texts.test(staticName(node.callee) ?? '') && isPast(node.callee.object, file);
  }
  if (node.type === 'BinaryExpression') return isBeforeNow(node, file);
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return false;
  const [first, second] = node.arguments;
  if (!first) return true;
  const time = constantOf(first, file)?.value;
  // `new Date(1970, 0, 1)` begins with a year.
  if (second) return typeof time === 'number' && time < 2000;
  if (typeof time === 'number' || typeof time === 'string') return isLongAgo(new Date(time));
  const inner = unwrap(first);
  return isNow(inner) || (inner.type === 'BinaryExpression' && isBeforeNow(inner, file));
}

/** `Date.now() - 1000`; what is taken away need not be known. */
function isBeforeNow({ operator, left, right }: TSESTree.BinaryExpression, file: FileContext): boolean {
  return isNow(left) && operator === '-' && (numberOf(right, file) ?? 0) >= 0;
}
