import type { TSESTree } from '@typescript-eslint/utils';

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
 * Does the name of a key stand here, so that it can be changed here: a member's property, the key of a literal, a
 * pattern or a type, a string argument? Not where a constant is named instead, on which others may depend.
 */
export function isKeyWritten(key: TSESTree.Node): boolean {
  if (key.type === 'Identifier') {
    const { parent } = key;
    if (parent.type === 'MemberExpression') return !parent.computed && parent.property === key;
    return (
      (parent.type === 'Property' || parent.type === 'TSPropertySignature') && !parent.computed && parent.key === key
    );
  }
  if (key.type !== 'Literal' || typeof key.value !== 'string') return false;
  // An escape in a key is too rare to be worth getting wrong.
  return key.raw.slice(1, -1) === key.value;
}
