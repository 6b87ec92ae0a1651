import { describe, expect, it } from 'vitest';
import { normalForm } from '../../../src/secrets/values/normal-form';

describe('normalForm', () => {
  it.each([
    ['My-Secret', 'mysecret'],
    ['my secret', 'mysecret'],
    ["it's a secret!", 'itsasecret'],
    ['node.js', 'nodejs'],
    ['', ''],
    ['---', ''],
    ['пароль 1', '1'],
    ['\ud800x', 'x'],
  ])('%j becomes %j', (text, form) => {
    expect(normalForm(text)).toBe(form);
  });
});
