import type { TSESTree } from '@typescript-eslint/utils';

/** Does a node stand within another one, or is it the same? */
export const isInside = ({ range: [from, to] }: TSESTree.Node, { range }: TSESTree.Node): boolean =>
  range[0] <= from && to <= range[1];
