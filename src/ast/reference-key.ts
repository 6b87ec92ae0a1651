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
