import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/**
 * The innermost nodes that stand at some offsets of the text. Only the branches that hold an offset are walked, so the
 * cost follows the number of offsets and not the size of the file.
 * @param offsets in ascending order
 */
export function leavesAt(offsets: readonly number[], sourceCode: TSESLint.SourceCode): TSESTree.Node[] {
  const { visitorKeys } = sourceCode;
  const leaves: TSESTree.Node[] = [];
  const stack: TSESTree.Node[] = [sourceCode.ast];
  // Of each node on the stack, the first of its offsets: the search for those of its children begins there.
  const firsts: number[] = [0];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const first = firsts.pop() as number;
    const before = stack.length;
    const end = node.range[1];
    // What stands in one child of these stands in none of the others; of `{ a }`, key and value are in one place.
    const isOnly = first + 1 >= offsets.length || (offsets[first + 1] as number) >= end;
    const isDone = isOnly && isApart(node);
    children: for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>)[
        key
      ];
      if (!child) continue;
      if (!Array.isArray(child)) {
        const at = offsetIn(child, offsets, first);
        if (at >= 0) {
          stack.push(child);
          firsts.push(at);
          if (isDone) break;
        }
        continue;
      }
      let next = first;
      for (const one of child) {
        // Nothing that is left over for this child or the ones behind it.
        if (next >= offsets.length || (offsets[next] as number) >= end) break;
        if (!one) continue;
        const at = offsetIn(one, offsets, next);
        if (at < 0) continue;
        stack.push(one);
        firsts.push(at);
        if (isDone) break children;
        next = at;
      }
    }
    if (stack.length === before) leaves.push(node);
  }
  return leaves;
}

/** Do the children of a node stand side by side? Said of the usual nodes of JavaScript only. */
function isApart({ type }: TSESTree.Node): boolean {
  switch (type) {
    case 'MemberExpression':
    case 'CallExpression':
    case 'AssignmentExpression':
    case 'ArrowFunctionExpression':
    case 'BlockStatement':
    case 'IfStatement':
    case 'LogicalExpression':
    case 'ObjectExpression':
    case 'TryStatement':
    case 'VariableDeclaration':
    case 'VariableDeclarator':
      return true;
    default:
      return false;
  }
}

/** Index of the first offset inside a node, from a given index on; -1 when there is none. */
function offsetIn({ range }: TSESTree.Node, offsets: readonly number[], from: number): number {
  if (!range) return -1;
  const [start, end] = range;
  let at = from;
  while (at < offsets.length && (offsets[at] as number) < start) at += 1;
  return at < offsets.length && (offsets[at] as number) < end ? at : -1;
}
