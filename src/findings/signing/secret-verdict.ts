import type { TSESTree } from '@typescript-eslint/utils';
import { argumentAt } from '../../ast/callers';
import { definitionOf, variableOf } from '../../ast/definition';
import { isInside } from '../../ast/is-inside';
import { staticName } from '../../ast/static-name';
import type { SecretFact } from '../../libraries/types';
import type { Weakness } from '../../secrets/values/strength';
import { weaknessOf } from '../../secrets/values/strength';
import { functionBehind } from '../../model/dataflow/predecessors';
import type { PossibleValue } from '../../model/dataflow/query';
import { Budget } from '../../model/dataflow/query';
import { constantOf, possibleValuesOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import type { GuessCause, Guessable } from './predictable-value';
import { enoughBits, guessableOf } from './predictable-value';
import type { Change, Composition } from './composition';
import { compositionOf } from './composition';
import { defaultIn, throwsInProduction } from './getter-default';

/** How a text can be guessed, in the words of messages. */
export type TextCause = Exclude<Weakness['reason'], 'low-variety'> | 'lowVariety';

/** What is wrong with a value as a signing secret. */
export type SecretVerdict =
  /** It is in the source, and whoever has not read that cannot guess it. */
  | { cause: 'hardcoded' }
  /** A text that can be guessed. */
  | { cause: TextCause; length: number; minimum: number }
  /** A fast digest of a text that can be guessed. */
  | { cause: 'hashed' }
  | { cause: GuessCause; what: string; bits: number };

/** One value a signing secret may have, with what is wrong with it. */
export interface JudgedValue {
  /** The literal, or the expression that makes the value: what to report, and what to replace. */
  node: TSESTree.Expression;
  /** True when it is taken where something else has no value. */
  isFallback: boolean;
  verdict: SecretVerdict;
  /** The value itself, where the source says it; for judging, never for showing. */
  text?: string;
}

/** A text in the source, or something made at run time that can be guessed in part; null when nobody knows. */
type Value = Text | Guessable | null;

interface Text {
  text: string;
  isHashed?: boolean;
  isStretched?: boolean;
}

/** What a library's fact says of the secret it takes. */
type Wanted = Pick<SecretFact, 'minLength' | 'encoding'>;

interface Piece {
  node: TSESTree.Expression;
  isFallback: boolean;
  value: Value;
}

/** Deeper expressions, and more combinations, than anybody writes. */
const deepest = 12;
const mostPieces = 24;

/** What is wrong with each value an expression may bring to the place of a secret; nothing where nobody knows. */
export function verdictsOn(node: TSESTree.Node, file: FileContext, fact: Wanted = {}): JudgedValue[] {
  return elementsOf(node, file).flatMap((one) =>
    piecesOf(one, file, { depth: 0, calls: [], budget: new Budget() }).flatMap(({ value, ...rest }) => {
      const verdict = value && ('text' in value ? verdictOnText(value, fact) : verdictOnGuess(value));
      return verdict ? [{ ...rest, verdict, ...(value && 'text' in value ? { text: value.text } : {}) }] : [];
    }),
  );
}

/** Lists that are spread into another, and secrets with an id, are one expression here; each is judged by itself. */
function elementsOf(node: TSESTree.Node, file: FileContext): TSESTree.Node[] {
  const sources = possibleValuesOf(node, file);
  const elements = sources.flatMap(({ node: source }): TSESTree.Node[] => {
    if (source.type === 'ArrayExpression') {
      return source.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? [one] : []));
    }
    return source.type === 'ObjectExpression' ? identified(source) : [];
  });
  return sources.some((source) => /^(?:Array|Object)Expression$/.test(source.node.type)) ? elements : [node];
}

/** `{ id: 1, password: 'x' }`. */
const identified = (object: TSESTree.ObjectExpression): TSESTree.Node[] =>
  object.properties.flatMap((one) =>
    one.type === 'Property' && /^(?:password|secret|value)$/.test(staticName(one) ?? '') ? [one.value] : [],
  );

function verdictOnText({ text, isHashed, isStretched }: Text, fact: Wanted): SecretVerdict | null {
  if (text === '') return null;
  const weakness = isStretched ? null : weaknessOf(text, fact.minLength);
  if (!weakness) return { cause: 'hardcoded' };
  const { reason, length = text.length, minimum = 0 } = weakness;
  const cause = reason === 'low-variety' ? 'lowVariety' : reason;
  // What is decoded before use has the length the library wants, and says nothing as a text.
  if (fact.encoding && !/^(?:known|pattern|lowVariety)$/.test(cause)) return { cause: 'hardcoded' };
  return isHashed ? { cause: 'hashed' } : { cause, length, minimum };
}

const verdictOnGuess = ({ cause, what, bits }: Guessable): SecretVerdict | null =>
  bits < enoughBits ? { cause, what, bits } : null;

/** How an expression was come by: how deep it lies, and the calls of this file's functions that gave it. */
interface Way {
  depth: number;
  calls: readonly TSESTree.CallExpression[];
  budget: Budget;
}

function piecesOf(expression: TSESTree.Node, file: FileContext, { depth, calls, budget }: Way): Piece[] {
  if (depth > deepest || budget.isSpent()) return [];
  const fallback = defaultIn(expression, file);
  if (fallback) return asFallbacks(piecesOf(fallback, file, { depth: depth + 1, calls, budget }));
  return possibleValuesOf(expression, file)
    .filter((source) => !isNeverTaken(source, file))
    .slice(0, mostPieces)
    .flatMap((source) => {
      const way = { depth, calls: source.calls ? [...calls, ...source.calls] : calls, budget };
      const pieces = piecesAt(source.node, file, way);
      return source.isFallback ? asFallbacks(pieces) : pieces;
    });
}

/** What a reader is to take without a setting, where it stops the program instead. */
const isNeverTaken = ({ node, calls = [] }: PossibleValue, file: FileContext): boolean =>
  calls.some(({ callee }) => {
    const fn = functionBehind(callee, file);
    return fn !== null && !isInside(node, fn) && throwsInProduction(fn, file);
  });

const asFallbacks = (pieces: readonly Piece[]): Piece[] => pieces.map((piece) => ({ ...piece, isFallback: true }));

function piecesAt(node: TSESTree.Expression, file: FileContext, way: Way): Piece[] {
  const whole = (value: Value): Piece[] => [{ node, isFallback: false, value }];
  const constant = constantOf(node, file);
  if (constant && node.type !== 'CallExpression') return whole(textOf(constant.value));
  const guessable = guessableOf(node, file);
  if (guessable) return whole(guessable);
  const given = node.type === 'Identifier' ? givenFor(node, way.calls, file) : null;
  if (given) return piecesOf(given, file, { ...way, depth: way.depth + 1 });
  if (defaultIn(node, file)) return piecesOf(node, file, { ...way, depth: way.depth + 1 });
  const composition = compositionOf(node, file);
  return composition ? composed(node, composition, file, way) : whole(textOf(constant?.value));
}

/** What a call on the way here hands to the parameter that a name is: `secretOf(process.cwd())` for `folder`. */
function givenFor(name: TSESTree.Identifier, calls: Way['calls'], file: FileContext): TSESTree.Expression | null {
  const definition = calls.length > 0 ? definitionOf(variableOf(name, file.sourceCode)) : null;
  if (definition?.type !== 'parameter' || definition.path.length > 0 || definition.isRest) return null;
  if (throwsInProduction(definition.fn, file)) return null;
  const call = [...calls].reverse().find(({ callee }) => functionBehind(callee, file) === definition.fn);
  return call ? argumentAt(call, definition.index) : null;
}

const textOf = (value: unknown): Value =>
  typeof value === 'string' || typeof value === 'number' ? { text: String(value) } : null;

/**
 * Puts the operands together again. At most one of them may have several values (`'v1:' + (process.env.S || 'dev')`):
 * then each of them is judged by itself, and reported where it is written.
 */
function composed(node: TSESTree.Expression, composition: Composition, file: FileContext, way: Way): Piece[] {
  const choices = composition.operands.map((operand) =>
    operand.type === 'TemplateElement'
      ? [{ node, isFallback: false, value: { text: operand.value.cooked ?? '' } }]
      : piecesOf(operand, file, { ...way, depth: way.depth + 1 }),
  );
  const open = choices.filter((pieces) => pieces.length !== 1);
  if (open.length > 1 || open[0]?.length === 0) return [];
  const several = open[0] ?? (composition.isWrapper ? choices[0] : undefined);
  return (several ?? [undefined]).map((chosen) => {
    const values = choices.map((pieces) => (chosen && pieces === several ? chosen.value : (pieces[0]?.value ?? null)));
    const value = changed(joined(values), composition);
    // A literal keeps its place and is decoded or hashed there as before; a generator is replaced with all around it.
    const isKept = chosen && (chosen.value === null || 'text' in chosen.value || open.length > 0);
    return { node: isKept ? chosen.node : node, isFallback: chosen?.isFallback ?? false, value };
  });
}

function joined(values: readonly Value[]): Value {
  const known = values.filter((value) => value !== null);
  // One part that nobody knows makes all of it unknown.
  if (known.length < values.length) return null;
  const guesses = known.filter((value): value is Guessable => !('text' in value));
  const [first] = guesses;
  if (!first) {
    const texts = known as Text[];
    return {
      text: texts.map(({ text }) => text).join(''),
      isHashed: texts.some(({ isHashed }) => isHashed),
      isStretched: texts.some(({ isStretched }) => isStretched),
    };
  }
  const hardest = guesses.reduce((one, other) => (other.bits > one.bits ? other : one), first);
  return { ...hardest, bits: guesses.reduce((sum, { bits }) => sum + bits, 0) };
}

function changed(value: Value, { change, isHashed, isStretched }: Composition): Value {
  if (!value) return null;
  if (!('text' in value)) return change ? cutShort(value, change) : value;
  return {
    text: change ? rewritten(value.text, change) : value.text,
    isHashed: value.isHashed || isHashed || false,
    isStretched: value.isStretched || isStretched || false,
  };
}

/** `randomBytes(32).toString('hex').slice(0, 8)` has as many random bits as eight hexadecimal digits. */
function cutShort(value: Guessable, { method, args }: Change): Guessable {
  const { bits, bitsPerUnit } = value;
  if (method === 'toString') {
    const perUnit = args[0] === 'hex' ? 4 : /^base64/.test(String(args[0])) ? 6 : undefined;
    const { bitsPerUnit: _, ...rest } = value;
    return perUnit ? { ...rest, bitsPerUnit: perUnit } : rest;
  }
  if (!/^(?:slice|substring|substr|subarray)$/.test(method) || bitsPerUnit === undefined) return value;
  const [from, to] = args;
  if (typeof from !== 'number' || typeof to !== 'number' || from < 0 || to < 0) return value;
  const units = method === 'substr' ? to : to - from;
  return units >= 0 ? { ...value, bits: Math.min(bits, units * bitsPerUnit) } : value;
}

/** Longer texts than this are not made by hand. */
const longest = 4096;

const rewriting = /^(?:slice|substring|substr|padStart|padEnd|repeat|trim(?:Start|End)?|to(?:Lower|Upper)Case)$/;

/** What a method of strings makes of a text; the text itself where that cannot be told. */
function rewritten(text: string, { method, args }: Change): string {
  if (method === 'decode') return decoded(text, args[0]);
  const isShort = (one: unknown): boolean => typeof one === 'number' && one >= 0 && one * text.length < longest;
  if (!rewriting.test(method) || !args.every((one) => typeof one === 'string' || isShort(one))) return text;
  const methods = text as unknown as Record<string, (...given: readonly unknown[]) => unknown>;
  const result = methods[method]?.(...args);
  return typeof result === 'string' ? result : text;
}

/** What a text says once it is decoded, when that is a text again; random bytes are judged by how they are written. */
function decoded(text: string, encoding: unknown): string {
  const plain = Buffer.from(text, encoding === 'hex' ? 'hex' : 'base64').toString('latin1');
  return /^[ -~]+$/.test(plain) ? plain : text;
}
