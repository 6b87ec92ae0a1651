import { describe, expect, it } from 'vitest';
import { isMask, isPlaceholder, isPlaceholderPassword } from '../../../src/secrets/values/placeholder';
import { randomText, seededRandom } from '../random';

describe('isPlaceholder', () => {
  it.each([
    'your_api_key_here',
    'sk_live_xxxxxxxx',
    'sk-xxxx-xxxx',
    '<your-key>',
    '${API_KEY}',
    '{{ apiKey }}',
    'abc...xyz',
    '****',
    'EXAMPLE',
    'ghp_placeholder',
    'changeme',
    'REDACTED',
    'replace_me',
    'insert-key',
  ])('%j is one', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each(['', 'abc123xyz', 'sk_live_abc123xyz', 'xoxb', 'yours', '**'])('%j is none', (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });

  it('does not meet random keys', () => {
    const random = seededRandom('placeholder');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
    for (let index = 0; index < 5_000; index += 1) expect(isPlaceholder(randomText(random, alphabet, 60))).toBe(false);
  });
});

describe('isPlaceholderPassword', () => {
  it.each([
    ['password', 'user'],
    ['postgres', 'postgres'],
    ['app', 'app'],
    ['App_1', 'app1'],
    ['pass', 'user'],
    ['my-password', 'me'],
    ['changeme123', 'admin'],
    ['${PASSWORD}', 'u'],
    ['$PASSWORD', 'u'],
    ['%PASSWORD%', 'u'],
    ['{password}', 'u'],
    ['<password>', 'u'],
    ['[password]', 'u'],
    [':password', 'u'],
    ['****', 'u'],
    ['...', 'u'],
    ['xyz', 'abc'],
    ['', ''],
    ['x-oauth-basic', 'git'],
    ['guest', 'guest'],
    ['minioadmin', 'minio'],
  ])('%j of %j is one', (password, user) => {
    expect(isPlaceholderPassword(password, user)).toBe(true);
  });

  it.each(['q7Xw93-kT', 'p%40ssZ9rk', 'Xk9#mP2$vL', 'blue-Harbour-41', '0aF9'])('%j is none', (password) => {
    expect(isPlaceholderPassword(password, 'app')).toBe(false);
    expect(isPlaceholderPassword(password)).toBe(false);
  });
});

describe('isMask', () => {
  it.each([
    '***',
    '********',
    '••••••',
    'xxxxx',
    'XXXX-XXXX',
    '[REDACTED]',
    '<hidden>',
    '(masked)',
    '{filtered}',
    '***FILTERED***',
    '__removed__',
    ' [redacted] ',
    '...',
  ])('%j is one', (value) => expect(isMask(value)).toBe(true));

  it.each([
    '',
    '**',
    'xy',
    'abc123xyz',
    'redacted',
    '<token>',
    '[REDACTED',
    '[REDACTED] x',
    'sk_live_****1234',
    '*'.repeat(65),
    '[secret]',
    'hidden-Harbour-41',
  ])('%j is none', (value) => expect(isMask(value)).toBe(false));
});
