import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledFunction, methodOf } from './called-function';
import { fieldDefinedBy } from './class-field';
import { definitionOf, functionNamed, variableOf, variablesNamed } from './definition';
import type { FunctionNode } from './functions';
import { isFunction } from './functions';
import { inOrder } from './in-order';
import { notesOnProgram } from './notes-on-program';
import { sourceOf } from './source-of';
import { staticName } from './static-name';
import { outermost, unwrap } from './unwrap';

/** A call, or the making of an instance, which calls the constructor. */
export type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Who calls a function, as far as its file shows. */
export interface Callers {
  calls: readonly Call[];
  /** True when others may call it as well: it is exported or handed on. */
  isOpen: boolean;
}

const nobody: Callers = { calls: [], isOpen: true };

const callersIn = notesOnProgram(() => new Map<FunctionNode, Callers>());

/** The calls of a function in its file: by its name, as a method, in place, or by the function that it is handed to. */
export function callersOf(fn: FunctionNode, sourceCode: TSESLint.SourceCode): Callers {
  const callersOfAll = callersIn(sourceCode.ast);
  const known = callersOfAll.get(fn);
  if (known) return known;
  // Entered before it is known, so that functions that hand each other on cannot send us round in circles.
  callersOfAll.set(fn, nobody);
  const { calls, isOpen } = find(fn, sourceCode);
  // What nobody calls here is called from elsewhere.
  const callers = { calls, isOpen: isOpen || calls.length === 0 };
  callersOfAll.set(fn, callers);
  return callers;
}

/** A function, and a call of it in another file. */
export interface CalledBy {
  fn: FunctionNode;
  call: Call;
}

/** Looks at functions as calls in another file call them: for that long these are among their callers. */
export function whileCalled<T>(by: readonly CalledBy[], given: TSESLint.SourceCode, look: () => T): T {
  const before = by.map(({ fn, call }) => {
    const sourceCode = sourceOf(fn, given);
    const alone = callersOf(fn, sourceCode);
    const all = callersIn(sourceCode.ast);
    all.set(fn, { calls: [...alone.calls, call], isOpen: true });
    return () => all.set(fn, alone);
  });
  try {
    return look();
  } finally {
    // A method that is called twice is given back the callers it had at first.
    for (const giveBack of before.reverse()) giveBack();
  }
}

function find(fn: FunctionNode, sourceCode: TSESLint.SourceCode): Callers {
  if (fn.type === 'FunctionDeclaration') {
    return fn.id && !isExported(fn) ? byName(fn.id, sourceCode) : opened(fn.id ? byName(fn.id, sourceCode) : nobody);
  }
  const whole = outermost(fn);
  const { parent } = whole;
  switch (parent?.type) {
    case 'VariableDeclarator': {
      if (parent.id.type !== 'Identifier' || parent.init !== whole) return nobody;
      const callers = byName(parent.id, sourceCode);
      return isExported(parent.parent) ? opened(callers) : callers;
    }
    case 'CallExpression':
      return among([fn], sourceCode);
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return opened(asMethod(parent, sourceCode));
    case 'Property':
      return parent.value === whole ? ofObject(parent, sourceCode) : nobody;
    default:
      return nobody;
  }
}

const opened = ({ calls }: Callers): Callers => ({ calls, isOpen: true });

const isExported = ({ parent }: TSESTree.Node): boolean => /^Export/.test(parent?.type ?? '');

/** Every use of a name: a call, or one that hands the function on. */
function byName(name: TSESTree.Identifier, sourceCode: TSESLint.SourceCode): Callers {
  const uses = readsOf(name, sourceCode);
  return uses ? among(uses, sourceCode) : nobody;
}

function readsOf(name: TSESTree.Identifier, sourceCode: TSESLint.SourceCode): TSESTree.Node[] | null {
  const variable = variableOf(name, sourceCode);
  if (variable?.defs.length !== 1) return null;
  return variable.references.flatMap((one) => (one.isRead() ? [one.identifier as TSESTree.Node] : []));
}

/**
 * The calls among uses of a function. What is given to another function of the file, as in
 * `withSession((session) => …)`, is called where that one calls its parameter; in a row, however long, and not in
 * circles.
 */
function among(uses: readonly TSESTree.Node[], sourceCode: TSESLint.SourceCode): Callers {
  const calls: Call[] = [];
  const parameters = new Set<TSESTree.Node>();
  const pending = [...uses];
  let isOpen = false;
  for (let use = pending.pop(); use; use = pending.pop()) {
    const whole = outermost(use);
    const { parent } = whole;
    if (parent?.type === 'CallExpression' && parent.callee === whole) {
      calls.push(parent);
      continue;
    }
    const parameter = parent?.type === 'CallExpression' ? parameterFor(whole, parent, sourceCode) : null;
    const reads = parameter && readsOf(parameter, sourceCode);
    if (!parameter || !reads) isOpen = true;
    else if (!parameters.has(parameter)) pending.push(...reads);
    if (parameter) parameters.add(parameter);
  }
  return { calls: inOrder(calls), isOpen };
}

/** The parameter of a function of this file that takes an argument, where that is a mere name. */
function parameterFor(
  argument: TSESTree.Node,
  call: TSESTree.CallExpression,
  sourceCode: TSESLint.SourceCode,
): TSESTree.Identifier | null {
  const index = call.arguments.indexOf(argument as TSESTree.Expression);
  const parameter = argumentAt(call, index) ? calledFunction(call, sourceCode)?.params[index] : undefined;
  return parameter?.type === 'Identifier' ? parameter : null;
}

/** `this.remember(req)` in the class, `new Tokens(req).remember()`; others may hold an instance, too. */
function asMethod(
  definition: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
  sourceCode: TSESLint.SourceCode,
): Callers {
  if (definition.type === 'MethodDefinition' && definition.kind === 'constructor') {
    return { calls: instancesOf(definition.parent.parent, sourceCode).filter(isMade), isOpen: true };
  }
  const name = staticName(definition);
  const inside = fieldDefinedBy(definition, sourceCode)?.uses ?? [];
  const outside =
    name === undefined ? [] : membersOf(instancesOf(definition.parent.parent, sourceCode), name, sourceCode);
  return among([...inside, ...outside], sourceCode);
}

const isMade = (node: TSESTree.Node): node is TSESTree.NewExpression => node.type === 'NewExpression';

/** Where a class of the file is made, and for its static members the class itself. */
function instancesOf(
  { id, parent }: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
  sourceCode: TSESLint.SourceCode,
) {
  const name = id ?? (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null);
  const uses = (name ? variablesNamed(name.name, sourceCode) : []).flatMap(({ references }) => references);
  return uses.flatMap(({ identifier }): TSESTree.Node[] => {
    const use = identifier as TSESTree.Node;
    return use.parent?.type === 'NewExpression' && use.parent.callee === use ? [use.parent] : [use];
  });
}

/** Each `x.name`, where x is one of these expressions or a constant that holds it. */
function membersOf(objects: readonly TSESTree.Node[], name: string, sourceCode: TSESLint.SourceCode): TSESTree.Node[] {
  return objects.flatMap((object): TSESTree.Node[] => {
    const { parent } = outermost(object, true);
    if (parent?.type === 'MemberExpression') return staticName(parent) === name ? [parent] : [];
    if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return [];
    const references = variableOf(parent.id, sourceCode)?.references ?? [];
    return references.flatMap(({ identifier }) => {
      const member = outermost(identifier as TSESTree.Node, true).parent;
      return member?.type === 'MemberExpression' && staticName(member) === name ? [member] : [];
    });
  });
}

/** `const tokens = { remember(req) {…} }; tokens.remember(req)`. */
function ofObject(property: TSESTree.Property, sourceCode: TSESLint.SourceCode): Callers {
  const key = staticName(property);
  return key === undefined ? nobody : opened(among(membersOf([property.parent], key, sourceCode), sourceCode));
}

/** The functions of this file that a call may call: those that a parameter is given as well. */
export function calledFunctions(call: Call, sourceCode: TSESLint.SourceCode): FunctionNode[] {
  if (call.type === 'NewExpression') {
    const constructor = methodOf(call, 'constructor', sourceCode);
    return constructor ? [constructor] : [];
  }
  const fn = calledFunction(call, sourceCode);
  if (fn) return [fn];
  const callee = unwrap(call.callee);
  const definition = callee.type === 'Identifier' ? definitionOf(variableOf(callee, sourceCode)) : null;
  if (definition?.type !== 'parameter' || definition.path.length > 0 || definition.isRest) return [];
  return givenTo(definition.fn, definition.index, sourceCode).given.flatMap((one) => {
    const given = unwrap(one);
    const named = given.type === 'Identifier' ? functionNamed(given, sourceCode) : given;
    return isFunction(named) ? [named] : [];
  });
}

/**
 * What a parameter is given by the calls of its function.
 * @param index of the parameter
 * @returns one expression for each call that gives it, and whether there may be other values, too
 */
export function givenTo(
  fn: FunctionNode,
  index: number,
  sourceCode: TSESLint.SourceCode,
): { given: readonly TSESTree.Expression[]; isOpen: boolean } {
  const { calls, isOpen } = callersOf(fn, sourceCode);
  const given = calls.map((call) => argumentAt(call, index));
  return { given: given.filter((one) => one !== null), isOpen: isOpen || given.includes(null) };
}

/** The argument at an index; null where it is left out, or where a spread before it hides it. */
export function argumentAt({ arguments: given }: Call, index: number): TSESTree.Expression | null {
  const argument = given[index];
  const isPlain = given.slice(0, index + 1).every(({ type }) => type !== 'SpreadElement');
  return argument && isPlain ? (argument as TSESTree.Expression) : null;
}
