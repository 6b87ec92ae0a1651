import type { TSESTree } from '@typescript-eslint/utils';
import type { AttributeFact } from '../../libraries/types';
import { millisecondsFromNow, millisecondsOf, numberOf } from '../../model/dataflow/duration';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import type { FileContext } from '../../model/file/file-context';
import { attributeValueOf } from '../../model/cookie/attribute-value';

/** How long a session is told to last. */
export interface Lifetime {
  attribute: 'ttl' | 'maxAge' | 'expires';
  /** The option, as the library spells it: `cookie.maxAge`. */
  option: string;
  /** The value where it is written. */
  node: TSESTree.Expression;
  /** The seconds it comes to; `Infinity` for what has no end. */
  seconds: number;
  /** The number as it is written, in the library's unit; null where the value is no such number. */
  amount: number | null;
  unit: AttributeFact['unit'];
  isLocal: boolean;
}

const attributes = ['ttl', 'maxAge', 'expires'] as const;

/** Every lifetime a session's cookie is given that can be read; a lifetime left out is none. */
export function lifetimesOf(site: SessionCookie, file: FileContext): Lifetime[] {
  return attributes.flatMap((attribute) => {
    const fact = site.attributes[attribute];
    const said = fact && attributeValueOf(site, attribute, file);
    if (!fact || said?.state !== 'set') return [];
    const { node, isLocal, constant } = said;
    const value = constant?.value;
    const amount = site.kind === 'header' ? numberIn(value) : numberOf(node, file);
    const seconds = secondsOf(fact, { value, amount, node, attribute }, file);
    const { unit } = fact;
    return seconds === null ? [] : [{ attribute, option: fact.path.join('.'), node, seconds, amount, unit, isLocal }];
  });
}

const numberIn = (value: unknown): number | null =>
  typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : null;

interface Value {
  attribute: Lifetime['attribute'];
  value: unknown;
  amount: number | null;
  node: TSESTree.Expression;
}

function secondsOf(fact: AttributeFact, { attribute, value, amount, node }: Value, file: FileContext): number | null {
  if (fact.endless?.some((one) => one === value)) return Infinity;
  const milliseconds = typeof value === 'string' && fact.texts ? millisecondsOf(value) : null;
  if (milliseconds !== null) return milliseconds / 1000;
  if (amount !== null && fact.unit) return fact.unit === 's' ? amount : amount / 1000;
  if (attribute !== 'expires') return null;
  const ahead = millisecondsFromNow(node, file);
  return ahead === null ? null : ahead / 1000;
}
