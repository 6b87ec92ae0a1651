import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { valueBehind, variableOf } from '../../ast/definition';
import { isPresenceTest } from '../../ast/presence-test';
import { staticName, staticString } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { keyOf, constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { sessionObjectOf } from '../../model/session/resolve-session';
import { secretPath, secretUsesIn } from '../../model/session/secret-use';
import { placedAt } from '../../model/session/session-place';
import { partOf } from '../../model/session/session-alias';
import { isClosedLiteral, isLog, isOpenCall, isOpenParameter, keysOfTarget, keysOfUse } from './session-argument';
import { isCalledSession, keysOfMocks, keysOfPaths, readsStore } from './session-elsewhere';

/** What goes into a session, or comes out of it, where no use of a key is to be seen. */
interface Opaque {
  /** Any key may: `Object.assign(session, tokens)`, `{ ...session }`, `session[prefix + 'Token']`, `save(session)`. */
  isWhole: boolean;
  /** Single keys: `helper(session)` with `helper = (s) => s.token`, `_.get(req, 'session.token')`. */
  keys: ReadonlySet<string>;
  /** Objects of the session that go elsewhere as a whole: `github` of `connect(session.github)`. */
  parts: ReadonlySet<string>;
}

const opaqueIn = oncePerFile((file: FileContext): Opaque => {
  const keys = new Set([...keysOfMocks(file), ...keysOfPaths(file)]);
  const parts = new Set<string>();
  const above = prefixesIn(file);
  let isWhole = readsStore(file) || keys.has('*');
  for (const node of file.nodes.expressions) {
    if (isWhole) break;
    if (isCalledSession(node, file)) {
      keysOfUse(node, file).forEach((key) => keys.add(key));
      isWhole ||= isBuilt(outermost(node, true), keys, file) || isFilled(node, file);
    }
    const session = sessionObjectOf(node, file);
    const part = session ? null : partOf(node, file);
    if (!session && !part) continue;
    if (session && isOpen(node, keys, file)) isWhole = true;
    else if (above.size > 0) partsFrom(node, part?.keys ?? [], above, keys, file).forEach((path) => parts.add(path));
  }
  return { isWhole, keys, parts };
});

/** May this secret come or go in a way that no rule follows? @param path from the session to it: `github.token` */
export function isOpaque(path: string, file: FileContext): boolean {
  const { isWhole, keys, parts } = opaqueIn(file);
  const names = path.split('.');
  return (
    isWhole ||
    keys.has(names[0] ?? '') ||
    keys.has(names.at(-1) ?? '') ||
    names.some((_, index) => parts.has(names.slice(0, index).join('.')))
  );
}

/** The ways to objects of the session that hold a secret of this file. */
function prefixesIn(file: FileContext): ReadonlySet<string> {
  const paths = secretUsesIn(file).map((secret) => secretPath(secret).split('.'));
  return new Set(paths.flatMap((names) => names.slice(1).map((_, index) => names.slice(0, index + 1).join('.'))));
}

function partsFrom(
  start: TSESTree.Node,
  from: readonly string[],
  above: ReadonlySet<string>,
  taken: Set<string>,
  file: FileContext,
): string[] {
  const keys = [...from];
  const found: string[] = [];
  let node = outermost(start, true);
  for (;;) {
    const path = keys.join('.');
    const { parent } = node;
    if (keys.length > 0 && above.has(path) && isOpen(node, taken, file)) found.push(path);
    if (parent?.type !== 'MemberExpression' || parent.object !== node) return found;
    const call = outermost(parent).parent;
    const isGetter =
      call?.type === 'CallExpression' &&
      unwrap(call.callee) === parent &&
      keys.length === 0 &&
      call.arguments.length === 1;
    const key = isGetter ? call.arguments[0] && constantOf(call.arguments[0], file)?.value : keyOf(parent, file);
    if (typeof key !== 'string') return found;
    keys.push(key);
    node = outermost(isGetter ? call : parent, true);
  }
}

/** Methods and members that give all that a session has. */
const whole = /^(?:all|data|toJSON|toObject|entries|keys|values|forEach)$/;

/**
 * Does a session, or an object of it, go or come here as a whole?
 * @param taken where to put keys of which it can be said that they are taken
 */
function isOpen(start: TSESTree.Node, taken: Set<string>, file: FileContext): boolean {
  const node = outermost(start, true);
  const { parent } = node;
  if (!parent || isPresenceTest(node)) return false;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node && (isBuilt(node, taken, file) || isGivenWhole(parent, file));
    case 'ExpressionStatement':
    case 'UnaryExpression':
    case 'TemplateLiteral':
      return false;
    case 'BinaryExpression':
      return parent.operator === 'in' && parent.right === node && !constantOf(parent.left, file);
    case 'VariableDeclarator':
      return parent.init === node && isOpenTarget(parent.id, taken, file);
    case 'AssignmentExpression':
      if (parent.right === node) return isOpenTarget(parent.left, taken, file);
      return (
        !/^(?:=|\?\?=|\|\|=|&&=)$/.test(parent.operator) ||
        (sessionObjectOf(node, file) !== null && !isClosedLiteral(parent.right, file))
      );
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node && isOpenCall(parent, node, taken, file, isOpen);
    case 'SpreadElement':
      return !isIntoSession(parent, file) && !isKnownCopy(parent, taken, file);
    case 'Property': {
      const call = parent.value === node ? parent.parent.parent : undefined;
      return !isBinding(node, parent) && !(call?.type === 'CallExpression' && isLog(unwrap(call.callee)));
    }
    case 'LogicalExpression':
      // What is left of `&&` goes no further unless it is nothing.
      return !(parent.operator === '&&' && parent.left === node);
    default:
      return !isBinding(node, parent);
  }
}

/** The name that a parameter or a pattern gives to a session. */
function isBinding(node: TSESTree.Node, parent: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'Property':
      return parent.key === node
        ? parent.value !== node || parent.parent.type === 'ObjectPattern'
        : parent.parent.type === 'ObjectPattern';
    case 'AssignmentPattern':
      return parent.left === node;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'TSEmptyBodyFunctionExpression':
      return true;
    case 'ArrowFunctionExpression':
      return parent.body !== node;
    default:
      return /^(?:RestElement|TSParameterProperty|TSTypeQuery|TSQualifiedName|Import\w+|ClassDeclaration)$/.test(
        parent.type,
      );
  }
}

/** `session[prefix + 'Token']`, `session[name]`; of `for (const name of ['a', 'b'])`, the keys are known. */
function isBuilt(node: TSESTree.Node, taken: Set<string>, file: FileContext): boolean {
  const { parent } = node;
  if (
    parent?.type !== 'MemberExpression' ||
    parent.object !== node ||
    !parent.computed ||
    keyOf(parent, file) !== undefined
  )
    return false;
  const def =
    parent.property.type === 'Identifier' ? variableOf(parent.property, file.sourceCode)?.defs[0]?.node : undefined;
  const loop = def?.type === ('VariableDeclarator' as never) ? (def as TSESTree.Node).parent?.parent : undefined;
  const list = loop?.type === 'ForOfStatement' ? valueBehind(loop.right, file.sourceCode) : undefined;
  if (list?.type !== 'ArrayExpression') return true;
  const keys = list.elements.map((one) => staticString(one));
  keys.forEach((key) => key !== undefined && taken.add(key));
  return keys.includes(undefined);
}

/** `const copy = { ...session }`, of which single keys are read. */
function isKnownCopy({ parent: object }: TSESTree.SpreadElement, taken: Set<string>, file: FileContext): boolean {
  const { parent } = object.type === 'ObjectExpression' ? outermost(object, true) : object;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || !parent.init) return false;
  keysOfTarget(parent.id, file).forEach((key) => taken.add(key));
  return !isOpenParameter(parent.id, taken, file, isOpen);
}

/** `session.all()`, `session.toJSON()`; and `session.set(name, value)` with a name that may be any. */
function isGivenWhole(member: TSESTree.MemberExpression, file: FileContext): boolean {
  const callee = outermost(member);
  const call = callee.parent?.type === 'CallExpression' && callee.parent.callee === callee ? callee.parent : undefined;
  const name = staticName(member) ?? '';
  if (!call) return false;
  if (whole.test(name)) return call.arguments.length === 0 || name === 'forEach';
  const [key] = call.arguments;
  return (
    /^(?:get|set|put|has|unset|delete|forget|pull|flash)$/.test(name) && key !== undefined && !constantOf(key, file)
  );
}

/** `Object.assign(session, tokens)` of something that is only called a session. */
function isFilled(node: TSESTree.Node, file: FileContext): boolean {
  const { parent } = outermost(node, true);
  const isAssign = parent?.type === 'CallExpression' && calledName(parent) === 'assign' && parent.arguments[0] === node;
  return isAssign && parent.arguments.slice(1).some((one) => !isClosedLiteral(one, file));
}

/** A name that is not followed, a pattern with a rest or a key that may be any, a place in another object. */
function isOpenTarget(target: TSESTree.Node, taken: Set<string>, file: FileContext): boolean {
  switch (target.type) {
    case 'Identifier':
      return !sessionObjectOf(target, file) && !partOf(target, file);
    case 'ObjectPattern':
      return target.properties.some((one) => {
        if (one.type === 'Property') return keyOf(one, file) === undefined;
        keysOfTarget(one.argument, file).forEach((key) => taken.add(key));
        return true;
      });
    default: {
      const session = sessionObjectOf(target, file);
      // `req.desk = req.session`: others find it there, in other files as well.
      return !session || (session.isHandedOn === true && placedAt(target, file) !== undefined);
    }
  }
}

/** `session = { ...session, theme }`, `session.update({ ...session })`: what comes out goes in again. */
function isIntoSession({ parent: object }: TSESTree.SpreadElement, file: FileContext): boolean {
  if (object.type !== 'ObjectExpression' || !isClosedLiteral(object, file)) return false;
  const value = outermost(object);
  return (
    value.parent?.type === 'AssignmentExpression' &&
    value.parent.right === value &&
    sessionObjectOf(value.parent.left, file) !== null
  );
}
