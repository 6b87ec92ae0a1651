import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { functionNamed, valueBehind, variableOf } from '../../ast/definition';
import { isFunction } from '../../ast/functions';
import { objectMethod } from '../../ast/object-method';
import { isAbsent } from '../../ast/presence-test';
import { staticName, staticString } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { keyOf, constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { vaultOf } from '../../model/secret/vault';
import { lodashMethod } from '../../model/session/literal-use';
import { sessionObjectOf } from '../../model/session/resolve-session';

type IsOpen = (node: TSESTree.Node, taken: Set<string>, file: FileContext) => boolean;
type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** What saves or ends a session, and takes nothing else out of it. */
const ending = /^(?:commit|save|destroy|end|regenerate|renew|invalidate|touch|clear|reset)\w*Session$/;

/** Is a session that is handed to this call out of sight from there on? */
export function isOpenCall(
  call: Call,
  argument: TSESTree.Node,
  taken: Set<string>,
  file: FileContext,
  isOpen: IsOpen,
): boolean {
  const index = call.arguments.indexOf(argument as TSESTree.Expression);
  const callee = unwrap(call.callee);
  const method = calledName(call);
  if (index < 0) return true;
  if (call.type === 'CallExpression') {
    const known = ofKnownCall(call, callee, method, index, file);
    if (known !== undefined) return known;
    if (lodashMethod(callee, file) === 'pick')
      call.arguments
        .slice(1)
        .flatMap(textsIn)
        .forEach((key) => taken.add(key));
    if (
      lodashMethod(callee, file) === 'pick' &&
      call.arguments.slice(1).every(({ type }) => type === 'ArrayExpression')
    )
      return false;
  }
  const variable = callee.type === 'Identifier' ? variableOf(callee, file.sourceCode) : null;
  const declared = variable?.defs[0]?.node as TSESTree.Node | undefined;
  if (declared?.type === 'ClassDeclaration') {
    // An object keeps what it is handed: all that its class speaks of may be taken from there.
    const text = file.textOf(declared);
    (text.match(/[\w$]+/g) ?? []).forEach((key) => taken.add(key));
    return /session\w{0,20} ?(?:\?\.)?\[(?!['"])|\.\.\.this\b|Object\.\w+\(this/i.test(text);
  }
  const fn = callee.type === 'Identifier' ? functionNamed(callee, file.sourceCode) : isFunction(callee) ? callee : null;
  const parameter = fn?.params[index];
  if (parameter) {
    keysOfTarget(parameter, file).forEach((key) => taken.add(key));
    return isOpenParameter(parameter, taken, file, isOpen);
  }
  const origin = file.originOf(call.callee);
  return !(origin && file.librariesOf(origin).length > 0) && !ending.test(method);
}

/** `session.save`, and `promisify(session.save)`. */
function isOwnMethod(expression: TSESTree.Node, file: FileContext): boolean {
  const wrapped = expression.type === 'CallExpression' ? expression.arguments[0] : expression;
  const fn = wrapped && unwrap(wrapped);
  return fn?.type === 'MemberExpression' && sessionObjectOf(fn.object, file) !== null;
}

/** What is known of the method or function itself; undefined where nothing is. */
function ofKnownCall(
  call: TSESTree.CallExpression,
  callee: TSESTree.Node,
  method: string,
  index: number,
  file: FileContext,
): boolean | undefined {
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const root = object?.type === 'Identifier' ? object.name : '';
  // `session.save.bind(session)`; another function takes by `this` what it likes.
  if (object && /^(?:bind|call|apply)$/.test(method) && index === 0) return !isOwnMethod(object, file);
  if (isLog(callee) || (root !== '' && root === vaultOf(file)?.binding)) return false;
  const lodash = lodashMethod(callee, file);
  const isAssign = objectMethod(call) === 'assign' || /^(?:assign|assignIn|extend|merge|defaults)$/.test(lodash ?? '');
  if (isAssign) {
    const isUsed = outermost(call, true).parent?.type !== 'ExpressionStatement';
    return index > 0 || isUsed || call.arguments.slice(1).some((one) => !isClosedLiteral(one, file));
  }
  const key = call.arguments[1];
  if (objectMethod(call) === 'hasOwn' || /^(?:get|set|has|unset)$/.test(lodash ?? ''))
    return !key || !constantOf(key, file);
  return objectMethod(call) ? true : undefined;
}

/** `console.log(…)`, `request.log.info(…)`: a log is no answer of the program. */
export function isLog(callee: TSESTree.Node): boolean {
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const name =
    object?.type === 'Identifier' ? object.name : object?.type === 'MemberExpression' ? (staticName(object) ?? '') : '';
  return /^console$|^log$|logger$/i.test(name);
}

const under = new WeakMap<FileContext, Set<TSESTree.Node>>();

/** Is what a parameter, or another name, holds handed on, or any key of it taken? */
export function isOpenParameter(
  parameter: TSESTree.Node,
  taken: Set<string>,
  file: FileContext,
  isOpen: IsOpen,
): boolean {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (target.type === 'ObjectPattern')
    return target.properties.some((one) => one.type !== 'Property' || keyOf(one, file) === undefined);
  if (target.type !== 'Identifier') return true;
  // A parameter that its type says to be a session is followed by everybody.
  if (sessionObjectOf(target, file)) return false;
  const known = under.get(file) ?? new Set();
  under.set(file, known);
  if (known.has(target)) return false;
  known.add(target);
  const references = variableOf(target, file.sourceCode)?.references ?? [];
  return references.some(({ identifier, init }) => !init && isOpen(identifier as TSESTree.Node, taken, file));
}

/** Does a value show all the keys it has: a literal without spreads of something else, or nothing at all? */
export function isClosedLiteral(value: TSESTree.Node, file: FileContext): boolean {
  const node = valueBehind(value, file.sourceCode);
  if (isAbsent(node)) return true;
  if (node.type === 'ConditionalExpression')
    return isClosedLiteral(node.consequent, file) && isClosedLiteral(node.alternate, file);
  if (node.type !== 'ObjectExpression') return false;
  return node.properties.every((one) => {
    if (one.type === 'Property') return keyOf(one, file) !== undefined;
    return unwrap(one.argument).type === 'ObjectExpression'
      ? isClosedLiteral(one.argument, file)
      : sessionObjectOf(one.argument, file) !== null;
  });
}

/**
 * What is taken by a pattern, or from a name.
 * @param depth of patterns that lead to each other: `const { ...rest } = rest`
 */
export function keysOfTarget(target: TSESTree.Node, file: FileContext, depth = 0): string[] {
  if (depth > 8) return [];
  if (target.type === 'AssignmentPattern') return keysOfTarget(target.left, file, depth + 1);
  if (target.type === 'ObjectPattern')
    return target.properties.flatMap((one) =>
      one.type === 'Property' ? (staticName(one) ?? []) : keysOfTarget(one.argument, file, depth + 1),
    );
  if (target.type !== 'Identifier' || sessionObjectOf(target, file)) return [];
  const variable = variableOf(target, file.sourceCode);
  return (variable?.references ?? []).flatMap(({ identifier }) =>
    keysOfUse(identifier as TSESTree.Node, file, depth + 1),
  );
}

/** `copy.token`, `copy.get('token')`, `const { token } = copy`. */
export function keysOfUse(node: TSESTree.Node, file: FileContext, depth = 0): string[] {
  const whole = outermost(node, true);
  const { parent } = whole;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern')
    return keysOfTarget(parent.id, file, depth + 1);
  if (parent?.type !== 'MemberExpression' || parent.object !== whole) return [];
  const call = outermost(parent).parent;
  const isCalled = call?.type === 'CallExpression' && unwrap(call.callee) === parent;
  return [staticName(parent), isCalled ? staticString(call.arguments[0]) : undefined].flatMap((key) => key ?? []);
}

/** `['token', 'user']`. */
const textsIn = (list: TSESTree.Node): string[] =>
  list.type === 'ArrayExpression' ? list.elements.flatMap((one) => staticString(one) ?? []) : [];
