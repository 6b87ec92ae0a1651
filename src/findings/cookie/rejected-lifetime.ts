import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/unwrap';
import type { AttributeFact } from '../../libraries/types';
import { millisecondsFromNow, numberOf, sumOf } from '../../model/dataflow/duration';
import { evidentTypeOf } from '../../model/dataflow/evident-type';
import type { FileContext } from '../../model/file/file-context';
import { attributeValueOf } from '../../model/cookie/attribute-value';
import { isPast } from '../../model/cookie/cookie-deletion';
import type { SessionCookie } from '../../model/cookie/session-cookies';

/** A lifetime that a library cannot use, or makes something else of than it says. */
export interface RejectedLifetime {
  attribute: 'maxAge' | 'ttl' | 'expires';
  /** The option, as the library spells it. */
  option: string;
  fact: AttributeFact;
  node: TSESTree.Expression;
  cause:
    /** Of a kind the library throws on, or leaves out of the cookie. */
    | 'noLifetime'
    /** A set-up whose cookie is over as soon as it is there, so that nobody stays signed in. */
    | 'dead'
    /** A 0 that does nothing. */
    | 'zeroIgnored'
    /** Longer than the library takes; it throws. */
    | 'tooLong'
    /** A point in time where a duration is counted. */
    | 'moment';
  /** What could be written instead; null where that needs a decision. */
  code: string | null;
}

const lifetimes = ['maxAge', 'ttl', 'expires'] as const;

/** The lifetimes of a session's cookie that are none to its library; what only a run can tell is not among them. */
export function rejectedLifetimesOf(site: SessionCookie, file: FileContext): RejectedLifetime[] {
  if (site.kind === 'header') return [];
  return lifetimes.flatMap((attribute) => {
    const fact = site.attributes[attribute];
    const said = fact && attributeValueOf(site, attribute, file);
    if (!fact || said?.state !== 'set') return [];
    const { node, isLocal } = said;
    const question = { attribute, fact, node, site };
    const cause = isRejected(question, file) ? 'noLifetime' : (outOfRange(question, file) ?? inPast(question, file));
    if (!cause) return [];
    const option = fact.path.join('.');
    return [{ attribute, option, fact, node, cause, code: isLocal ? insteadOf(question, cause, file) : null }];
  });
}

interface Question {
  attribute: RejectedLifetime['attribute'];
  fact: AttributeFact;
  node: TSESTree.Expression;
  site: SessionCookie;
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);

function isRejected({ attribute, fact, node, site }: Question, file: FileContext): boolean {
  const { values = [], rejects = [], rejectsTypes = [], rejectsDigits = false } = fact;
  const said = attributeValueOf(site, attribute, file);
  const value = said.state === 'set' ? said.constant?.value : undefined;
  if (value !== undefined) {
    if (value === null || values.includes(value)) return false;
    // A text that is a number is one to some libraries, where a date never is.
    const isTaken = typeof value === 'string' && isDigits(value) && attribute !== 'expires' && !rejectsDigits;
    return rejects.includes(value) || (!isTaken && rejectsTypes.some((type) => type === typeof value));
  }
  const type = evidentTypeOf(node, file);
  if (type === 'string') return rejectsTypes.includes('string') && (attribute === 'expires' || rejectsDigits);
  return (type === 'number' || type === 'moment') && rejectsTypes.includes('number');
}

function outOfRange({ attribute, fact, node }: Question, file: FileContext): 'tooLong' | 'moment' | null {
  if (fact.unit && evidentTypeOf(node, file) === 'moment') return 'moment';
  if (fact.max === undefined) return null;
  const ahead = attribute === 'expires' ? millisecondsFromNow(node, file) : null;
  const amount = ahead === null ? fact.unit && numberOf(node, file) : ahead / 1000;
  return typeof amount === 'number' && Number.isFinite(amount) && amount > fact.max ? 'tooLong' : null;
}

/** In a cookie that is written once, the same values take it away, and are no mistake. */
function inPast({ attribute, fact, node, site }: Question, file: FileContext): 'dead' | 'zeroIgnored' | null {
  if (site.kind !== 'setup' || fact.endless?.includes(0)) return null;
  const amount = fact.unit ? numberOf(node, file) : null;
  if (amount !== null && amount <= 0) {
    if (fact.whenZero === 'dead') return 'dead';
    return amount === 0 && fact.whenZero === 'ignored' ? 'zeroIgnored' : null;
  }
  const reading = site.read(attribute);
  // A date in a variable may be set to another before it is used.
  const isInPlace = reading?.state === 'set' && unwrap(reading.node) === unwrap(node);
  const isDate = attribute === 'expires' && isInPlace && evidentTypeOf(node, file) === 'date';
  return isDate && isPast(node, file) ? 'dead' : null;
}

function insteadOf(
  { attribute, fact, node, site }: Question,
  cause: RejectedLifetime['cause'],
  file: FileContext,
): string | null {
  const { sourceCode } = file;
  const inner = unwrap(node);
  if (sourceCode.getCommentsInside(node).length > 0) return null;
  if (cause === 'noLifetime' && inner.type === 'Literal' && isDigits(String(inner.value)) && fact.unit)
    return String(Number(inner.value));
  const isMoment = evidentTypeOf(node, file) === 'moment';
  if (attribute !== 'expires') {
    const ahead = isMoment && fact.unit === 'ms' ? sumOf(node) : null;
    return ahead && sourceCode.getText(ahead);
  }
  // A date in a set-up is worked out once: no better.
  if (site.kind !== 'write') return null;
  return isMoment ? `new Date(${sourceCode.getText(inner)})` : null;
}
