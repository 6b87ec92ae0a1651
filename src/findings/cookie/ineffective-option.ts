import type { TSESTree } from '@typescript-eslint/utils';
import type { Scalar } from '../../libraries/types';
import type { Place } from './weak-attribute';
import { placeOf } from './weak-attribute';
import type { RefusedCookie } from './browser-rejected-cookie';
import { refusedCookiesIn } from './browser-rejected-cookie';
import { droppedDefaultsOf } from './dropped-default';
import { inWords } from '../../model/dataflow/duration';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { fixedExpiryOf } from './fixed-expiry';
import type { MisplacedOption } from './misplaced-option';
import { misplacedOptionsIn } from './misplaced-option';
import type { MistakenUnit } from './mistaken-unit';
import { isMeantInSeconds, mistakenUnitsOf } from './mistaken-unit';
import type { RejectedLifetime } from './rejected-lifetime';
import { rejectedLifetimesOf } from './rejected-lifetime';
import type { RefusedValue } from './rejected-value';
import { refusedValuesOf } from './rejected-value';
import { unsignableCookieOf } from './unsignable-cookie';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import { sessionCookiesIn } from '../../model/cookie/session-cookies';

/** An option of a session's cookie that does nothing, or something else than it says. */
export interface IneffectiveOption {
  site: SessionCookie;
  node: TSESTree.Node;
  cause:
    | MisplacedOption['cause']
    | RefusedCookie['cause']
    | RefusedValue['cause']
    | RejectedLifetime['cause']
    | MistakenUnit['cause']
    | 'misspeltInHeader'
    /** Nothing has a secret to sign it with. */
    | 'unsignable'
    /** An object that replaces the library's defaults. */
    | 'defaults'
    /** A date that is worked out once. */
    | 'expiry';
  /** What a message says of it. */
  data: Record<string, string>;
  /** What would make it do what it says; null where that needs a decision. */
  mending: Mending | null;
}

type Value = string | boolean;

export type Mending =
  | (Pick<MisplacedOption, 'cause' | 'option'> & {
      kind: 'move';
      isFixed: boolean;
      /** The value counts in seconds, and the library in milliseconds. */
      isInSeconds: boolean;
      property: TSESTree.Property;
      owner: TSESTree.ObjectExpression | null;
      missing: readonly string[];
    })
  | { kind: 'set'; place: Place; option: string; value: Value }
  | { kind: 'code'; node: TSESTree.Expression; option: string; code: string }
  | { kind: 'unit'; node: TSESTree.Expression; option: string; to: 'ms' | 's' }
  | { kind: 'add'; owner: TSESTree.ObjectExpression; options: { missing: readonly string[]; value: Value }[] }
  | { kind: 'lifetime'; date: TSESTree.Expression; ahead: TSESTree.Expression; key: string };

/** Every such option of a file, in the order of the text; of several faults of one value, the first. */
export const ineffectiveOptionsIn = oncePerFile((file: FileContext): readonly IneffectiveOption[] => {
  const found = [
    ...misplacedOptionsIn(file).map((fault) => misplaced(fault, file)),
    ...refusedCookiesIn(file).map(refusedCookie),
    ...sessionCookiesIn(file).flatMap((site) => [
      ...refusedValuesOf(site, file).map((fault) => refusedValue(fault, site)),
      // A number in the other unit is too long only because of that.
      ...mistakenUnitsOf(site, file).map((fault) => mistakenUnit(fault, site)),
      ...rejectedLifetimesOf(site, file).map((fault) => rejectedLifetime(fault, site, file)),
      ...unsignable(site, file),
      ...droppedDefaults(site, file),
      ...fixedExpiry(site, file),
    ]),
  ];
  const first = new Map(found.map((one) => [one.node, one] as const).reverse());
  // A text has several attributes, and each may be wrong.
  return found
    .filter((one) => one.site.kind === 'header' || first.get(one.node) === one)
    .sort((a, b) => a.node.range[0] - b.node.range[0]);
});

function misplaced(fault: MisplacedOption, file: FileContext): IneffectiveOption {
  const { site, node, cause, written, option, property, reading, attributes } = fault;
  const isProtection = attributes.every((name) => name === 'httpOnly' || name === 'sameSite');
  const isFixed = site.kind === 'setup' && cause === 'misspelt' && isProtection && reading?.isShared === false;
  const { owner = null, missing = [] } = reading ?? {};
  const isOfMilliseconds = (['maxAge', 'expires'] as const).some(
    (name) => attributes.includes(name) && site.attributes[name]?.unit === 'ms',
  );
  const isInSeconds = isOfMilliseconds && property !== null && isMeantInSeconds(property.value, written, file);
  const mending =
    property && ({ kind: 'move', cause, option, property, owner, missing, isFixed, isInSeconds } as const);

  const data = { library: site.module, written, option: option.join('.') };
  return { site, node, cause: property ? cause : 'misspeltInHeader', data, mending };
}

function refusedCookie({ site, node, cause, prefix }: RefusedCookie): IneffectiveOption {
  const attribute = cause.endsWith('Insecure') ? 'secure' : 'path';
  const option = site.attributes[attribute]?.path.join('.') ?? attribute;
  const data = { library: site.module, prefix, option };
  if (cause === 'prefixDomain') return { site, node, cause, data, mending: null };
  const place = placeOf(site, attribute);
  const value = attribute === 'secure' ? true : '/';
  return { site, node, cause, data, mending: { kind: 'set', place, option, value } };
}

function refusedValue(fault: RefusedValue, site: SessionCookie): IneffectiveOption {
  const { node, cause, attribute, option, value, values } = fault;
  const data = { library: site.module, option, value: inCode(value), cure: cureOf(fault) };
  const known = (word: string): Value => String(values.find((one) => String(one).toLowerCase() === word) ?? word);
  const instead = attribute === 'secure' ? true : value === true ? known('strict') : known(String(value).toLowerCase());
  const isKnown = attribute === 'secure' || values.includes(instead);
  const place = { kind: 'value', node } as const;
  const mending = isKnown && site.kind !== 'header' ? ({ kind: 'set', place, option, value: instead } as const) : null;
  return { site, node, cause, data, mending };
}

const inCode = (value: Scalar): string => `\`${typeof value === 'string' ? `'${value}'` : String(value)}\``;

function cureOf({ attribute, values }: RefusedValue): string {
  if (attribute === 'secure') return '`true` or `false`';
  const words = values.map(inCode);
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A text of more than one short line says less than what it is. */
const longest = 60;

function rejectedLifetime(fault: RejectedLifetime, site: SessionCookie, file: FileContext): IneffectiveOption {
  const { node, cause, attribute, option, fact, code } = fault;
  const text = file.textOf(node);
  const value = text.length > longest || text.includes('\n') ? 'this' : `\`${text}\``;
  const kind = cause === 'moment' && attribute !== 'expires' ? 'a duration' : 'a number';
  const cure = attribute === 'expires' ? 'a date' : [kind, ...(fact.values ?? []).map(inCode)].join(', or ');
  const most = fact.max === undefined ? '' : inWords(fact.unit === 'ms' ? fact.max / 1000 : fact.max);
  const data = { library: site.module, option, value, cure, most };
  return { site, node, cause, data, mending: code === null ? null : { kind: 'code', node, option, code } };
}

function mistakenUnit({ node, cause, option, seconds, isLocal }: MistakenUnit, site: SessionCookie): IneffectiveOption {
  const to = cause === 'secondsForMilliseconds' ? 'ms' : 's';
  const data = { library: site.module, option, duration: inWords(seconds) };
  const mending = site.kind === 'header' || !isLocal ? null : ({ kind: 'unit', node, option, to } as const);
  return { site, node, cause, data, mending };
}

const safe = { httpOnly: true, sameSite: 'lax', secure: true, path: '/' } as const;

function droppedDefaults(site: SessionCookie, file: FileContext): IneffectiveOption[] {
  const fault = droppedDefaultsOf(site, file);
  if (!fault) return [];
  const { node, option, dropped, owner } = fault;
  const options = dropped.map(({ attribute, missing }) => ({ missing, value: safe[attribute] }));
  const names = dropped.map(({ key }) => `\`${key}\``).join(', ');
  const mending = owner && ({ kind: 'add', owner, options } as const);
  return [{ site, node, cause: 'defaults', data: { library: site.module, option, dropped: names }, mending }];
}

function unsignable(site: SessionCookie, file: FileContext): IneffectiveOption[] {
  const fault = unsignableCookieOf(site, file);
  if (!fault) return [];
  const { node, option, signer } = fault;
  return [{ site, node, cause: 'unsignable', data: { library: site.module, option, signer }, mending: null }];
}

function fixedExpiry(site: SessionCookie, file: FileContext): IneffectiveOption[] {
  const fault = fixedExpiryOf(site, file);
  if (!fault) return [];
  const { node, option, ahead } = fault;
  const { maxAge, expires } = site.attributes;
  const isBeside = maxAge?.path.slice(0, -1).join() === expires?.path.slice(0, -1).join();
  const key = maxAge?.path.at(-1);
  const mending =
    ahead && key !== undefined && isBeside && maxAge?.unit === 'ms' && site.read('maxAge')?.state === 'absent'
      ? ({ kind: 'lifetime', date: node, ahead, key } as const)
      : null;
  return [{ site, node, cause: 'expiry', data: { library: site.module, option }, mending }];
}
