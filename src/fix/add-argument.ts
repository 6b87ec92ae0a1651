import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** The edit that gives a call one more argument: behind the brackets of the last one, before a comma that trails. */
export function addArgument(
  fixer: TSESLint.RuleFixer,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  text: string,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix {
  const close = sourceCode.getLastToken(call);
  const last = close && sourceCode.getTokenBefore(close);
  if (!close || !last || call.arguments.length === 0) {
    const [, end] = call.range;
    return fixer.insertTextBeforeRange([end - 1, end - 1], text);
  }
  return last.value === ',' ? fixer.insertTextAfter(last, ` ${text},`) : fixer.insertTextAfter(last, `, ${text}`);
}
