import { expect, it } from 'vitest';
import { classifyName } from '../../src/secrets/names/names';
import { referenceKey } from '../../src/ast/reference-key';

const keys: [string, string][] = [
  ['apiKey', 'apiKeyRef'],
  ['token', 'tokenRef'],
  ['api_key', 'api_key_ref'],
  ['api-key', 'api-key-ref'],
  ['API_KEY', 'API_KEY_REF'],
  ['TOKEN', 'TOKEN_REF'],
  ['OAuthToken', 'OAuthTokenRef'],
  ['_secret', '_secretRef'],
  ['oauth.token', 'oauth.token.ref'],
];

it.each(keys)('%s is referred to by %s', (key, reference) => expect(referenceKey(key, 'Ref')).toBe(reference));

it.each(keys)('the reference of %s is no secret', (key) => {
  expect(classifyName(key).class).not.toBe('none');
  expect(classifyName(referenceKey(key, 'Ref')).class).toBe('none');
});

it('a suffix of several words follows the manner of the key', () => {
  expect(referenceKey('api_key', 'VaultId')).toBe('api_key_vault_id');
  expect(referenceKey('API_KEY', 'VaultId')).toBe('API_KEY_VAULT_ID');
  expect(referenceKey('apiKey', 'VaultId')).toBe('apiKeyVaultId');
});
