import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../../ast/definition';
import { staticString } from '../../ast/static-name';
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
