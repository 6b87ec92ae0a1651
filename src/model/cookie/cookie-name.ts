import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { isSessionCookieName } from '../../secrets/names/cookie-names';
import { scalarOf, sourcesOf } from '../dataflow/values';
import type { File } from '../file/file-context';

/** Does a cookie's name say that it holds a session: by its text, its beginning, or what its constant is called? */
export function namesSession(expression: TSESTree.Node, file: File): boolean {
  const node = unwrap(expression);
  if (node.type === 'Literal') return isSessionCookieName(String(node.value));
  return (
    isSessionCookieName(ownName(node) ?? '') ||
    sourcesOf(node, file).some(({ node: source }) => isSessionCookieName(beginningOf(source, file)) || tellingEnd.test(endOf(source)))
  );
}

/** `SESSION_COOKIE_NAME`, `config.sessionCookie`. */
function ownName(node: TSESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? staticName(node) : undefined;
}

function beginningOf(expression: TSESTree.Node, file: File): string {
  let node = unwrap(expression);
  const constant = scalarOf(node, file);
  if (typeof constant?.value === 'string') return constant.value;
  while (node.type === 'BinaryExpression' && node.operator === '+') node = unwrap(node.left);
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'TemplateLiteral') {
    const [start] = node.quasis;
    const [first] = node.expressions;
    if (start?.value.raw) return start.value.cooked ?? '';
    return first ? (ownName(first) ?? '') : '';
  }
  return ownName(node) ?? '';
}

/** `config.prefix + 'refresh_token'`, `${prefix}access_token`: `_session` and `_token` behind a name may be anybody's. */
const tellingEnd = /(?:^|[\W_])(?:access|refresh|auth|session)[-_]?token$/i;

function endOf(expression: TSESTree.Node): string {
  const node = unwrap(expression);
  if (node.type === 'TemplateLiteral') return node.expressions.length > 0 ? (node.quasis.at(-1)?.value.cooked ?? '') : '';
  const right = node.type === 'BinaryExpression' && node.operator === '+' ? unwrap(node.right) : node;
  return right !== node && right.type === 'Literal' ? String(right.value) : '';
}
