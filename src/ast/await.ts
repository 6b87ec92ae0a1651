import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './definition';
import type { FunctionNode } from './functions';
import { isFunction } from './functions';
import { isRequestName, routingOf } from './routing';

/** Where an `await` would have to stand: in a function, or nowhere we would put one. */
export type AwaitPlace =
  /** `await` is legal here. */
  | { state: 'legal' }
  /** It would be, were this function `async`. */
  | { state: 'sync'; fn: FunctionNode }
  /** Parameter defaults, class fields, decorators, generators, the top level of the file. */
  | { state: 'never' };

/** May this node be awaited where it stands? */
export function awaitPlaceOf(node: TSESTree.Node): AwaitPlace {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (isFunction(parent)) {
      if (parent.body !== current) return { state: 'never' };
      if (parent.async) return { state: 'legal' };
      return parent.generator ? { state: 'never' } : { state: 'sync', fn: parent };
    }
    if (/^(?:PropertyDefinition|AccessorProperty|StaticBlock|Decorator|TSModuleBlock)$/.test(parent.type)) break;
  }
  return { state: 'never' };
}

/** `cache.get('user', (key) => …)` is no route: those begin with a slash, or are no literals at all. */
function isRoute({ arguments: given }: TSESTree.CallExpression, fn: FunctionNode): boolean {
  const texts = given.slice(0, given.indexOf(fn as TSESTree.Expression)).filter(({ type }) => type === 'Literal');
  return (
    texts.every((text) => 'value' in text && (typeof text.value !== 'string' || /^[/*]|^$/.test(text.value))) ||
    texts.length > 1
  );
}

/**
 * `const row = table.get(key, (found, request) => found.row)`: somebody waits for what the function gives, or does not.
 */
function isResultUsed(call: TSESTree.CallExpression): boolean {
  const isPathSeen = call.arguments.some(({ type }) => type === 'Literal' || type === 'TemplateLiteral');
  return (
    !isPathSeen &&
    routingOf(call)?.method !== 'use' &&
    !/^(?:ExpressionStatement|MemberExpression|ChainExpression|AwaitExpression)$/.test(call.parent.type)
  );
}

/** `function again(req) { … again(req) … }`: calls of itself, which nobody would await. */
const callsItself = (fn: FunctionNode, sourceCode: TSESLint.SourceCode): boolean =>
  fn.type === 'FunctionExpression' && fn.id !== null && (variableOf(fn.id, sourceCode)?.references.length ?? 0) > 0;

function takesRequest({ params: [first, second] }: FunctionNode): boolean {
  if (second) return true;
  return first?.type === 'ObjectPattern' || (first?.type === 'Identifier' && isRequestName(first.name));
}

/**
 * A handler written in place: `app.get('/path', (req, res) => {…})`. Nobody else holds it; what it returns is awaited
 * or ignored.
 */
function isInlineHandler(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (fn.type === 'FunctionDeclaration' || parent.type !== 'CallExpression' || parent.callee === fn) return false;
  if (!routingOf(parent) || fn.body.type !== 'BlockStatement') return false;
  return takesRequest(fn) && isRoute(parent, fn) && !isResultUsed(parent);
}

/** Methods of a promise, which waits for what their callbacks give. */
const continuations = /^(?:then|catch|finally)$/;

/** A callback of a promise, written in place: `.then((tokens) => {…})`. */
function isContinuation(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (fn.body.type !== 'BlockStatement' || parent.type !== 'CallExpression' || parent.callee === fn) return false;
  const { callee } = parent;
  return (
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    continuations.test((callee.property as TSESTree.Identifier).name)
  );
}

/**
 * May this function be made `async` without anybody noticing? Only one that is written in place: a function with a name
 * is called from elsewhere, and no call of it would await what it now does later. One that narrows a type has to answer
 * at once.
 */
export function canBeAsync(fn: FunctionNode, sourceCode: TSESLint.SourceCode): boolean {
  const isInPlace =
    fn.returnType?.typeAnnotation.type !== 'TSTypePredicate' && (isInlineHandler(fn) || isContinuation(fn));
  return isInPlace && !callsItself(fn, sourceCode);
}
