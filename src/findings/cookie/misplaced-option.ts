import type { CookieHeaderText } from '../../model/cookie/cookie-header';
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import type { AttributeName, Attributes } from '../../libraries/types';
import { millisecondsOf, numberOf } from '../../model/dataflow/duration';
import { valuesAtPath, constantOf, possibleValuesOf } from '../../model/dataflow/values';
import type { CookieSite } from '../../model/setup/cookie-site';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { oncePerFacts } from '../../model/facts/once-per-facts';
import type { Reading } from '../../model/setup/read-option';
import { isContainerKey, isLifetimeKey, normalForm } from './near-key';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import { sessionCookiesIn } from '../../model/cookie/session-cookies';

/** An option the library does not look at: under a key it does not know, or in an object it does not read. */
export interface MisplacedOption {
  site: SessionCookie;
  cause:
    /** `httponly`, in the right object. */
    | 'misspelt'
    /** `secure` beside `cookie`. */
    | 'outside'
    /** In a `cookie` object where the library takes its options flat, or calls that object something else. */
    | 'inside';
  /** What it would have said, were it read; several for an object. */
  attributes: readonly AttributeName[];
  /** The property; null in the text of a header. */
  property: TSESTree.Property | null;
  node: TSESTree.Node;
  /** The key as it is written. */
  written: string;
  /** The option as the library knows it: `cookie.httpOnly`. */
  option: readonly string[];
  /** What the library reads instead: nothing. */
  reading: Extract<Reading, { state: 'absent' }> | null;
}

/** What a browser is told; other options have names that say little. */
const spelt = ['secure', 'httpOnly', 'sameSite', 'maxAge', 'expires', 'domain', 'path', 'partitioned'] as const;

const ofAllCookies = oncePerFile((file: FileContext): readonly MisplacedOption[] =>
  sessionCookiesIn(file).flatMap((site) => (site.kind === 'header' ? inText(site) : inOptions(site, file))),
);

/** Each option of a session's cookie that its library ignores, once. */
export const misplacedOptionsIn = oncePerFile((file: FileContext): readonly MisplacedOption[] => {
  const all = ofAllCookies(file);
  // Several cookies may share their options.
  const isFirst = new Map(all.map((one) => [one.property ?? one, one] as const).reverse());
  return all.filter((one) => isFirst.get(one.property ?? one) === one);
});

/** Is an attribute said where the library does not look? Then that is what is wrong, and not that it is missing. */
export function isMisplaced(site: CookieSite, attribute: AttributeName, file: FileContext): boolean {
  return ofAllCookies(file).some(
    (one) => one.site === site && (one.attributes.includes(attribute) || isBesideMissing(one, attribute)),
  );
}

/** A second object beside the one of the wrong name would only hide the mistake. */
function isBesideMissing({ cause, site }: MisplacedOption, attribute: AttributeName): boolean {
  const reading = cause === 'inside' ? site.read(attribute) : null;
  return reading?.state === 'absent' && reading.missing.length > 1;
}

function inOptions(site: SessionCookie, file: FileContext): MisplacedOption[] {
  if (!site.options) return [];
  const places = new Map<string, readonly string[]>();
  for (const attribute of spelt) {
    const parent = site.attributes[attribute]?.path.slice(0, -1);
    if (parent) places.set(parent.join('.'), parent);
  }
  const isShallow = [...places.values()].every((parent) => parent.length < 2);
  const found = [...places.values()].flatMap((parent) =>
    propertiesAt(site.options, parent, file).flatMap((property) => at(property, parent, site, file) ?? []),
  );
  if (!isShallow || site.kind !== 'setup') return found;
  const known = knownKeys(site);
  for (const property of propertiesAt(site.options, [], file)) {
    const key = staticName(property) ?? '';
    if (known.has(key)) continue;
    const one = isContainerKey(key, places.keys())
      ? inside(property, site, file)
      : places.has('')
        ? null
        : outside(property, site, file);
    if (one) found.push(one);
  }
  return found;
}

/** Every way to an attribute, by whatever name. */
const pathsOf = oncePerFacts((attributes: Attributes): readonly (readonly string[])[] =>
  Object.values(attributes).flatMap(({ path, aliases = [] }) => [path, ...aliases]),
);

/** The first steps of everything the library reads. */
function knownKeys(site: SessionCookie): ReadonlySet<string> {
  const fact = site.kind === 'setup' ? site.fact : undefined;
  const paths = [
    ...pathsOf(site.attributes),
    ...(fact?.secrets ?? []).map(({ path }) => path),
    ...(fact?.storageWhen ?? []).map(({ path }) => path),
  ];
  return new Set(paths.flatMap(([first]) => first ?? []));
}

/** As many objects may be spread in each other. */
const mostSpreads = 4;

function propertiesAt(
  options: TSESTree.Node | null,
  path: readonly string[],
  file: FileContext,
  left = mostSpreads,
): TSESTree.Property[] {
  const outcomes = options ? valuesAtPath(options, path, file) : [];
  return outcomes
    .flatMap((outcome) => (outcome.state === 'set' ? possibleValuesOf(outcome.node, file) : []))
    .flatMap(({ node }) => (node.type === 'ObjectExpression' ? node.properties : []))
    .flatMap((one): TSESTree.Property[] => {
      if (one.type === 'SpreadElement') return left > 0 ? propertiesAt(one.argument, [], file, left - 1) : [];
      return one.kind === 'init' && !one.method ? [one] : [];
    });
}

const isAt = (path: readonly string[], parent: readonly string[], key?: string): boolean =>
  path.length === parent.length + 1 &&
  parent.every((step, index) => step === path[index]) &&
  (key === undefined || path.at(-1) === key);

/** A property in the right object, under a key that is nearly right. */
function at(
  property: TSESTree.Property,
  parent: readonly string[],
  site: SessionCookie,
  file: FileContext,
): MisplacedOption | null {
  const written = staticName(property);
  if (written === undefined) return null;
  if (pathsOf(site.attributes).some((path) => isAt(path, parent, written))) return null;
  return meantBy(property, site, file, 'misspelt', (path) => isAt(path, parent));
}

const outside = (property: TSESTree.Property, site: SessionCookie, file: FileContext): MisplacedOption | null =>
  // A `path` may be anything's.
  staticName(property) === 'path' ? null : meantBy(property, site, file, 'outside', (path) => path.length === 2);

/** What a property was to say, where the library was told nothing of it. */
function meantBy(
  property: TSESTree.Property,
  site: SessionCookie,
  file: FileContext,
  cause: MisplacedOption['cause'],
  isCandidate: (path: readonly string[]) => boolean,
): MisplacedOption | null {
  const written = staticName(property) ?? '';
  const lifetime = cause !== 'outside' && isLifetimeKey(written) ? lifetimeMeantBy(property.value, site, file) : null;
  for (const attribute of spelt) {
    const fact = site.attributes[attribute];
    const isMeant = attribute === lifetime || normalForm(fact?.path.at(-1) ?? '') === normalForm(written);
    if (!fact || !isMeant || !isCandidate(fact.path)) continue;
    const reading = site.read(attribute);
    if (reading?.state !== 'absent' || isNothing(property.value, attribute, file)) return null;
    const node = property.key;
    return { site, cause, attributes: [attribute], property, node, written, option: fact.path, reading };
  }
  return null;
}

/**
 * `expire: new Date(…)` is a date, `expire: 3600` a number that few take for one; null where a lifetime is given
 * already.
 */
function lifetimeMeantBy(value: TSESTree.Node, site: SessionCookie, file: FileContext): 'expires' | 'maxAge' | null {
  const { expires, maxAge } = site.attributes;
  if ([expires && site.read('expires'), maxAge && site.read('maxAge')].some((one) => one && one.state !== 'absent'))
    return null;
  const text = constantOf(value, file)?.value;
  const isText = typeof text === 'string' && millisecondsOf(text) !== null;
  const isDuration = isText || numberOf(value, file) !== null;
  const takesIt = !isText && expires?.rejectsTypes?.includes('number') !== true;
  return expires && (!isDuration || takesIt || !maxAge) ? 'expires' : maxAge ? 'maxAge' : null;
}

/** What is off protects from nothing, and is not missed. */
function isNothing(value: TSESTree.Node, attribute: AttributeName, file: FileContext): boolean {
  const constant = constantOf(value, file);
  return constant !== null && !constant.value && attribute !== 'maxAge';
}

/** An object of cookie options that the library does not read. */
function inside(property: TSESTree.Property, site: SessionCookie, file: FileContext): MisplacedOption | null {
  const meant = propertiesAt(property.value, [], file).flatMap(
    (inner) => meantBy(inner, site, file, 'inside', ({ length }) => length < 3) ?? [],
  );
  const [first] = meant;
  if (!first) return null;
  const attributes = meant.flatMap((one) => one.attributes);
  return { ...first, attributes, property, node: property.key, written: staticName(property) ?? '' };
}

/** `Http-Only`, `MaxAge`: browsers know their names by the letter. */
function inText(site: CookieHeaderText): MisplacedOption[] {
  const { text } = site;
  return spelt.flatMap((attribute) => {
    const name = site.attributes[attribute]?.path[0];
    if (name === undefined || text.attribute(name).state !== 'absent') return [];
    const parts = name.split(/-|(?<=[a-z])(?=[A-Z])/);
    const variants = parts.length < 2 ? [] : ['', '-', '_'].map((mark) => parts.join(mark));
    const written = variants.find(
      (one) => one.toLowerCase() !== name.toLowerCase() && text.attribute(one).state === 'set',
    );
    if (written === undefined) return [];
    const { node } = text;
    return [
      {
        site,
        cause: 'misspelt',
        attributes: [attribute],
        property: null,
        node,
        written,
        option: [name],
        reading: null,
      },
    ];
  });
}
