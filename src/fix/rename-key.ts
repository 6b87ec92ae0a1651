import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isKeyWritten, referenceKey } from '../ast/reference-key';

/** The edit that renames a key where it is written; null when it stands elsewhere. */
export function renameKey(
  fixer: TSESLint.RuleFixer,
  key: TSESTree.Node,
  suffix: string,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix | null {
  if (!isKeyWritten(key)) return null;
  if (key.type === 'Identifier') return fixer.replaceText(key, referenceKey(key.name, suffix));
  const text = sourceCode.getText(key);
  return fixer.replaceText(key, `${text[0]}${referenceKey(text.slice(1, -1), suffix)}${text[0]}`);
}
