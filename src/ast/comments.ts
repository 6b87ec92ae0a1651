import type { TSESLint } from '@typescript-eslint/utils';

/** Is there a comment in this part of the text, which would be lost with it? */
export const hasCommentIn = (
  [from, to]: readonly [number, number],
  sourceCode: Readonly<TSESLint.SourceCode>,
): boolean => sourceCode.getAllComments().some(({ range }) => range[0] >= from && range[1] <= to);
