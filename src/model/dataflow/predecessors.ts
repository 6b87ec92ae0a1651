import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { argumentAt, givenTo } from '../../ast/callers';
import { fieldOf } from '../../ast/class-field';
import type { Definition } from '../../ast/definition';
import { definitionOf, functionNamed, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isFunction, returnedBy } from '../../ast/functions';
import { objectMethod } from '../../ast/object-method';
import { outermost, unwrap } from '../../ast/unwrap';
import type { FileContext } from '../file/file-context';
import { importedFunction } from './imported-function';
import { importedValue } from './imported-value';
import type { Query } from './query';

/** One expression another may get its value from. */
export interface Predecessor {
  node: TSESTree.Expression;
  /** Keys from that expression's value down to the value in question: `['secret']` of `config` for `config.secret`. */
  path: readonly string[];
  /** Taken where something else has no value: the right side of `||`, a default. */
  isFallback: boolean;
  /** Taken only where it is falsy: the left side of `&&`. */
  isFalsy: boolean;
  /** The question as it goes on from there, where that is inside or outside of a call; the same question elsewhere. */
  query?: Query;
}

export interface Predecessors {
  arms: readonly Predecessor[];
  /** True when the value may also come from where we cannot look: a parameter's caller, a loop. */
  isOpen: boolean;
  /** The name the value goes through; whoever holds it can write into an object. */
  variable?: TSESLint.Scope.Variable;
  /** True when it is made by a function that others may call as well, or given to one, which may do more with it. */
  isShared?: boolean;
  /** The call of a function of this file that gives it. */
  call?: TSESTree.CallExpression;
  /** The field the value goes through: each `this.options` of its class. */
  field?: readonly TSESTree.MemberExpression[];
}

const arm = (node: TSESTree.Node, rest: Partial<Predecessor> = {}): Predecessor => ({
  node: node as TSESTree.Expression,
  path: [],
  isFallback: false,
  isFalsy: false,
  ...rest,
});

const closed = (...arms: Predecessor[]): Predecessors => ({ arms, isOpen: false });

/** What an expression's value comes from, one step back; null where it is made here or comes from out of sight. */
export function predecessorsOf(expression: TSESTree.Node, query: Query): Predecessors | null {
  const { file } = query;
  const node = unwrap(expression);
  switch (node.type) {
    case 'ConditionalExpression':
      return conditionalArms(node, file);
    case 'LogicalExpression':
      return logicalArms(node);
    case 'AssignmentExpression':
      return node.operator === '=' ? closed(arm(node.right)) : null;
    case 'Identifier':
      return nameArms(node, query);
    case 'MemberExpression':
      return memberArms(node, query);
    case 'CallExpression':
      return callArms(node, query);
    case 'ImportExpression':
      return importArms(node, query);
    default:
      return null;
  }
}

/** `process.env.S ? process.env.S : 'dev'` says what `||` says. */
function conditionalArms(node: TSESTree.ConditionalExpression, file: FileContext): Predecessors {
  const [test, taken] = [unwrap(node.test), unwrap(node.consequent)];
  const isGuard = test.type === taken.type && file.textOf(test) === file.textOf(taken);
  return closed(arm(node.consequent), arm(node.alternate, { isFallback: isGuard }));
}

function logicalArms(node: TSESTree.LogicalExpression): Predecessors {
  const left = unwrap(node.left);
  const isObject = /^(?:Object|Array|New|Class|Function|ArrowFunction)Expression$/.test(left.type);
  if (node.operator === '&&') {
    if (isObject) return closed(arm(node.right));
    const falsy = arm(left, { isFalsy: true });
    return left.type === 'Literal' && !left.value ? closed(falsy) : closed(falsy, arm(node.right));
  }
  if (isObject) return closed(arm(left));
  const isNothing = left.type === 'Literal' && (node.operator === '??' ? left.raw === 'null' : !left.value);
  return isNothing ? closed(arm(node.right)) : closed(arm(left), arm(node.right, { isFallback: true }));
}

function nameArms(node: TSESTree.Identifier, query: Query): Predecessors | null {
  const variable = variableOf(node, query.file.sourceCode);
  if (!variable || variable.defs.length === 0) return null;
  const definition = definitionOf(variable);
  switch (definition?.type) {
    case 'value': {
      if (definition.isRest) return null;
      return { ...closed(arm(definition.init, { path: definition.path }), ...defaultOf(definition)), variable };
    }
    case 'parameter':
      return definition.isRest ? null : { ...parameterArms(definition, query), variable };
    case undefined:
      return writtenArms(variable);
    case 'import':
      return importArms(node, query);
    default:
      return null;
  }
}

/** What another file of the project exports; others read it as well. */
function importArms(node: TSESTree.Node, query: Query): Predecessors | null {
  const imported = importedValue(node, [], query);
  if (!imported) return null;
  const { variable, path } = imported;
  const arms = closed(arm(imported.node, { path, query: query.at(imported.node) }));
  return { ...arms, isShared: true, ...(variable ? { variable } : {}) };
}

const defaultOf = ({ fallback }: { fallback?: TSESTree.Expression }): Predecessor[] =>
  fallback ? [arm(fallback, { isFallback: true })] : [];

/** What the call gives that the question came in by; what all calls of this file give, where it began inside. */
function parameterArms(definition: Extract<Definition, { type: 'parameter' }>, query: Query): Predecessors {
  const { fn, index, path } = definition;
  const arms = defaultOf(definition);
  const entry = query.entryTo(fn);
  if (entry) {
    const argument = argumentAt(entry.call, index);
    if (!argument) return { arms, isOpen: arms.length === 0 || entry.call.arguments.length > index };
    return { ...closed(arm(argument, { path, query: entry.outside }), ...arms), isShared: true };
  }
  const { given, isOpen } = givenTo(fn, index, query.file.sourceCode);
  return { arms: [...given.map((one) => arm(one, { path })), ...arms], isOpen, isShared: given.length > 0 };
}

/** The argument a parameter stands for, in the call that the question came in by; null for everything else. */
export function argumentBehind(
  node: TSESTree.Node,
  query: Query,
): { node: TSESTree.Expression; path: readonly string[]; query: Query } | null {
  const definition = node.type === 'Identifier' ? definitionOf(variableOf(node, query.file.sourceCode)) : null;
  if (definition?.type !== 'parameter' || definition.isRest || definition.fallback) return null;
  const entry = query.entryTo(definition.fn);
  const argument = entry && argumentAt(entry.call, definition.index);
  return argument ? { node: argument, path: definition.path, query: entry.outside } : null;
}

/** `let x = a; if (…) x = b`: everything that is ever written to the name. */
function writtenArms(variable: TSESLint.Scope.Variable): Predecessors | null {
  if (variable.defs.some((def) => (def.type as string) !== 'Variable')) return null;
  const arms: Predecessor[] = [];
  let isOpen = false;
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    const target = reference.identifier as TSESTree.Node;
    const { parent } = target;
    if (parent?.type === 'VariableDeclarator' && parent.id === target && parent.init) arms.push(arm(parent.init));
    else if (
      parent?.type === 'AssignmentExpression' &&
      parent.left === target &&
      /^(?:\|\||\?\?|&&)?=$/.test(parent.operator)
    ) {
      arms.push(arm(parent.right, { isFallback: parent.operator !== '=' || isUnderGuard(parent, variable) }));
    } else isOpen = true;
  }
  return arms.length > 0 ? { arms, isOpen, variable } : null;
}

/** `if (!secret) secret = 'dev'`. */
function isUnderGuard(write: TSESTree.AssignmentExpression, variable: TSESLint.Scope.Variable): boolean {
  const statement = outermost(write).parent;
  const block = statement?.parent?.type === 'BlockStatement' ? statement.parent : statement;
  const test = block?.parent;
  if (test?.type !== 'IfStatement' || test.consequent !== block) return false;
  const [from, to] = test.test.range;
  return variable.references.some(({ identifier }) => identifier.range![0] >= from && identifier.range![1] <= to);
}

function memberArms(node: TSESTree.MemberExpression, query: Query): Predecessors | null {
  const key = query.keyOf(node);
  if (key === undefined) return null;
  if (unwrap(node.object).type !== 'ThisExpression') return closed(arm(node.object, { path: [key] }));
  const field = fieldOf(node, query.file.sourceCode);
  return field && { ...closed(arm(field.value)), field: field.uses };
}

function callArms(node: TSESTree.CallExpression, query: Query): Predecessors | null {
  const { file } = query;
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  if (/^(?:freeze|seal|preventExtensions)$/.test(objectMethod(node) ?? '')) {
    return first && first.type !== 'SpreadElement' ? closed(arm(first)) : null;
  }
  const own = functionBehind(callee, file);
  const fn = own ?? importedFunction(callee, query);
  const returned = fn ? returnedBy(fn) : [];
  if (returned.length === 0) return importArms(node, query);
  const inside = query.into(node);
  return {
    ...closed(...returned.map((one) => arm(one, { query: inside.at(one) }))),
    call: node,
    isShared: !own || (callee.type === 'Identifier' && isCalledElsewhere(callee, file)),
  };
}

function isCalledElsewhere(name: TSESTree.Identifier, file: FileContext): boolean {
  const variable = variableOf(name, file.sourceCode);
  const node = variable?.defs[0]?.node as TSESTree.Node | undefined;
  const declaration = node?.type === 'VariableDeclarator' ? node.parent : node;
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  return reads.length > 1 || /^Export/.test(declaration?.parent?.type ?? '');
}

/** The function of this file that a name, a method of `this`, or the expression itself is; not a generator. */
export function functionBehind(expression: TSESTree.Node, file: FileContext): FunctionNode | null {
  const node = unwrap(expression);
  if (isFunction(node)) return node.generator ? null : node;
  if (node.type === 'MemberExpression' && unwrap(node.object).type === 'ThisExpression') {
    const value = fieldOf(node, file.sourceCode)?.value;
    return isFunction(value) && !value.generator ? value : null;
  }
  const fn = node.type === 'Identifier' ? functionNamed(node, file.sourceCode) : null;
  return fn?.generator ? null : fn;
}
