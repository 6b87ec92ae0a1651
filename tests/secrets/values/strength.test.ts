import { describe, expect, it } from 'vitest';
import { weaknessOf } from '../../../src/secrets/values/strength';
import { randomBytes, randomText, seededRandom } from '../random';

const alnum = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function uuid(random: () => number): string {
  const hex = randomBytes(random, 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** The kinds of random value that people generate. */
const kinds: Readonly<Record<string, (random: () => number) => string>> = {
  '32 bytes as hex': (random) => randomBytes(random, 32).toString('hex'),
  '16 bytes as hex': (random) => randomBytes(random, 16).toString('hex'),
  '32 bytes as base64': (random) => randomBytes(random, 32).toString('base64'),
  '24 bytes as base64url': (random) => randomBytes(random, 24).toString('base64url'),
  '32 letters and digits': (random) => randomText(random, alnum, 32),
  '64 printable characters': (random) =>
    randomText(random, Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join(''), 64),
};

describe('weaknessOf random values', () => {
  it.each(Object.keys(kinds))('never reports %s', (kind) => {
    const random = seededRandom(kind);
    for (let index = 0; index < 1_000; index += 1) {
      const value = kinds[kind]?.(random) ?? '';
      expect(weaknessOf(value), value).toBeUndefined();
    }
  });

  it('reports a UUID as a UUID only', () => {
    const random = seededRandom('uuid');
    for (let index = 0; index < 1_000; index += 1) expect(weaknessOf(uuid(random))).toEqual({ reason: 'uuid' });
  });
});

describe('weaknessOf the values of the research', () => {
  it.each([
    ['complex_password_at_least_32_characters_long', 'known'],
    ['a secret with minimum length of 32 characters', 'known'],
    ['averylogphrasebiggerthanthirtytwochars', 'known'],
    ['better-auth-secret-12345678901234567890', 'known'],
    ['replace-this-with-a-long-random-string-please', 'words'],
    ['0123456789abcdef0123456789abcdef', 'pattern'],
    ['change-this-to-a-random-string-in-production', 'words'],
    ['please-change-this-super-secret-session-key!!', 'words'],
    ['this is my very long session secret for development', 'words'],
    ['MY_SUPER_SECRET_SESSION_KEY_FOR_PRODUCTION', 'words'],
    ['your-super-secret-and-very-long-session-key-here-123', 'words'],
  ])('%s: %s', (text, reason) => {
    expect(weaknessOf(text)).toEqual({ reason });
  });

  it('leaves a passphrase of other words to its length', () => {
    expect(weaknessOf('correct horse battery staple')).toEqual({ reason: 'short', length: 28, minimum: 32 });
    expect(weaknessOf('correct horse battery staple onion plum')).toBeUndefined();
  });
});

describe('weaknessOf short values', () => {
  it.each([
    ['Tr0ub4dor&3', undefined, { reason: 'short', length: 11, minimum: 32 }],
    ['9f86d081884c7d659a2feaa0c55ad01', undefined, { reason: 'short', length: 31, minimum: 32 }],
    ['9f86d081884c7d659a2feaa0c55ad015', undefined, undefined],
    ['n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is', undefined, undefined],
    ['n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is', 48, { reason: 'short', length: 32, minimum: 48 }],
    ['n4bQgYhMfWWaL+qg', 16, undefined],
    ['n4bQgYhMfWWaL+q', 16, { reason: 'short', length: 15, minimum: 16 }],
    ['  n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4I  ', undefined, { reason: 'short', length: 31, minimum: 32 }],
    ['x', undefined, { reason: 'short', length: 1, minimum: 32 }],
    ['   ', undefined, { reason: 'short', length: 0, minimum: 32 }],
    ['пароль', undefined, { reason: 'short', length: 6, minimum: 32 }],
  ])('%j with a minimum of %s: %j', (text, minimum, weakness) => {
    expect(weaknessOf(text, minimum)).toEqual(weakness);
  });
});

describe('weaknessOf patterns', () => {
  it.each([
    'z'.repeat(32),
    '-'.repeat(40),
    'q7X'.repeat(12),
    'k9Zt-w2Qx-'.repeat(4),
    `${'k9Ztw2Qx'.repeat(4)}k9Z`,
    '9f86d081884c7d659a2feaa0c55ad015'.repeat(2),
    'abcdefghijklmnopqrstuvwxyz0123456789',
    'abcdefghijklmnopqrstuvwxyz123456',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ-123456',
    '01234567890123456789012345678901',
    '98765432109876543210zyxwvutsrqponmlk',
    'qwertyuiopasdfghjklzxcvbnm1234567890',
    'qwerty-asdfgh-zxcvbn-12345678-qwertz',
    'a'.repeat(5_000),
    '🔑'.repeat(20),
  ])('%s is one', (text) => {
    expect(weaknessOf(text)).toEqual({ reason: 'pattern' });
  });
});

describe('weaknessOf texts of little variety', () => {
  it.each([
    'aababbbabaabbabbbaabababbaabbbabaab',
    '0100110101110001011010011101001011010',
    'xkfxxkffkxkfkxffxkkfxfkxkffxkkxffkxxk',
  ])('%s is one', (text) => {
    expect(weaknessOf(text)).toEqual({ reason: 'low-variety' });
  });
});

describe('weaknessOf odd input', () => {
  it('has nothing to say about the empty text', () => {
    expect(weaknessOf('')).toBeUndefined();
    expect(weaknessOf('', 64)).toBeUndefined();
  });

  it.each(['\ud800'.repeat(40), '\u0000'.repeat(40)])('sees one character over and over in %j', (text) => {
    expect(weaknessOf(text)).toEqual({ reason: 'pattern' });
  });

  it('does not take one word among symbols for a placeholder', () => {
    expect(weaknessOf('!@#$%^&*()secret+{}|:<>?~`[];,/*#@^%&=')).toBeUndefined();
  });

  it('answers at once for a text of any size', () => {
    const text = randomText(seededRandom('long'), `${alnum} \n`, 1_000_000);
    const started = performance.now();
    expect(weaknessOf(text)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('treats __proto__ like any short text', () => {
    expect(weaknessOf('__proto__')).toEqual({ reason: 'short', length: 9, minimum: 32 });
  });
});
