import type { TSESTree } from '@typescript-eslint/utils';

/**
 * May an expression be written twice where it stood once: `req.session`, `ctx.req!.session`, `c.get('session')`? Not
 * what a call makes, which may be another thing the second time, or cost something.
 */
export function isRepeatable(node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'Identifier':
    case 'ThisExpression':
      return true;
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return isRepeatable(node.expression);
    case 'MemberExpression':
      return (!node.computed || /^(?:Literal|Identifier)$/.test(node.property.type)) && isRepeatable(node.object);
    case 'CallExpression':
      return (
        node.callee.type === 'MemberExpression' &&
        node.callee.property.type === 'Identifier' &&
        node.callee.property.name === 'get' &&
        node.arguments.every(({ type }) => type === 'Literal') &&
        isRepeatable(node.callee.object)
      );
    default:
      return false;
  }
}
