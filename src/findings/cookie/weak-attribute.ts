import type { CookieHeaderText } from '../../model/cookie/cookie-header';
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/unwrap';
import type { AttributeFact, AttributeName, Scalar } from '../../libraries/types';
import { isRefusedAsInsecure } from './browser-rejected-cookie';
import type { ConfiguredCookie } from './configured-cookie';
import { configuredCookiesIn, isAssigned } from './configured-cookie';
import type { CookieSite } from '../../model/setup/cookie-site';
import type { Constant, PathValue, PossibleValue } from '../../model/dataflow/query';
import { constantOf, possibleValuesOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { isMisplaced } from './misplaced-option';
import type { Reading } from '../../model/setup/read-option';
import { readOption } from '../../model/setup/read-option';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import { sessionCookiesIn } from '../../model/cookie/session-cookies';

/** A session cookie that lacks an attribute. */
export interface WeakCookie {
  /** Null in a configuration, which another file reads. */
  site: CookieSite | null;
  /** The option, as the library spells it: `cookie.secure`. */
  option: string;
  /** Literals beside `true` and `false` that the library understands. */
  values: readonly Scalar[];
  /** `removed`: an `undefined` that takes a safe default away; `configured`: off, in a configuration. */
  cause: 'absent' | 'off' | 'removed' | 'configured';
  /** What to report. */
  node: TSESTree.Node;
  /** The value's text; empty where there is none. */
  found: string;
  /** What the text stands for, where it is one value. */
  value: Constant['value'];
  place: Place;
  /** The object of another file that lacks the attribute. */
  elsewhere?: TSESTree.Node;
  /** True when an edit there changes this cookie and nothing else. */
  isLocal: boolean;
}

/** Where an edit would go. */
export type Place =
  | { kind: 'value'; node: TSESTree.Expression }
  | { kind: 'object'; owner: TSESTree.ObjectExpression; missing: readonly string[] }
  /** The options argument was left out. */
  | { kind: 'argument'; call: TSESTree.CallExpression; missing: readonly string[] }
  | { kind: 'text'; node: TSESTree.Expression; range: TSESTree.Range | null; missing: string }
  | null;

type IsOff = (value: Constant['value']) => boolean;

/**
 * The session cookies of a file, set up or written, whose attribute is off: by its value, or by the library's default.
 * A cookie of which anything is unknown is not among them; two places that share one fault are reported once.
 * @param isOff whether a value leaves the cookie without protection; `undefined` is asked about as the default
 */
export function weakCookiesIn(file: FileContext, attribute: AttributeName, isOff: IsOff): WeakCookie[] {
  const found = new Map<TSESTree.Node, WeakCookie>();
  for (const site of sessionCookiesIn(file)) {
    const weak = site.kind === 'header' ? weakText(site, attribute, isOff) : weakOptions(site, attribute, isOff, file);
    if (!weak || isToldBetter(weak, attribute, file)) continue;
    const fault = weak.elsewhere ?? (weak.place?.kind === 'object' ? weak.place.owner : weak.node);
    if (!found.has(fault)) found.set(fault, weak);
  }
  for (const weak of weakConfigurations(file, attribute, isOff)) {
    if (!found.has(weak.node)) found.set(weak.node, weak);
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** A misspelt option, and a cookie no browser accepts for what is missing, are the subject of a rule of their own. */
function isToldBetter({ cause, site }: WeakCookie, attribute: AttributeName, file: FileContext): boolean {
  if (!site) return false;
  if (attribute === 'secure' && isRefusedAsInsecure(site, file)) return true;
  return cause === 'absent' && isMisplaced(site, attribute, file);
}

function weakText(site: CookieHeaderText, attribute: AttributeName, isOff: IsOff): WeakCookie | null {
  const fact = site.attributes[attribute];
  const key = fact?.path[0];
  if (!fact || key === undefined) return null;
  const said = site.text.attribute(key);
  const value = said.state === 'set' ? said.value : undefined;
  const isWeak = said.state === 'absent' || (said.state === 'set' && value !== null && isOff(value));
  if (!isWeak) return null;
  const { node } = site.text;
  const place: Place = { kind: 'text', node, range: said.state === 'set' ? said.range : null, missing: key };
  const cause = said.state === 'set' ? 'off' : 'absent';
  return {
    site,
    option: key,
    values: fact.values ?? [],
    cause,
    node,
    found: String(value ?? ''),
    value,
    place,
    isLocal: false,
  };
}

function weakOptions(site: CookieSite, attribute: AttributeName, isOff: IsOff, file: FileContext): WeakCookie | null {
  const fact = site.attributes[attribute];
  const reading = site.read(attribute);
  if (!fact || !reading || reading.state === 'unknown') return null;
  const judge = new Judge(fact, isOff, file);
  const common = { site, option: fact.path.join('.'), values: fact.values ?? [] };
  if (reading.state === 'absent') {
    if (reading.whenAbsent === undefined || !isOff(reading.whenAbsent)) return null;
    const place = placeToAdd(reading, site);
    const isLocal = place?.kind === 'object' && !reading.isShared;
    const { elsewhere } = reading;
    const weak = {
      ...common,
      cause: 'absent',
      node: site.anchor,
      found: '',
      value: undefined,
      place,
      isLocal,
    } as const;
    return elsewhere ? { ...weak, elsewhere } : weak;
  }
  if (!reading.others.every((outcome) => judge.isWeak(outcome)) || !judge.isWeak(reading)) return null;
  const sources = possibleValuesOf(reading.node, file);
  const [first] = sources;
  const source: PossibleValue =
    sources.length === 1 && first ? first : { node: reading.node, isFallback: false, isShared: false };
  const constant = constantOf(source.node, file);
  const { node } = source;
  const isLocal = !reading.isShared && !source.isShared && reading.others.length === 0;
  const found = file.textOf(node);
  return {
    ...common,
    cause: judge.causeOf(constant),
    node,
    found,
    value: constant?.value,
    place: { kind: 'value', node },
    isLocal,
  };
}

/**
 * What configurations say of an attribute, where all that a file says of it leaves the cookie without protection: with
 * two answers, one of them is for production.
 */
function weakConfigurations(file: FileContext, attribute: AttributeName, isOff: IsOff): WeakCookie[] {
  const said = configuredCookiesIn(file).flatMap((one) => {
    const fact = one.attributes[attribute];
    const reading = fact && readOption(one.object, fact, file);
    return fact && reading && reading.state !== 'absent' ? [{ one, fact, reading }] : [];
  });
  const isRefused = attribute === 'secure' && said.some(({ one }) => isForOtherSites(one, file));
  if (isRefused || said.some(({ one }) => isAssigned(attribute, one, file))) return [];
  const weak = said.map(({ one, fact, reading }): WeakCookie | null => {
    if (reading.state !== 'set' || reading.others.length > 0) return null;
    const node = unwrap(reading.node) as TSESTree.Expression;
    const constant = constantOf(node, file);
    if (!constant || constant.value === undefined || constant.value === null || !isOff(constant.value)) return null;
    const option = [...one.path, ...fact.path].join('.');
    const common = { site: null, option, values: fact.values ?? [], cause: 'configured', isLocal: false } as const;
    const found = file.textOf(node);
    return { ...common, node, found, value: constant.value, place: { kind: 'value', node } };
  });
  return weak.every((one) => one !== null) ? weak : [];
}

/** `SameSite=None` without `Secure`: browsers refuse such a cookie, so it travels nowhere. */
function isForOtherSites({ object, attributes }: ConfiguredCookie, file: FileContext): boolean {
  const reading = attributes.sameSite && readOption(object, attributes.sameSite, file);
  return reading?.state === 'set' && String(constantOf(reading.node, file)?.value).toLowerCase() === 'none';
}

/** What one library makes of a value of one attribute. */
class Judge {
  readonly #isOffWhenAbsent: boolean;
  readonly #fact: AttributeFact;
  readonly #isOff: IsOff;
  readonly #file: FileContext;

  constructor(fact: AttributeFact, isOff: IsOff, file: FileContext) {
    this.#fact = fact;
    this.#isOff = isOff;
    this.#file = file;
    this.#isOffWhenAbsent = fact.whenAbsent !== undefined && isOff(fact.whenAbsent);
  }

  isWeak(outcome: PathValue | Reading): boolean {
    if (outcome.state !== 'set') return outcome.state === 'absent' && this.#isOffWhenAbsent;
    const constant = constantOf(outcome.node, this.#file);
    if (constant) return this.#isWeakValue(constant);
    return possibleValuesOf(outcome.node, this.#file).every((source) => {
      const one = constantOf(source.node, this.#file);
      return one !== null && this.#isWeakValue(one);
    });
  }

  causeOf(constant: Constant | null): 'off' | 'removed' {
    return constant && constant.value === undefined && !this.#isOffWhenAbsent ? 'removed' : 'off';
  }

  #isWeakValue({ value }: Constant): boolean {
    if (value === undefined || value === null) return this.#isOffWhenAbsent || this.#fact.undefinedRemoves === true;
    return this.#isOff(value);
  }
}

/** Where an attribute of a cookie would be set: over its value, or where it is missing; null where nobody can say. */
export function placeOf(site: SessionCookie, attribute: AttributeName): Place {
  const key = site.attributes[attribute]?.path[0];
  if (site.kind === 'header') {
    const isAbsent = key !== undefined && site.text.attribute(key).state === 'absent';
    return isAbsent ? { kind: 'text', node: site.text.node, range: null, missing: key } : null;
  }
  const reading = site.read(attribute);
  if (reading?.state === 'absent') return placeToAdd(reading, site);
  return reading?.state === 'set' && reading.others.length === 0 ? { kind: 'value', node: reading.node } : null;
}

function placeToAdd(reading: Extract<Reading, { state: 'absent' }>, site: CookieSite): Place {
  const { owner, missing } = reading;
  if (owner) return { kind: 'object', owner, missing };
  const { call, index } = site.argument ?? {};
  return call?.type === 'CallExpression' && call.arguments.length === index
    ? { kind: 'argument', call, missing }
    : null;
}
