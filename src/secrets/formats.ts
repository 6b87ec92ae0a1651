import { shannonEntropy } from './values/entropy';
import { aiModelsFormats } from './formats/ai-models';
import { aiToolsFormats } from './formats/ai-tools';
import { authFormats } from './formats/auth';
import { cloudHostingFormats } from './formats/cloud-hosting';
import { cloudPlatformsFormats } from './formats/cloud-platforms';
import { codeHostingFormats } from './formats/code-hosting';
import { databasesFormats } from './formats/databases';
import { emailMonitoringFormats } from './formats/email-monitoring';
import { genericFormats } from './formats/generic';
import { messagingFormats } from './formats/messaging';
import { paymentsFormats } from './formats/payments';
import { postChecks } from './formats/post-checks';
import { publishableFormats } from './formats/publishable';
import { registriesFormats } from './formats/registries';
import { saasFormats } from './formats/saas';
import type { SecretFormat } from './formats/types';
import { KeywordIndex } from './values/keyword-index';
import { isPlaceholder } from './values/placeholder';
import { shortKeyOf } from './values/short-keys';

export type { SecretFormat } from './formats/types';

/** Every known format, the narrower ones before those that would match the same value less exactly. */
export const secretFormats: readonly SecretFormat[] = [
  ...authFormats,
  ...paymentsFormats,
  ...cloudPlatformsFormats,
  ...cloudHostingFormats,
  ...aiModelsFormats,
  ...aiToolsFormats,
  ...databasesFormats,
  ...codeHostingFormats,
  ...registriesFormats,
  ...messagingFormats,
  ...emailMonitoringFormats,
  ...saasFormats,
  ...genericFormats,
  ...publishableFormats,
];

const reportable = secretFormats.filter((format) => format.sensitivity !== 'public');
const harmless = secretFormats.filter((format) => format.sensitivity === 'public');
const keywords = new KeywordIndex(secretFormats);
const formatsById = new Map(secretFormats.map((format) => [format.id, format]));

/** A key stands near the front of the string that holds it; the rest of a bundled file is not worth the time. */
const examinedLength = 20_000;
/** The shortest value of any format is a URL with a user part: `ftp://:abcd@h`. */
const shortestValue = 13;
/** A format that matches this often matches the text, not a secret in it. */
const examinedMatches = 50;

interface Match {
  value: string;
  start: number;
}

/** Compiled when first needed: most formats never meet a text with their keyword. */
const expressions = new Map<SecretFormat, RegExp>();

function expressionOf(format: SecretFormat): RegExp {
  const expression = expressions.get(format) ?? new RegExp(format.regex, `g${format.flags ?? ''}`);
  expressions.set(format, expression);
  return expression;
}

function matchesOf(format: SecretFormat, text: string): Match[] {
  const matches: Match[] = [];
  for (const match of text.matchAll(expressionOf(format))) {
    if (isConvincing(format, match[0])) matches.push({ value: match[0], start: match.index });
    if (matches.length === examinedMatches) break;
  }
  return matches;
}

function isConvincing(format: SecretFormat, value: string): boolean {
  const prefix = format.prefixes.find((candidate) => value.startsWith(candidate)) ?? '';
  if (isPlaceholder(value)) return false;
  if (format.minEntropy !== undefined && shannonEntropy(value.slice(prefix.length)) < format.minEntropy) return false;
  return format.postCheck === undefined || postChecks[format.postCheck](value);
}

function isWithin(inner: Match, outer: Match): boolean {
  return inner.start >= outer.start && inner.start + inner.value.length <= outer.start + outer.value.length;
}

/**
 * The provider format of a secret found anywhere in a text.
 *
 * @param text any string of a program; the first 20,000 characters are examined
 * @returns the format, or undefined when nothing is found, when what is found is a placeholder (`sk_live_xxxx…`), or
 *   when it is part of an identifier that is public by design (`pk_live_…`, a UUID)
 */
export function findSecretFormat(text: string): SecretFormat | undefined {
  if (text.length < shortestValue) return undefined;
  const examined = text.slice(0, examinedLength);
  const candidates = keywords.candidatesIn(examined);
  if (candidates.size === 0) return undefined;

  let published: Match[] | undefined;
  return reportable.find((format) => {
    const matches = candidates.has(format) ? matchesOf(format, examined) : [];
    if (matches.length === 0) return false;
    published ??= harmless.flatMap((other) => (candidates.has(other) ? matchesOf(other, examined) : []));
    return matches.some((match) => !published?.some((span) => isWithin(match, span)));
  });
}

/**
 * The provider format whose distinctive prefix begins a text, even when the rest is too short to be a real key
 * (`sk_live_abc123xyz`): for places that are evidence themselves, such as a session write.
 *
 * @param text the whole value; anything but a prefix and key characters up to its end gives undefined
 */
export function findSecretPrefix(text: string): SecretFormat | undefined {
  const id = shortKeyOf(text);
  return id === undefined ? undefined : formatsById.get(id);
}
