import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { renameKey } from './rename-key';

/** Types that are as absent in a reference as they are in its value. */
const isNothing = (type: TSESTree.TypeNode): boolean =>
  type.type === 'TSNullKeyword' ||
  type.type === 'TSUndefinedKeyword' ||
  (type.type === 'TSLiteralType' && /^(?:null|undefined)$/.test(textOf(type)));

const textOf = (type: TSESTree.TSLiteralType): string => ('raw' in type.literal ? type.literal.raw : '');

/**
 * The edit that makes a member of a type hold the reference of its secret: `readonly apiKey?: Key | null` →
 * `readonly apiKeyRef?: string | null`. Null where its name cannot be changed, or a comment would be lost.
 */
export function referenceMember(
  node: TSESTree.TSPropertySignature,
  suffix: string,
  sourceCode: TSESLint.SourceCode,
): TSESLint.ReportFixFunction | null {
  const type = node.typeAnnotation?.typeAnnotation;
  const parts = type?.type === 'TSUnionType' ? type.types : type ? [type] : [];
  const values = parts.filter((part) => !isNothing(part));
  const isString = values.length === 0 || (values.length === 1 && values[0]?.type === 'TSStringKeyword');
  if (type && !isString && sourceCode.getCommentsInside(type).length > 0) return null;
  return (fixer) => {
    const renamed = renameKey(fixer, node.key, suffix, sourceCode);
    if (!renamed || !type || isString) return renamed && [renamed];
    const nothing = parts.filter(isNothing).map((part) => sourceCode.getText(part));
    return [renamed, fixer.replaceText(type, ['string', ...nothing].join(' | '))];
  };
}

/** The edit that removes a member with its line; null where a comment would lose what it speaks of. */
export function removeMember(
  node: TSESTree.TypeElement,
  sourceCode: TSESLint.SourceCode,
): TSESLint.ReportFixFunction | null {
  if (sourceCode.getCommentsBefore(node).length > 0 || sourceCode.getCommentsInside(node).length > 0) return null;
  const [from, to] = node.range;
  let before = 0;
  while (/[ \t]/.test(sourceCode.text[from - before - 1] ?? '')) before += 1;
  const after = /^[ \t]*(?:\r?\n)?/.exec(sourceCode.text.slice(to, to + 200))?.[0] ?? '';
  const isLine = after.endsWith('\n') && /(?:^|\n)$/.test(sourceCode.text.slice(0, from - before));
  return (fixer) =>
    fixer.removeRange(isLine ? [from - before, to + after.length] : [from, to + /^[ \t]*/.exec(after)![0].length]);
}
