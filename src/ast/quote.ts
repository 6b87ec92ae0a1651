import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** A string as the code around a node would write it: in the quotes of its own strings, or of the file's first one. */
export function quoted(text: string, near: TSESTree.Node, sourceCode: TSESLint.SourceCode): string {
  const isString = (token: TSESTree.Token): boolean => (token.type as string) === 'String' && /^['"]/.test(token.value);
  const model =
    sourceCode.getFirstToken(near, { filter: isString, includeComments: false }) ??
    sourceCode.ast.tokens?.find(isString);
  const quote = model?.value[0] ?? "'";
  return `${quote}${text}${quote}`;
}
