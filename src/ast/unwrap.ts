import type { TSESTree } from '@typescript-eslint/utils';

/** Nodes that change the type or the timing of what they hold, never the value: `x as T`, `x!`, `x?.y`, `await x`. */
function inner(node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    // Nearly all that is asked about.
    case 'Identifier':
    case 'MemberExpression':
    case 'CallExpression':
    case 'Literal':
      return undefined;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return node.expression;
    case 'AwaitExpression':
      return node.argument;
    case 'SequenceExpression':
      return node.expressions.at(-1);
    default:
      // Some parsers keep parentheses as nodes of their own.
      return (node.type as string) === 'ParenthesizedExpression'
        ? (node as unknown as { expression: TSESTree.Node }).expression
        : undefined;
  }
}

/** The expression below type assertions, `!`, `?.`, `await` and `(0, x)`. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  for (let current = node; ;) {
    const next = inner(current);
    if (!next) return current;
    current = next;
  }
}

/** The outermost node that still is this expression: the reverse of `unwrap`, `await` included only when asked for. */
export function outermost(node: TSESTree.Node, throughAwait = false): TSESTree.Node {
  let current = node;
  while (current.parent && inner(current.parent) === current) {
    if (current.parent.type === 'AwaitExpression' && !throughAwait) break;
    current = current.parent;
  }
  return current;
}

/** The end of the member chain that an expression begins: `a.b.c` of `a`. */
export function endOfChain(start: TSESTree.Node): TSESTree.Node {
  let node = outermost(start);
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = outermost(node.parent);
  return node;
}
