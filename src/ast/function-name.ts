import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from './functions';
import { staticName } from './static-name';

/**
 * What a function is called where it is written: by itself, its constant, its member or its key; empty where nothing
 * says.
 */
export function functionName(fn: FunctionNode): string {
  if (fn.id) return fn.id.name;
  const { parent } = fn;
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : '';
    case 'AssignmentExpression':
      if (parent.left.type === 'Identifier') return parent.left.name;
      return parent.left.type === 'MemberExpression' ? (staticName(parent.left) ?? '') : '';
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return staticName(parent as TSESTree.Property | TSESTree.MethodDefinition) ?? '';
    default:
      return '';
  }
}
