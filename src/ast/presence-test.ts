import type { TSESTree } from '@typescript-eslint/utils';
import { outermost } from './unwrap';

/**
 * Is only the presence of this value asked for, not the value itself: `if (x)`, `!x`, `Boolean(x)`, `x === undefined`,
 * `x != null`, `x ? a : b`, `x && y`, `typeof x === 'undefined'`? Then anything as present as the value can stand in
 * for it.
 */
export function isPresenceTest(expression: TSESTree.Node): boolean {
  let node = outermost(expression);
  // `x || y` is asked for what `x` is.
  for (; node.parent?.type === 'LogicalExpression'; node = outermost(node.parent)) {
    if (node.parent.operator === '&&' && node.parent.left === node) return true;
  }
  const { parent } = node;
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return parent.test === node;
    case 'UnaryExpression':
      return parent.operator === '!' || (parent.operator === 'typeof' && isComparedTo(parent, isTypeOfAbsent));
    case 'BinaryExpression':
      return isComparedTo(node, isAbsent);
    case 'CallExpression':
      return (
        parent.arguments[0] === node &&
        parent.arguments.length === 1 &&
        parent.callee.type === 'Identifier' &&
        parent.callee.name === 'Boolean'
      );
    default:
      return false;
  }
}

function isComparedTo(node: TSESTree.Node, isWanted: (other: TSESTree.Node) => boolean): boolean {
  const { parent } = node;
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return false;
  return isWanted(parent.left === node ? parent.right : parent.left);
}

const isTypeOfAbsent = (node: TSESTree.Node): boolean => node.type === 'Literal' && node.value === 'undefined';

/** What is written to say that nothing is there any more: also `false`. */
export const isCleared = (node: TSESTree.Node): boolean =>
  isAbsent(node) || (node.type === 'Literal' && node.value === false);

/** A value that means: nothing is there. `null`, `undefined`, `void 0`, `''`. */
export function isAbsent(node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'Literal':
      return node.raw === 'null' || node.value === '';
    case 'Identifier':
      return node.name === 'undefined';
    case 'UnaryExpression':
      return node.operator === 'void';
    case 'TemplateLiteral':
      return node.expressions.length === 0 && node.quasis[0]?.value.raw === '';
    default:
      return false;
  }
}
