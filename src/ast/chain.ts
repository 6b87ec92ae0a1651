import type { TSESTree } from '@typescript-eslint/utils';

/** The widest expression with the same value as a member: with its `!`, and with the chain it ends. */
export function wholeRead(member: TSESTree.Node): TSESTree.Node {
  let node = member;
  while (
    node.parent?.type === 'TSNonNullExpression' ||
    (node.parent?.type === 'ChainExpression' && node.parent.expression === node)
  ) {
    node = node.parent;
  }
  return node;
}

/**
 * Would taking this expression out of its optional chain change what a missing link does? `a?.b.c` is undefined without
 * `a`; `(await f(a?.b)).c` throws.
 */
export function isShortCircuited(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'MemberExpression' && parent?.type !== 'CallExpression') return false;
  const goesOn = parent.type === 'MemberExpression' ? parent.object === node : parent.callee === node;
  return goesOn && !parent.optional && hasOptionalLink(node);
}

function hasOptionalLink(node: TSESTree.Node): boolean {
  for (let current = node; ;) {
    if (current.type === 'MemberExpression') {
      if (current.optional) return true;
      current = current.object;
    } else if (current.type === 'CallExpression') {
      if (current.optional) return true;
      current = current.callee;
    } else if (current.type === 'TSNonNullExpression') current = current.expression;
    else return false;
  }
}
