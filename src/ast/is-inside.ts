import type { TSESTree } from '@typescript-eslint/utils';
import { isSameFile } from './source-of';

/** Does a node stand within another one, or is it the same? */
export const isInside = (node: TSESTree.Node, around: TSESTree.Node): boolean =>
  around.range[0] <= node.range[0] && node.range[1] <= around.range[1] && isSameFile(node, around);
