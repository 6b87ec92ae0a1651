import { inspect } from 'node:util';

/** What a value has to look like. Shapes are data; `problemIn` walks them. */
export type Shape = LeafShape | ListShape | ObjectShape | VariantShape;

export interface LeafShape {
  expected: string;
  accepts: (value: unknown) => boolean;
}

export interface ListShape {
  expected: string;
  listOf: Shape;
}

export interface ObjectShape {
  expected: string;
  fields: Readonly<Record<string, Shape | OptionalShape>>;
  /** A literal that may stand in place of the object. */
  or?: LeafShape;
}

/** Several kinds of object, told apart by one key of theirs. */
export interface VariantShape {
  expected: string;
  key: string;
  variants: Readonly<Record<string, ObjectShape>>;
}

export interface OptionalShape {
  optional: Shape;
}

/** Lets the compiler compare a shape with its type: no key missing, unknown, or required where it is optional. */
type Fields<T> = { readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? OptionalShape : Shape };

export const leaf = (expected: string, accepts: (value: unknown) => boolean): LeafShape => ({ expected, accepts });
export const list = (listOf: Shape): ListShape => ({ expected: `a list, each item ${listOf.expected}`, listOf });
export const optional = (shape: Shape): OptionalShape => ({ optional: shape });
export const object = <T>(expected: string, fields: Fields<T>): ObjectShape => ({ expected, fields });
export const oneOf = (...values: readonly (string | number | boolean)[]): LeafShape =>
  leaf(values.map((value) => JSON.stringify(value)).join(' or '), (value) => values.some((one) => one === value));
export const matching = (expected: string, pattern: RegExp): LeafShape =>
  leaf(expected, (value) => typeof value === 'string' && pattern.test(value));

/** What is wrong with a value, as `where: what; expected …`; the first problem only. */
export function problemIn(value: unknown, shape: Shape, where: string): string | undefined {
  const wrong = (): string => `${where}: got ${shown(value)}; expected ${shape.expected}`;

  if ('accepts' in shape) return shape.accepts(value) ? undefined : wrong();

  if ('listOf' in shape) {
    if (!Array.isArray(value)) return wrong();
    return firstOf(value.entries(), ([position, item]) => problemIn(item, shape.listOf, `${where}[${position}]`));
  }

  if ('fields' in shape && shape.or?.accepts(value)) return undefined;
  if (!isRecord(value)) return wrong();

  if ('variants' in shape) {
    const name = value[shape.key];
    const variant = typeof name === 'string' && Object.hasOwn(shape.variants, name) ? shape.variants[name] : undefined;
    if (variant) return problemIn(value, variant, where);
    const said = Object.hasOwn(value, shape.key) ? `got ${shown(name)}` : `missing in ${shown(value)}`;
    return `${where}.${shape.key}: ${said}; expected one of ${quoted(Object.keys(shape.variants))}`;
  }

  const unknown = Object.keys(value).find((name) => !Object.hasOwn(shape.fields, name));
  if (unknown !== undefined) return unknownKey(unknown, where, Object.keys(shape.fields));
  return firstOf(Object.entries(shape.fields), ([name, field]) => problemInField(value, name, field, where));
}

function problemInField(owner: Record<string, unknown>, name: string, field: Shape | OptionalShape, where: string) {
  let value: unknown;
  try {
    value = owner[name];
  } catch (error) {
    return `${below(where, name)}: cannot be read (${saidBy(error)})`;
  }
  const isOptional = 'optional' in field;
  const shape = isOptional ? field.optional : field;
  if (value !== undefined) return problemIn(value, shape, below(where, name));
  return isOptional ? undefined : `${below(where, name)}: missing in ${shown(owner)}; expected ${shape.expected}`;
}

function unknownKey(name: string, where: string, known: readonly string[]): string {
  const near = known.find((one) => plain(one) === plain(name)) ?? known.find((one) => isNear(plain(one), plain(name)));
  const hint = near === undefined ? '' : ` (did you mean '${near}'?)`;
  return `${below(where, name)}: unknown key; expected one of ${quoted(known)}${hint}`;
}

function firstOf<T>(items: Iterable<T>, problemOf: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const problem = problemOf(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * An object as people write it, or the exports of a module: not a `Date`, a `Map` or an expression, which have no keys.
 */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  /^\[object (?:Object|Module)\]$/.test(Object.prototype.toString.call(value));

/** What was thrown while a value was read, on one short line. */
export const saidBy = (error: unknown): string =>
  shown(error instanceof Error ? error.message.split('\n', 1)[0] : error);

const below = (where: string, name: string): string =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `${where}.${name}` : `${where}[${JSON.stringify(name)}]`;

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** A value on one short line. */
function shown(value: unknown): string {
  const text = inspect(value, { breakLength: Infinity, compact: true, depth: 1 });
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A name without what people confuse first: upper and lower case, hyphens and underscores. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, '');

/** Is one of the two the other with one letter added, left out or changed, or two letters the other way round? */
function isNear(x: string, y: string): boolean {
  let start = 0;
  while (start < x.length && x[start] === y[start]) start += 1;
  let end = 0;
  while (end < Math.min(x.length, y.length) - start && x.at(-1 - end) === y.at(-1 - end)) end += 1;
  const [left, right] = [x.slice(start, x.length - end), y.slice(start, y.length - end)];
  return Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === [...right].reverse().join(''));
}
