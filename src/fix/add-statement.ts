import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { indentationOf, lineBreakOf } from '../ast/line-style';

/**
 * The edit that adds a statement on the line below another one, with its indentation, quotes and semicolon; null where
 * the other is not alone on its lines.
 * @param text the statement, with single quotes and a semicolon
 */
export function addStatement(
  after: TSESTree.Node,
  text: string,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportFixFunction | null {
  const indentation = indentationOf(after, sourceCode);
  const rest = sourceCode.lines[after.loc.end.line - 1]?.slice(after.loc.end.column) ?? '';
  if (indentation === undefined || !/^\s*(?:\/\/|$)/.test(rest)) return null;
  const hasSemicolon = sourceCode.getLastToken(after)?.value === ';';
  const usesDouble = sourceCode.ast.tokens?.find(({ type }) => type === ('String' as never))?.value.startsWith('"');
  const quoted = usesDouble ? text.replaceAll("'", '"') : text;
  const line = hasSemicolon ? quoted : quoted.replace(/;$/, '');
  const end = after.range[1] + rest.length;
  return (fixer) => fixer.insertTextAfterRange([end, end], lineBreakOf(sourceCode) + indentation + line);
}
