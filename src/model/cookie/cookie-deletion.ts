import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/unwrap';
import { scalarOf, sourcesOf } from '../dataflow/values';
import type { CookieWrite } from './cookie-write';
import type { File } from '../file/file-context';

/** Values that say there is no session any more, where a cookie cannot be without one. */
const emptied = /^(?:|deleted?|removed?|none|null|undefined|expired|logged-?out|invalid)$/i;

/** Does a write take the cookie away: by an empty value, by a lifetime that is over? */
export function isDeletion(write: CookieWrite, file: File): boolean {
  if (write.fact.definition) return false;
  if (write.value ? isEmptied(write.value, file) : write.fact.value !== undefined) return true;
  const maxAge = write.read('maxAge');
  if (maxAge?.state === 'set' && isOver(scalarOf(maxAge.node, file)?.value)) return true;
  const expires = write.read('expires');
  return expires?.state === 'set' && sourcesOf(expires.node, file).some(({ node }) => isPast(node, file));
}

const isEmptied = (value: TSESTree.Node, file: File): boolean => {
  const constant = scalarOf(value, file);
  return constant !== null && emptied.test(String(constant.value ?? ''));
};

const isOver = (seconds: unknown): boolean => typeof seconds === 'number' && seconds <= 0;

/** `new Date(0)`, `new Date('1970-01-01')`, `new Date(Date.now() - 1000)`. */
function isPast(expression: TSESTree.Node, file: File): boolean {
  const node = unwrap(expression);
  const constant = scalarOf(node, file)?.value;
  if (typeof constant === 'number') return constant <= 0;
  if (typeof constant === 'string') return new Date(constant).getFullYear() < 2000;
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return false;
  const [first] = node.arguments;
  if (!first) return true;
  const time = scalarOf(first, file)?.value;
  if (typeof time === 'number' || typeof time === 'string') return new Date(time).getFullYear() < 2000;
  const inner = unwrap(first);
  return (
    inner.type === 'BinaryExpression' &&
    inner.operator === '-' &&
    /^Date\.now\(\)/.test(file.sourceCode.getText(inner.left))
  );
}
