import { splitWords } from './split-words';
import { listed } from '../word-list';

const notes = listed(`
  error, errors, err, errs, message, messages, msg, msgs, warning, warnings, notice, notices, label, labels, hint, hints,
  placeholder, placeholders, title, titles, description, descriptions, rule, rules, validator, validators, validation,
  validations, invalid, missing, required
`);

/**
 * Does a key hold what is said of fields, under the names of the fields: `errors`, `formErrors`, `labels`? Then
 * `errors.password` is a sentence about a password.
 */
export const isFieldNotes = (name: string): boolean => notes.has(splitWords(name).at(-1) ?? '');
