import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledFunction } from '../../ast/callers';
import { definitionOf, functionNamed, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isFunction } from '../../ast/functions';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { isRequire } from '../file/origin';
import { exportedBy } from '../project/project';
import type { Query } from './query';

/** What an expression of one file has from another one. */
export interface ImportedValue {
  node: TSESTree.Node;
  /** Keys from the value of that expression down to the one in question. */
  path: readonly string[];
  /** The name it is imported by; undefined for `require('./options')` on the spot. */
  variable: TSESLint.Scope.Variable | undefined;
}

/**
 * The expression of another file that an import of this one stands for; null for all that is no import, and where the
 * other file is not there, is no file of the project, or does not export it.
 * @param path keys below the imported value, which may be names of what is exported: `config.session` of `* as config`
 */
export function importedValue(node: TSESTree.Node, path: readonly string[], query: Query): ImportedValue | null {
  const { file } = query;
  if (!file.others) return null;
  if (node.type === 'Identifier') {
    const variable = variableOf(node, file.sourceCode);
    const definition = definitionOf(variable);
    if (!variable || definition?.type !== 'import') return null;
    const isDefault = variable.defs[0]?.node.type === ('ImportDefaultSpecifier' as never);
    const exported = exportedBy(definition.module, [...definition.path, ...path], file, isDefault);
    return exported && { node: exported.node, path: exported.path, variable };
  }
  const specifier = specifierOf(node, query);
  const exported = specifier === undefined ? null : exportedBy(specifier, path, file);
  return exported && { node: exported.node, path: exported.path, variable: undefined };
}

function specifierOf(node: TSESTree.Node, { file }: Query): string | undefined {
  if (node.type === 'ImportExpression') return staticString(node.source);
  if (node.type !== 'CallExpression' || node.arguments.length !== 1) return undefined;
  const specifier = staticString(node.arguments[0]);
  return specifier !== undefined && isRequire(node.callee, file.sourceCode) ? specifier : undefined;
}

/** The function of another file that a callee is: `build`, `helpers.build`, `require('./build')`; not a generator. */
export function importedFunction(callee: TSESTree.Node, query: Query): FunctionNode | null {
  if (!query.file.others) return null;
  const path: string[] = [];
  let root = unwrap(callee);
  for (; root.type === 'MemberExpression'; root = unwrap(root.object)) {
    const name = staticName(root);
    if (name === undefined || path.length > 2) return null;
    path.unshift(name);
  }
  const imported = importedValue(root, path, query);
  if (!imported) return null;
  const fn = functionAt(imported, query);
  return fn?.generator ? null : fn;
}

function functionAt({ node, path }: ImportedValue, query: Query): FunctionNode | null {
  const other = query.at(node);
  const outcomes = path.length > 0 ? other.valuesAtPath(node, path) : [];
  const [only] = outcomes;
  const value = path.length === 0 ? unwrap(node) : outcomes.length === 1 && only?.state === 'set' ? only.node : null;
  if (!value) return null;
  if (isFunction(value)) return value;
  return value.type === 'Identifier' ? functionNamed(value, query.at(value).file.sourceCode) : null;
}

/** The one function that a call calls, of this file or of another one it imports it from. */
export const functionCalledBy = (call: TSESTree.CallExpression, query: Query): FunctionNode | null =>
  calledFunction(call, query.file.sourceCode) ?? importedFunction(call.callee, query);
