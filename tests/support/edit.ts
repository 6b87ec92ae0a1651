import * as typescriptParser from '@typescript-eslint/parser';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';

/** Makes an edit of a node. */
type Edit = (
  fixer: TSESLint.RuleFixer,
  node: TSESTree.Node,
  sourceCode: TSESLint.SourceCode,
) => TSESLint.RuleFix | TSESLint.RuleFix[] | null;

/** The text after one edit of the first node of a type; the same text where there is no edit. */
export function edited(text: string, type: string, edit: Edit): string {
  let isDone = false;
  const rule = {
    meta: { fixable: 'code', schema: [] },
    create: (context: TSESLint.RuleContext<string, []>) => ({
      [type](node: TSESTree.Node) {
        if (isDone) return;
        isDone = true;
        context.report({
          node,
          message: 'edit',
          fix: (fixer: TSESLint.RuleFixer) => edit(fixer, node, context.sourceCode),
        } as never);
      },
    }),
  };
  const { output, messages } = new Linter({ configType: 'flat' }).verifyAndFix(
    text,
    {
      files: ['**/*.ts'],
      plugins: { edit: { rules: { edit: rule as never } } },
      rules: { 'edit/edit': 'error' },
      languageOptions: { parser: typescriptParser as never },
    },
    { filename: 'file.ts' },
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${fatal.message} in ${output}`);
  return output;
}
