import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import { outermost } from '../../ast/unwrap';

/**
 * The environment variable for a value, named after what it is assigned to: `apiKeyRef = await store(…)` gives
 * `API_KEY`.
 */
export function variableNameFor(call: TSESTree.Node): string {
  const name = targetName(outermost(call, true));
  const words = (name ?? '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .replace(/^_|_$/g, '')
    .toUpperCase();
  const own = words.replace(/_?REF(?:ERENCE)?$/, '');
  return /^[A-Z]/.test(own) ? own : 'SECRET';
}

function targetName(value: TSESTree.Node): string | undefined {
  const { parent } = value;
  if (parent?.type === 'AssignmentExpression' && parent.right === value) {
    if (parent.left.type === 'Identifier') return parent.left.name;
    return parent.left.type === 'MemberExpression' ? staticName(parent.left) : undefined;
  }
  if (parent?.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : undefined;
  return parent?.type === 'Property' ? staticName(parent) : undefined;
}
