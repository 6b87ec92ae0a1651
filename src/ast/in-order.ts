import type { TSESTree } from '@typescript-eslint/utils';

/** Nodes in the order of the text, outer ones first. */
export function inOrder<T extends TSESTree.Node>(nodes: Iterable<T>): T[] {
  const list = [...nodes];
  if (list.length < 2) return list;
  // Each range is looked at once, however often it is compared.
  const placed = list.map((node) => ({ node, from: node.range[0], to: node.range[1] }));
  return placed.sort((a, b) => a.from - b.from || b.to - a.to).map(({ node }) => node);
}
