import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findVariable } from '@typescript-eslint/utils/ast-utils';
import type { FunctionNode } from './functions';
import { isFunction } from './functions';
import { notesOnProgram } from './notes-on-program';
import { sourceOf } from './source-of';
import { staticName } from './static-name';
import { unwrap } from './unwrap';

/** How a value travels from where it is made to the name that holds it: keys of the patterns in between. */
interface Way {
  path: string[];
  /** `{ secret = 'dev' }`, `(secret = 'dev')`: what an absent value is replaced by. */
  fallback?: TSESTree.Expression;
  /** Bound by `...rest`: what is left of the object, not the object itself. */
  isRest: boolean;
}

/** The one thing a name stands for. */
export type Definition =
  | { type: 'import'; module: string; path: string[] }
  | ({ type: 'value'; init: TSESTree.Expression } & Way)
  | ({ type: 'parameter'; fn: FunctionNode; index: number; node: TSESTree.Parameter } & Way)
  | { type: 'function'; node: FunctionNode }
  | { type: 'other' };

/** What is known of the variables of one program. */
const variablesIn = notesOnProgram(() => ({
  named: undefined as ReadonlyMap<string, TSESLint.Scope.Variable[]> | undefined,
  definitions: new Map<TSESLint.Scope.Variable, Definition | null>(),
}));

function namedIn(sourceCode: TSESLint.SourceCode): ReadonlyMap<string, TSESLint.Scope.Variable[]> {
  return (variablesIn(sourceCode.ast).named ??= byName(sourceCode.scopeManager?.scopes ?? []));
}

function byName(scopes: readonly TSESLint.Scope.Scope[]): ReadonlyMap<string, TSESLint.Scope.Variable[]> {
  const named = new Map<string, TSESLint.Scope.Variable[]>();
  for (const { variables } of scopes) {
    for (const variable of variables) {
      if (variable.defs.length === 0) continue;
      const others = named.get(variable.name);
      if (others) others.push(variable);
      else named.set(variable.name, [variable]);
    }
  }
  for (const variables of named.values()) if (variables.length > 1) variables.sort((a, b) => startOf(a) - startOf(b));
  return named;
}

/** All that is declared in the file under a name, in whatever scope. */
export function variablesNamed(name: string, sourceCode: TSESLint.SourceCode): readonly TSESLint.Scope.Variable[] {
  return namedIn(sourceCode).get(name) ?? [];
}

/** Is anything in the file called that, in whatever scope? */
export function isDeclared(name: string, sourceCode: TSESLint.SourceCode): boolean {
  return namedIn(sourceCode).has(name);
}

/** After this many scopes that are not around the identifier, the way through the scopes is the quicker one. */
const patience = 30;

/**
 * The variable an identifier refers to; null for globals nobody declared. Found among the variables of that name, the
 * innermost one whose scope is around the identifier: several times quicker than to climb through the scopes.
 */
export function variableOf(node: TSESTree.Identifier, given: TSESLint.SourceCode): TSESLint.Scope.Variable | null {
  const sourceCode = sourceOf(node, given);
  const candidates = namedIn(sourceCode).get(node.name);
  if (!candidates) return null;
  const [from, to] = node.range;
  // The scopes come in the order of the text, outer ones first: the last one that is around is the innermost.
  let index = lastBefore(candidates, from);
  for (let left = patience; index >= 0; index -= 1, left -= 1) {
    const variable = candidates[index] as TSESLint.Scope.Variable;
    if (startOf(variable) < 0 || variable.scope.block.range[1] >= to) return variable;
    if (left === 0)
      return findVariable(sourceCode.getScope(node) as never, node as never) as TSESLint.Scope.Variable | null;
  }
  return null;
}

/** Where a variable's scope begins; that of the whole file before everything, though its first comment is outside. */
const startOf = ({ scope: { block } }: TSESLint.Scope.Variable): number =>
  block.type === ('Program' as never) ? -1 : block.range[0];

/** Index of the last variable whose scope begins at or before a position; -1 when there is none. */
function lastBefore(candidates: readonly TSESLint.Scope.Variable[], position: number): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(candidates[middle] as TSESLint.Scope.Variable) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The sole definition behind a variable; null when it is declared twice, written again, or not declared at all.
 * `let x; x = value` with this one write counts as its definition.
 */
export function definitionOf(variable: TSESLint.Scope.Variable | null): Definition | null {
  if (!variable) return null;
  const { definitions } = variablesIn(programAround(variable.scope));
  let definition = definitions.get(variable);
  if (definition === undefined) definitions.set(variable, (definition = soleDefinition(variable)));
  return definition;
}

/** The program of a scope: what the outermost one around it stands for. */
function programAround(scope: TSESLint.Scope.Scope): TSESTree.Program {
  let outermost = scope;
  while (outermost.upper) outermost = outermost.upper;
  return outermost.block as TSESTree.Program;
}

function soleDefinition(variable: TSESLint.Scope.Variable): Definition | null {
  // TypeScript merges a type and a value of one name; only the value counts.
  const defs = variable.defs.filter((def) => def.type !== ('Type' as never));
  const def = defs[0];
  if (!def || defs.length !== 1) return null;
  const node = def.node as TSESTree.Node;
  switch (def.type as string) {
    case 'ImportBinding':
      return importDefinition(node);
    case 'FunctionName':
      return isFunction(node) && !isRewritten(variable) ? { type: 'function', node } : { type: 'other' };
    case 'Parameter':
      return isFunction(node) && !isRewritten(variable) ? parameterDefinition(node, def.name as TSESTree.Node) : null;
    case 'Variable':
      return node.type === 'VariableDeclarator' ? valueDefinition(variable, node, def.name as TSESTree.Node) : null;
    default:
      return { type: 'other' };
  }
}

function isRewritten(variable: TSESLint.Scope.Variable): boolean {
  return variable.references.some((reference) => reference.isWrite() && !reference.init);
}

function importDefinition(node: TSESTree.Node): Definition {
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    if (moduleReference.type === 'TSExternalModuleReference' && moduleReference.expression.type === 'Literal') {
      return { type: 'import', module: String(moduleReference.expression.value), path: [] };
    }
    return { type: 'other' };
  }
  const declaration = node.parent;
  if (declaration?.type !== 'ImportDeclaration') return { type: 'other' };
  const module = declaration.source.value;
  if (node.type !== 'ImportSpecifier') return { type: 'import', module, path: [] };
  const name = node.imported.type === 'Identifier' ? node.imported.name : String(node.imported.value);
  return { type: 'import', module, path: name === 'default' ? [] : [name] };
}

function valueDefinition(
  variable: TSESLint.Scope.Variable,
  declarator: TSESTree.VariableDeclarator,
  name: TSESTree.Node,
): Definition | null {
  const writes = variable.references.filter((reference) => reference.isWrite());
  const declaration = declarator.parent;
  if (declaration.parent?.type === 'ForInStatement' || declaration.parent?.type === 'ForOfStatement') return null;
  const way = wayTo(name, declarator.id);
  if (!way) return null;
  if (declarator.init) {
    return writes.every((write) => write.init) ? { type: 'value', init: assigned(declarator.init), ...way } : null;
  }
  const [write] = writes;
  const assignment = write?.identifier.parent as TSESTree.Node | undefined;
  if (writes.length !== 1 || assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') return null;
  return assignment.left === write?.identifier
    ? { type: 'value', init: assignment.right, path: [], isRest: false }
    : null;
}

/** `const app = (module.exports = new Koa())`: the value goes on through each assignment. */
function assigned(init: TSESTree.Expression): TSESTree.Expression {
  let value = init;
  while (value.type === 'AssignmentExpression' && value.operator === '=') value = value.right;
  return value;
}

function parameterDefinition(fn: FunctionNode, name: TSESTree.Node): Definition | null {
  for (const [index, node] of fn.params.entries()) {
    const target = node.type === 'TSParameterProperty' ? node.parameter : node;
    if (name.range[0] < target.range[0] || name.range[1] > target.range[1]) continue;
    const way = wayTo(name, target);
    return way ? { type: 'parameter', fn, index, node, ...way } : null;
  }
  return null;
}

/**
 * From the whole pattern down to the name in it. Undefined where a key is computed or a list is taken apart by a rest.
 */
function wayTo(name: TSESTree.Node, pattern: TSESTree.Node): Way | undefined {
  const path: string[] = [];
  let fallback: TSESTree.Expression | undefined;
  let isRest = false;
  for (let node = name; node !== pattern;) {
    const parent = node.parent;
    if (!parent) return undefined;
    if (parent.type === 'AssignmentPattern' && parent.left === node) {
      if (node === name) fallback = parent.right;
    } else if (parent.type === 'Property') {
      const key = staticName(parent);
      if (key === undefined) return undefined;
      path.unshift(key);
    } else if (parent.type === 'ArrayPattern') {
      path.unshift(String(parent.elements.indexOf(node as never)));
    } else if (parent.type === 'RestElement') {
      isRest = true;
    } else if (parent.type !== 'ObjectPattern') return undefined;
    node = parent;
  }
  return fallback ? { path, fallback, isRest } : { path, isRest };
}

/** The expression behind a constant; for all else the expression itself, without its wrappers. */
export function valueBehind(node: TSESTree.Node, sourceCode: TSESLint.SourceCode): TSESTree.Node {
  const value = unwrap(node);
  if (value.type !== 'Identifier') return value;
  const definition = definitionOf(variableOf(value, sourceCode));
  const isPlain = definition?.type === 'value' && definition.path.length === 0 && !definition.isRest;
  return isPlain ? unwrap(definition.init) : value;
}

/** The function of this file that a name stands for: declared under it, or the constant's value. */
export function functionNamed(name: TSESTree.Identifier, sourceCode: TSESLint.SourceCode): FunctionNode | null {
  const definition = definitionOf(variableOf(name, sourceCode));
  if (definition?.type === 'function') return definition.node;
  const value = valueBehind(name, sourceCode);
  return isFunction(value) ? value : null;
}
