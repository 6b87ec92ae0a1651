import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** Where a node says which file it is of, once files lead to each other: in the node, because it is asked so often. */
const source = Symbol('source');

interface Marked {
  [source]?: TSESLint.SourceCode;
}

/** Has any file led to another one? Most runs ask no further. */
let hasOthers = false;

/** Notes in each node of a file which one that is, and its parent: ESLint sets them only where it lints. */
export function markNodes(sourceCode: TSESLint.SourceCode): void {
  const { ast, visitorKeys } = sourceCode;
  if ((ast as Marked)[source] === sourceCode) return;
  hasOthers = true;
  const stack: TSESTree.Node[] = [ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    (node as Marked)[source] = sourceCode;
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const one of (Array.isArray(child) ? child : [child]) as (TSESTree.Node | null | undefined)[]) {
        if (!one || typeof one.type !== 'string') continue;
        one.parent ??= node;
        stack.push(one);
      }
    }
  }
}

/** The text, tokens and scopes of the file a node stands in; those given where only one file is open. */
export const sourceOf = (node: TSESTree.Node, given: TSESLint.SourceCode): TSESLint.SourceCode =>
  hasOthers ? ((node as Marked)[source] ?? given) : given;

/** Do two nodes stand in one file? */
export const isSameFile = (one: TSESTree.Node, other: TSESTree.Node): boolean =>
  !hasOthers || (one as Marked)[source] === (other as Marked)[source];
