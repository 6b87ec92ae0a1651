import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { functionNamed, valueBehind } from '../../ast/definition';
import { returnedBy } from '../../ast/functions';
import { unwrap } from '../../ast/unwrap';
import { isFieldNotes } from '../../secrets/names/field-notes';
import type { NameVerdict } from '../../secrets/names/names';
import { classifyName, splitWords } from '../../secrets/names/names';
import { keyOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import type { ValueEvidence } from './value-evidence';
import { isHarmlessValue, isRandomValue, valueEvidence } from './value-evidence';

/** A key of a session that says by its name that it holds a secret. */
export interface SecretKey {
  /** Which of the keys: the secret may be a whole object, `credentials` in `session.credentials.password`. */
  index: number;
  name: string;
  verdict: NameVerdict;
  /**
   * Does the name alone settle it, so that every file comes to the same answer without seeing the values? Only then is
   * the key renamed by a fix.
   */
  isCertain: boolean;
}

/**
 * The secret among the keys that lead to a value: the outermost one whose name settles it, else the outermost one that
 * may be one. Decided by names alone, so that all files of a project agree.
 */
export function secretKeyIn(keys: readonly string[], file: FileContext): SecretKey | null {
  let possible: SecretKey | null = null;
  for (const [index, name] of keys.entries()) {
    const verdict = classifyName(name, file.settings.secretNames);
    if (verdict.class === 'none' || verdict.class === 'transient' || isTransientBelow(keys[index - 1], name)) continue;
    // `errors.password`, and whatever lies below.
    if (keys.slice(0, index).some(isFieldNotes)) break;
    if (!verdict.ambiguous) return { index, name, verdict, isCertain: true };
    possible ??= { index, name, verdict, isCertain: false };
  }
  return possible;
}

/**
 * `csrf: { secret }`: the key above says that it lives for one exchange only. `state` is too common a word to say so.
 */
function isTransientBelow(above: string | undefined, name: string): boolean {
  if (above === undefined || splitWords(above).join(' ') === 'state') return false;
  return classifyName(above).class === 'transient' && classifyName(`${above} ${name}`).class === 'transient';
}

/** Why a written value is a secret. */
export type Secret = { by: 'name'; key: SecretKey } | { by: 'shape' | 'source'; what: string };

/** Is what is written here a secret: by the name it is put under, by its shape, or by where it comes from? */
export function secretOf(keys: readonly string[], value: TSESTree.Node, file: FileContext): Secret | null {
  const key = secretKeyIn(keys, file);
  const isHashKept = key?.verdict.class === 'credential-hash' || /pass|pwd/i.test(key?.name ?? '');
  if (isHarmlessValue(value, file, isHashKept)) return null;
  const literal = unwrap(value);
  if (literal.type === 'ObjectExpression')
    return key?.isCertain && hasSecret(literal, file) ? { by: 'name', key } : null;
  if (key && !key.isCertain && isOwnToken(literal)) return null;
  const evidence = valueEvidence(value, file) ?? tokensBehind(value, file);
  if (key && (key.isCertain || evidence || !isRandomValue(value, file))) return { by: 'name', key };
  if (!evidence) return null;
  if (evidence.by === 'shape') return evidence;
  const name = keys.at(-1) ?? '';
  return isNeutral(name, file) && !speaksOf(name, evidence.what) ? evidence : null;
}

/** `session.token = sessionToken`: what the application itself finds the session by. */
const isOwnToken = (value: TSESTree.Node): boolean =>
  value.type === 'Identifier' && /^session_?token$/i.test(value.name);

/** Does an object hold a secret under one of its own keys, so that it is one as a whole? */
function hasSecret(literal: TSESTree.ObjectExpression, file: FileContext): boolean {
  return literal.properties.some((property) => {
    if (property.type === 'SpreadElement') return true;
    const name = keyOf(property, file);
    return name !== undefined && secretOf([name], property.value, file) !== null;
  });
}

/** `await exchange(code)`, where a function of this file makes an object of tokens. */
function tokensBehind(value: TSESTree.Node, file: FileContext): ValueEvidence | null {
  const call = valueBehind(value, file.sourceCode);
  const fn =
    call.type === 'CallExpression' && call.callee.type === 'Identifier'
      ? functionNamed(call.callee, file.sourceCode)
      : null;
  const isTokens = fn && returnedBy(fn).some((returned) => hasToken(unwrap(returned), file));
  return isTokens
    ? { by: 'source', what: `the tokens that \`${calledName(call as TSESTree.CallExpression)}\` gives` }
    : null;
}

function hasToken(literal: TSESTree.Node, file: FileContext): boolean {
  if (literal.type !== 'ObjectExpression') return false;
  return literal.properties.some((property) => {
    const name = property.type === 'Property' ? keyOf(property, file) : undefined;
    if (property.type !== 'Property' || name === undefined || !/token|secret|key/i.test(name)) return false;
    return secretKeyIn([name], file)?.isCertain === true && !isHarmlessValue(property.value, file);
  });
}

/** Not a value that belongs into a session for the length of a protocol's exchange. */
function isNeutral(name: string, file: FileContext): boolean {
  return classifyName(name, file.settings.secretNames).class === 'none' && !isAllowed(name, file);
}

function isAllowed(name: string, file: FileContext): boolean {
  const words = splitWords(name).join(' ');
  return file.settings.secretNames.allow.some((allowed) => splitWords(allowed).join(' ') === words);
}

/** `apiKeyId = apiKey`: the key names the secret and says that it holds something else of it. */
function speaksOf(name: string, what: string): boolean {
  const words = new Set(splitWords(what.replace(/[^\w$]/g, ' ')));
  const own = splitWords(name);
  return own.some((word) => words.has(word)) && !words.has(own.at(-1) ?? '');
}
