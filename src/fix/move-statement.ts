import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { indentationOf, lineBreakOf } from '../ast/line-style';

/**
 * The edit that moves a statement with its line to the line before another one; null where a comment stands by it, or
 * something else on its lines.
 */
export function moveStatement(
  moved: TSESTree.Node,
  before: TSESTree.Node,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportFixFunction | null {
  const { lines, text } = sourceCode;
  const isAlone = [moved, before].every((node) => indentationOf(node, sourceCode) !== undefined);
  const rest = lines[moved.loc.end.line - 1]?.slice(moved.loc.end.column) ?? '';
  const previous = sourceCode.getTokenBefore(moved, { includeComments: true });
  const hasComment =
    previous !== null && /^(?:Line|Block)$/.test(previous.type) && previous.loc.end.line >= moved.loc.start.line - 1;
  if (!isAlone || rest.trim() !== '' || hasComment) return null;
  const eol = lineBreakOf(sourceCode);
  const start = moved.range[0] - moved.loc.start.column;
  const end = moved.range[1] + rest.length;
  const lineEnd = text.startsWith(eol, end) ? end + eol.length : end;
  const indentation = indentationOf(before, sourceCode) ?? '';
  return (fixer) => [
    fixer.insertTextBefore(before, sourceCode.getText(moved) + eol + indentation),
    fixer.removeRange([start, lineEnd]),
  ];
}
