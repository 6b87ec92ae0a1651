import { describe, expect, it } from 'vitest';
import { isFieldNotes } from '../../../src/secrets/names/field-notes';

describe('isFieldNotes', () => {
  it.each(['errors', 'error', 'formErrors', 'validation_errors', 'messages', 'labels', 'required'])('%s', (name) => {
    expect(isFieldNotes(name)).toBe(true);
  });

  it.each(['user', 'tokens', 'errorToken', 'form', 'old', ''])('not %s', (name) => {
    expect(isFieldNotes(name)).toBe(false);
  });
});
