import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** Index of the first offset that is not below `position`. */
function lowerBound(offsets: readonly number[], position: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The innermost nodes that stand at some offsets of the text. Only the branches that hold an offset are walked, so the
 * cost follows the number of offsets and not the size of the file.
 * @param offsets in ascending order
 */
export function leavesAt(offsets: readonly number[], sourceCode: TSESLint.SourceCode): TSESTree.Node[] {
  const leaves: TSESTree.Node[] = [];
  const holds = (node: TSESTree.Node): boolean => {
    const next = offsets[lowerBound(offsets, node.range[0])];
    return next !== undefined && next < node.range[1];
  };
  const stack: TSESTree.Node[] = [sourceCode.ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const before = stack.length;
    for (const key of sourceCode.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const one of Array.isArray(child) ? child : [child]) {
        if (isNode(one) && holds(one)) stack.push(one);
      }
    }
    if (stack.length === before) leaves.push(node);
  }
  return leaves;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && Array.isArray((value as TSESTree.Node).range);
}
