import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { referenceKey } from '../ast/reference-key';

/**
 * The edit that renames a key where it is written: a member's property, a literal's or pattern's key, a string
 * argument. Null when the key stands elsewhere (a constant), where others may depend on it.
 */
export function renameKey(
  fixer: TSESLint.RuleFixer,
  key: TSESTree.Node,
  suffix: string,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix | null {
  if (key.type === 'Identifier') {
    const { parent } = key;
    const isComputed = 'computed' in parent && parent.computed && 'property' in parent && parent.property === key;
    const isName = (parent.type === 'MemberExpression' && !isComputed) || parent.type === 'Property';
    return isName ? fixer.replaceText(key, referenceKey(key.name, suffix)) : null;
  }
  if (key.type !== 'Literal' || typeof key.value !== 'string') return null;
  const text = sourceCode.getText(key);
  const quote = text[0] ?? "'";
  // An escape in a key is too rare to be worth getting wrong.
  return text === `${quote}${key.value}${quote}`
    ? fixer.replaceText(key, `${quote}${referenceKey(key.value, suffix)}${quote}`)
    : null;
}
