import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './definition';
import { staticName } from './static-name';
import { outermost } from './unwrap';

const mutating = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/;

/**
 * Is the object that an expression gives changed in place, here or under the name it is given: `list.sort()`,
 * `const user = session.user; user.name = 'x'`? Of a copy nobody would hear of the change.
 */
export function isChangedInPlace(expression: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  const node = outermost(expression, true);
  if (isTargetOfChange(node)) return true;
  const { parent } = node;
  const name = parent?.type === 'VariableDeclarator' && parent.init === node ? parent.id : undefined;
  return name?.type === 'Identifier' && isNameOfChanged(name, sourceCode);
}

/** Is what a name holds changed in place under this name? */
export function isNameOfChanged(name: TSESTree.Identifier, sourceCode: TSESLint.SourceCode): boolean {
  const references = variableOf(name, sourceCode)?.references ?? [];
  return references.some(({ identifier }) => isTargetOfChange(outermost(identifier as TSESTree.Node)));
}

/** `x.a = 1`, `delete x.a.b`, `x.a += 1`, `x.push(1)`. */
export function isTargetOfChange(start: TSESTree.Node): boolean {
  let node = start;
  let name: string | undefined;
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) {
    name = staticName(node.parent);
    node = outermost(node.parent);
  }
  const { parent } = node;
  if (node === start || !parent) return false;
  switch (parent.type) {
    case 'AssignmentExpression':
      return parent.left === node;
    case 'UpdateExpression':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'CallExpression':
      return parent.callee === node && mutating.test(name ?? '');
    default:
      return false;
  }
}
