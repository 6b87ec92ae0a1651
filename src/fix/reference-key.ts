import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/**
 * The key under which the reference to a secret is kept, in the manner the secret's own key is written:
 * `apiKey` → `apiKeyRef`, `api_key` → `api_key_ref`, `api-key` → `api-key-ref`, `API_KEY` → `API_KEY_REF`.
 * @param suffix in camel case, as the settings have it
 */
export function referenceKey(key: string, suffix: string): string {
  const separator = /[a-z\d]([-_.])[a-z\d]/i.exec(key)?.[1];
  if (separator === undefined) return /^[A-Z]+$/.test(key) ? `${key}_${suffix.toUpperCase()}` : `${key}${suffix}`;
  const words = suffix.replace(/(?<=[a-z\d])(?=[A-Z])/g, separator);
  return `${key}${separator}${/[a-z]/.test(key) ? words.toLowerCase() : words.toUpperCase()}`;
}

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
