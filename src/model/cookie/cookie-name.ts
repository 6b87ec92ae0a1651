import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { isOtherCookieName, isSessionCookieName } from '../../secrets/names/cookie-names';
import { constantOf, possibleValuesOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';

/** Does a cookie's name say that it holds a session: by its text, its beginning, or what its constant is called? */
export function namesSession(expression: TSESTree.Node, file: FileContext): boolean {
  const node = unwrap(expression);
  if (node.type === 'Literal') return isSessionCookieName(String(node.value));
  return (
    isSessionCookieName(ownName(node) ?? '') ||
    isSessionCookieName(settingName(node)) ||
    possibleValuesOf(node, file).some(
      ({ node: source }) => isSessionCookieName(beginningOf(source, file)) || tellingEnd.test(endOf(source)),
    )
  );
}

/** `SESSION_COOKIE_NAME`, `config.sessionCookie`. */
function ownName(node: TSESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? staticName(node) : undefined;
}

/** What a setting's own name and the names around it are called, where they say that it is a setting. */
const settings = /_?(?:config(?:uration)?|conf|cfg|settings?|opts|options|env)(?![a-z])/gi;

/** What a request brings along is named by whoever sends it. */
const requests = /^(?:req|request|res|response|ctx|context|event|c|body|query|params)$/i;

/**
 * `config.session.cookieName` is told by the words of its path, as `session cookieName`; only where its own name says
 * nothing but that it names a cookie.
 */
function settingName(expression: TSESTree.Node): string {
  if (
    expression.type !== 'MemberExpression' ||
    !/^(?:cookie|name|cookie_?(?:name|key))$/i.test(staticName(expression) ?? '')
  )
    return '';
  const steps: string[] = [];
  let node: TSESTree.Node = expression;
  for (; node.type === 'MemberExpression' && steps.length < deepest; node = unwrap(node.object))
    steps.unshift(staticName(node) ?? '');
  if (node.type === 'Identifier') steps.unshift(node.name);
  if (steps.some((step) => requests.test(step))) return '';
  return steps.flatMap((step) => step.replace(settings, '') || []).join('_');
}

/** Nobody writes longer ways to a setting. */
const deepest = 6;

/** `sessionCookieValue`, `createSessionCookie(…)`: a value that is called a session, whatever the cookie is called. */
const sessionValue = /^(?:create_?)?session_?(?:cookie(?:_?value)?|token)$/i;

/** @param name the cookie's, as far as it is known; one that says something else is believed */
export function holdsSession(value: TSESTree.Node, name: string | undefined): boolean {
  if (name !== undefined && isOtherCookieName(name)) return false;
  const node = unwrap(value);
  const called = node.type === 'CallExpression' ? calledName(node) : (ownName(node) ?? '');
  return sessionValue.test(called);
}

function beginningOf(expression: TSESTree.Node, file: FileContext): string {
  let node = unwrap(expression);
  const constant = constantOf(node, file);
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

/**
 * `config.prefix + 'refresh_token'`, `${prefix}access_token`: `_session` and `_token` behind a name may be anybody's.
 */
const tellingEnd = /(?:^|[\W_])(?:access|refresh|auth|session)[-_]?token$/i;

function endOf(expression: TSESTree.Node): string {
  const node = unwrap(expression);
  if (node.type === 'TemplateLiteral')
    return node.expressions.length > 0 ? (node.quasis.at(-1)?.value.cooked ?? '') : '';
  const right = node.type === 'BinaryExpression' && node.operator === '+' ? unwrap(node.right) : node;
  return right !== node && right.type === 'Literal' ? String(right.value) : '';
}
