import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** The code of a number of seconds in milliseconds, or the other way round, as it would be written by hand. */
export function inOtherUnit(node: TSESTree.Expression, to: 'ms' | 's', sourceCode: TSESLint.SourceCode): string {
  const text = sourceCode.getText(node);
  const isProduct = node.type === 'BinaryExpression' && node.operator === '*';
  // What was divided by hand is left as it was.
  const isDivided = node.type === 'BinaryExpression' && node.operator === '/' && isThousand(node.right);
  if (to === 'ms' && isDivided) return sourceCode.getText(node.left);
  if (to === 'ms') return isProduct || isSimple(node) ? `${text} * 1000` : `(${text}) * 1000`;
  if (node.type === 'Literal' && typeof node.value === 'number') return String(node.value / 1000);
  if (isProduct && isThousand(node.right)) return sourceCode.getText(node.left);
  if (isProduct && isThousand(node.left)) return sourceCode.getText(node.right);
  return isProduct || isSimple(node) ? `${text} / 1000` : `(${text}) / 1000`;
}

const isThousand = (node: TSESTree.Node): boolean => node.type === 'Literal' && node.value === 1000;

const isSimple = ({ type }: TSESTree.Expression): boolean =>
  type === 'Literal' || type === 'Identifier' || type === 'MemberExpression' || type === 'CallExpression';
