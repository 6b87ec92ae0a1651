import type { TSESTree } from '@typescript-eslint/utils';
import { definitionOf, functionNamed, variableOf } from '../../ast/definition';
import { isFunction } from '../../ast/functions';
import { objectMethod } from '../../ast/object-method';
import { staticName, staticString } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { keyOf } from '../../model/dataflow/values';
import type { File } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { sessionObjectOf } from '../../model/session/resolve-session';

/** Keys that a file takes from a session under another name, where no use of the session is to be seen. */
interface Copied {
  /** `helper(session)` with `helper = (s) => s.token`, `const s = { ...session }; s.token`, `pick(session, ['token'])`. */
  keys: ReadonlySet<string>;
  /** `session[name]`: any key whose name stands in the file as a text. */
  hasUnknown: boolean;
}

const copiedIn = oncePerFile((file: File): Copied => {
  const keys = new Set<string>();
  let hasUnknown = false;
  for (const node of file.sites.expressions) {
    const whole = outermost(node, true);
    const { parent } = whole;
    const found = parent ? keysThrough(whole, parent, file) : [];
    if (parent && isCalledSession(node, file)) keysOfUse(node, file).forEach((key) => keys.add(key));
    const isUnknown = parent?.type === 'MemberExpression' && parent.object === whole && parent.computed && keyOf(parent, file) === undefined;
    if ((found.length === 0 && !isUnknown) || !sessionObjectOf(node, file)) continue;
    found.forEach((key) => keys.add(key));
    hasUnknown ||= isUnknown;
  }
  return { keys, hasUnknown };
});

/** A parameter that is called what sessions are called, `(session)` or `({ session })`, and is none for all we see. */
function isCalledSession(node: TSESTree.Node, file: File): boolean {
  if (node.type !== 'Identifier') return false;
  const definition = definitionOf(variableOf(node, file.sourceCode));
  if (definition?.type !== 'parameter') return false;
  const name = definition.path.at(-1) ?? node.name;
  return file.libraries.sessionNames.has(name) && !sessionObjectOf(node, file);
}

/** Does a file take this key from a session in a way that no rule follows? */
export function isCopied(key: string, file: File): boolean {
  const { keys, hasUnknown } = copiedIn(file);
  return keys.has(key) || (hasUnknown && ["'", '"', '`'].some((quote) => file.sourceCode.text.includes(quote + key + quote)));
}

function keysThrough(node: TSESTree.Node, parent: TSESTree.Node, file: File): string[] {
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression': {
      const index = parent.arguments.indexOf(node as TSESTree.Expression);
      if (index < 0) return [];
      if (parent.type === 'CallExpression' && objectMethod(parent) === 'assign' && index > 0) return keysOfResult(parent, file);
      return [...parent.arguments.slice(index + 1).flatMap(textsIn), ...keysInFunction(parent.callee, index, file)];
    }
    case 'SpreadElement':
      return parent.parent.type === 'ObjectExpression' ? keysOfResult(parent.parent, file) : [];
    case 'VariableDeclarator': {
      const rest = parent.id.type === 'ObjectPattern' ? parent.id.properties.at(-1) : undefined;
      return rest?.type === 'RestElement' ? keysOfTarget(rest.argument, file) : [];
    }
    default:
      return [];
  }
}

/** What a function of this file takes from one of its parameters. */
function keysInFunction(callee: TSESTree.Node, index: number, file: File): string[] {
  const name = unwrap(callee);
  const declared = name.type === 'Identifier' ? variableOf(name, file.sourceCode)?.defs[0]?.node : undefined;
  // An object keeps what it is handed: all that its class speaks of may be taken from there.
  if (declared?.type === 'ClassDeclaration') return file.sourceCode.getText(declared).match(/[\w$]+/g) ?? [];
  const fn = name.type === 'Identifier' ? functionNamed(name, file.sourceCode) : isFunction(name) ? name : null;
  const parameter = fn?.params[index];
  return parameter ? keysOfTarget(parameter, file) : [];
}

/** What is taken from an object that is given a name: `const copy = { ...session }`. */
function keysOfResult(object: TSESTree.Node, file: File): string[] {
  const { parent } = outermost(object, true);
  return parent?.type === 'VariableDeclarator' && parent.init ? keysOfTarget(parent.id, file) : [];
}

/** What is taken by a pattern, or from a name. */
function keysOfTarget(target: TSESTree.Node, file: File): string[] {
  if (target.type === 'AssignmentPattern') return keysOfTarget(target.left, file);
  if (target.type === 'ObjectPattern')
    return target.properties.flatMap((one) => (one.type === 'Property' ? (staticName(one) ?? []) : keysOfTarget(one.argument, file)));
  // A parameter that its type says to be a session is followed by everybody.
  if (target.type !== 'Identifier' || sessionObjectOf(target, file)) return [];
  const variable = variableOf(target, file.sourceCode);
  return (variable?.references ?? []).flatMap(({ identifier }) => keysOfUse(identifier as TSESTree.Node, file));
}

/** `copy.token`, `copy.get('token')`, `const { token } = copy`. */
function keysOfUse(node: TSESTree.Node, file: File): string[] {
  const whole = outermost(node, true);
  const { parent } = whole;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') return keysOfTarget(parent.id, file);
  if (parent?.type !== 'MemberExpression' || parent.object !== whole) return [];
  const call = outermost(parent).parent;
  const isCalled = call?.type === 'CallExpression' && unwrap(call.callee) === parent;
  return [staticName(parent), isCalled ? staticString(call.arguments[0]) : undefined].flatMap((key) => key ?? []);
}

/** `['token', 'user']`. */
const textsIn = (list: TSESTree.Node): string[] =>
  list.type === 'ArrayExpression' ? list.elements.flatMap((one) => staticString(one) ?? []) : [];
