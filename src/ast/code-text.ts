import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** The code of a node without what stands in comments and in strings: words there are no evidence of what it does. */
export function codeText(node: TSESTree.Node, sourceCode: TSESLint.SourceCode): string {
  let before = '';
  const words = sourceCode.getTokens(node).map(({ type, value }) => {
    // A key in brackets is code: `req['session']`.
    const isText =
      ((type as string) === 'String' && before !== '[') ||
      (type as string) === 'JSXText' ||
      (type as string) === 'Template';
    before = value;
    return isText ? '""' : value;
  });
  return words.join(' ').replace(/ ?(\??\.) ?/g, '$1');
}
