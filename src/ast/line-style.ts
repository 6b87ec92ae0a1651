import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** How the file ends its lines. */
export function lineBreakOf({ text }: TSESLint.SourceCode): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** The blanks before a node that begins its line; undefined for a node that does not. */
export function indentationOf(node: TSESTree.Node, { lines }: TSESLint.SourceCode): string | undefined {
  const before = (lines[node.loc.start.line - 1] ?? '').slice(0, node.loc.start.column);
  return /^\s*$/.test(before) ? before : undefined;
}
