import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { ClassNode } from '../../ast/called-function';
import { calledFunction, classNamed, memberOf } from '../../ast/called-function';
import type { Call, CalledBy } from '../../ast/callers';
import { fieldOf } from '../../ast/class-field';
import { definitionOf, functionNamed, valueBehind, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isFunction } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { ImportedValue } from './imported-value';
import { importedValue } from './imported-value';
import type { Query } from './query';

/**
 * The function of another file that a callee is: `build`, `helpers.build`, `Tokens.save`, `new Tokens(session).save`,
 * `require('./build')`; not a generator.
 */
export function importedFunction(callee: TSESTree.Node, query: Query): FunctionNode | null {
  if (!query.file.others) return null;
  const node = unwrap(callee);
  const made = instanceUnder(node, query.file.sourceCode);
  const found = made ? null : imported(node, query);
  const fn = made
    ? memberOf(importedClass(made.callee, query), staticName(node as TSESTree.MemberExpression), false)
    : found && functionAt(found, query);
  return fn?.generator ? null : fn;
}

/** The one function that a call calls, of this file or of another one it imports it from. */
export const functionCalledBy = (call: TSESTree.CallExpression, query: Query): FunctionNode | null =>
  calledFunction(call, query.file.sourceCode) ?? importedFunction(call.callee, query);

/** The constructor of an imported class that an instance is made by. */
export const importedConstructor = ({ callee }: TSESTree.NewExpression, query: Query): FunctionNode | null =>
  query.file.others ? memberOf(importedClass(callee, query), 'constructor') : null;

/** A call of a function of another file; where that is a method of an instance, what made the instance as well. */
export function callsBy(call: Call, fn: FunctionNode, query: Query): readonly CalledBy[] {
  const made = instanceUnder(unwrap(call.callee), query.file.sourceCode);
  const constructor = made && importedConstructor(made, query);
  return [{ fn, call }, ...(made && constructor ? [{ fn: constructor, call: made }] : [])];
}

/** `new Tokens(session)` of `tokens.save`, where `tokens` is a constant or a field that holds it. */
function instanceUnder(member: TSESTree.Node, sourceCode: TSESLint.SourceCode): TSESTree.NewExpression | null {
  if (member.type !== 'MemberExpression') return null;
  const object = unwrap(member.object);
  const isField = object.type === 'MemberExpression' && unwrap(object.object).type === 'ThisExpression';
  const value = isField ? fieldOf(object, sourceCode)?.value : valueBehind(object, sourceCode);
  return value?.type === 'NewExpression' ? value : null;
}

/** What stands behind an imported name, or behind keys of it. */
function imported(expression: TSESTree.Node, query: Query): ImportedValue | null {
  const way = wayBack(expression, query);
  return way && importedValue(way.root, way.path, query);
}

/** As many names an import may be given on its way here. */
const mostNames = 8;

/** No name leads further down into what is imported: `part.helpers.build`. */
const deepest = 3;

/** From a name back to the import it is of, and the keys down from there: `const { build } = require('./build')`. */
function wayBack(name: TSESTree.Node, { file }: Query): { root: TSESTree.Node; path: readonly string[] } | null {
  let path: string[] = [];
  let root = unwrap(name);
  for (let left = mostNames; left > 0 && path.length <= deepest; left -= 1) {
    for (; root.type === 'MemberExpression'; root = unwrap(root.object)) {
      const key = staticName(root);
      if (key === undefined || path.length >= deepest) return null;
      path.unshift(key);
    }
    const definition = root.type === 'Identifier' ? definitionOf(variableOf(root, file.sourceCode)) : null;
    if (definition?.type !== 'value' || definition.isRest || definition.fallback) return { root, path };
    path = [...definition.path, ...path];
    root = unwrap(definition.init);
  }
  return null;
}

function functionAt({ node, path }: ImportedValue, query: Query): FunctionNode | null {
  const name = path.at(-1);
  const owner = name === undefined ? null : valueAt(node, path.slice(0, -1), query);
  const method = owner && methodAt(owner, name, query.at(owner));
  if (method) return method;
  const value = valueAt(node, path, query);
  if (isFunction(value)) return value;
  return value?.type === 'Identifier' ? functionNamed(value, query.at(value).file.sourceCode) : null;
}

/** The one expression at the end of some keys. */
function valueAt(node: TSESTree.Node, path: readonly string[], query: Query): TSESTree.Node | null {
  if (path.length === 0) return unwrap(node);
  const [only, ...others] = query.at(node).valuesAtPath(node, path);
  return only?.state === 'set' && others.length === 0 ? unwrap(only.node) : null;
}

/** The method of an instance, or a static one of a class. */
function methodAt(owner: TSESTree.Node, name: string | undefined, query: Query): FunctionNode | null {
  const value = valueBehind(owner, query.file.sourceCode);
  if (value.type === 'NewExpression') return memberOf(classOf(value.callee, query), name, false);
  return memberOf(classOf(value, query), name, true);
}

/** A class of the file, or one that it imports itself. */
function classOf(expression: TSESTree.Node, query: Query): ClassNode | null {
  const node = valueBehind(expression, query.file.sourceCode);
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return node;
  return classNamed(node, query.file.sourceCode) ?? importedClass(node, query);
}

function importedClass(name: TSESTree.Node, query: Query): ClassNode | null {
  if (!query.budget.enter()) return null;
  const found = imported(name, query);
  const value = found && valueAt(found.node, found.path, query);
  const made = value && classOf(value, query.at(value));
  query.budget.leave();
  return made;
}
