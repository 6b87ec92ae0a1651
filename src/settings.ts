import { inspect } from 'node:util';
import type { Library } from './libraries/types';
import { settingsShape } from './settings-schema';
import type { OptionalShape, Shape } from './settings-schema';

/** The module that keeps secrets, and how its functions are called there. */
export interface VaultSettings {
  module: string;
  /** The binding to import; `vault` if not given. */
  export?: string;
  store?: string;
  read?: string;
  revoke?: string;
  /** What the key of a reference ends in: `apiKey` becomes `apiKeyRef`. */
  suffix?: string;
}

/** What users may write below `settings['session-secrets']`. */
export interface SessionSecretsSettings {
  vault?: false | VaultSettings;
  /** In-house wrappers, in the very shape of the facts we ship. */
  libraries?: readonly Library[];
  /** Member paths that hold session data, such as `ctx.state.session`. */
  sessionObjects?: readonly string[];
  secretNames?: { add?: readonly string[]; allow?: readonly string[] };
}

/** The settings with every default filled in. */
export interface ResolvedSettings {
  /** Not there: the nearest package.json decides; `false`: there is none, whatever it says. */
  readonly vault?: false | Readonly<Required<VaultSettings>>;
  readonly libraries: readonly Library[];
  readonly sessionObjects: readonly string[];
  readonly secretNames: { readonly add: readonly string[]; readonly allow: readonly string[] };
}

const key = 'session-secrets';

const vaultDefaults = { export: 'vault', store: 'store', read: 'read', revoke: 'revoke', suffix: 'Ref' };

/** A vault with the names that were not given filled in: `{ module }` alone is the usual case. */
export function resolveVault(vault: VaultSettings): Required<VaultSettings> {
  return { ...vaultDefaults, ...withoutUndefined(vault) };
}

const resolved = new WeakMap<object, ResolvedSettings>();
const withoutSettings = resolve({});

/** Reads `settings['session-secrets']`; throws one error that names key, value and what was expected. */
export function settingsOf(context: { readonly settings: Readonly<Record<string, unknown>> }): ResolvedSettings {
  const given = context.settings[key];
  if (given === undefined) return withoutSettings;

  const known = typeof given === 'object' && given !== null ? resolved.get(given) : undefined;
  if (known) return known;

  const problem = problemIn(given, settingsShape, `settings['${key}']`);
  if (problem !== undefined) throw new Error(problem);
  const settings = resolve(given as SessionSecretsSettings);
  resolved.set(given as object, settings);
  return settings;
}

function resolve({ vault, libraries, sessionObjects, secretNames }: SessionSecretsSettings): ResolvedSettings {
  return {
    ...(vault === undefined ? {} : { vault: vault && resolveVault(vault) }),
    libraries: libraries ?? [],
    sessionObjects: sessionObjects ?? [],
    secretNames: { add: secretNames?.add ?? [], allow: secretNames?.allow ?? [] },
  };
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/** What is wrong with a value, as `where: what; expected …`; the first problem only. */
function problemIn(value: unknown, shape: Shape, where: string): string | undefined {
  const wrong = `${where}: got ${shown(value)}; expected ${shape.expected}`;

  if ('accepts' in shape) return shape.accepts(value) ? undefined : wrong;

  if ('listOf' in shape) {
    if (!Array.isArray(value)) return wrong;
    return firstOf(value.entries(), ([position, item]) => problemIn(item, shape.listOf, `${where}[${position}]`));
  }

  if ('fields' in shape && shape.or?.accepts(value)) return undefined;
  if (!isRecord(value)) return wrong;

  if ('variants' in shape) {
    const name = value[shape.key];
    const variant = typeof name === 'string' && Object.hasOwn(shape.variants, name) ? shape.variants[name] : undefined;
    if (variant) return problemIn(value, variant, where);
    const said = Object.hasOwn(value, shape.key) ? `got ${shown(name)}` : `missing in ${shown(value)}`;
    return `${where}.${shape.key}: ${said}; expected one of ${quoted(Object.keys(shape.variants))}`;
  }

  const { fields } = shape;
  return (
    firstOf(Object.keys(value), (name) => (Object.hasOwn(fields, name) ? undefined : unknownKey(name, where, Object.keys(fields)))) ??
    firstOf(Object.entries(fields), ([name, field]) => problemInField(value, name, field, where))
  );
}

function problemInField(owner: Record<string, unknown>, name: string, field: Shape | OptionalShape, where: string) {
  const value = owner[name];
  const isOptional = 'optional' in field;
  const shape = isOptional ? field.optional : field;
  if (value !== undefined) return problemIn(value, shape, below(where, name));
  return isOptional ? undefined : `${below(where, name)}: missing in ${shown(owner)}; expected ${shape.expected}`;
}

function unknownKey(name: string, where: string, known: readonly string[]): string {
  const near = known.find((one) => isNear(name, one));
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const below = (where: string, name: string): string =>
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `${where}.${name}` : `${where}[${JSON.stringify(name)}]`;

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** A value on one short line. */
function shown(value: unknown): string {
  const text = inspect(value, { breakLength: Infinity, depth: 1 });
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Is one of the two the other with one letter added, left out or changed, or two letters the other way round? */
function isNear(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase().replaceAll(/[-_]/g, ''), b.toLowerCase()];
  let start = 0;
  while (start < x.length && x[start] === y[start]) start += 1;
  let end = 0;
  while (end < Math.min(x.length, y.length) - start && x.at(-1 - end) === y.at(-1 - end)) end += 1;
  const [left, right] = [x.slice(start, x.length - end), y.slice(start, y.length - end)];
  return Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === [...right].reverse().join(''));
}
