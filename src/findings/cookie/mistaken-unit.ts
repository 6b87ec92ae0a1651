import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/unwrap';
import { constantOf } from '../../model/dataflow/values';
import type { Lifetime } from './cookie-lifetime';
import { lifetimesOf } from './cookie-lifetime';
import { numberOf } from '../../model/dataflow/duration';
import type { FileContext } from '../../model/file/file-context';
import type { SessionCookie } from '../../model/cookie/session-cookies';

const minute = 60;
const hour = 3_600;
const day = 86_400;

/** A lifetime whose number is a usual one in the other unit. */
export interface MistakenUnit extends Lifetime {
  cause: 'secondsForMilliseconds' | 'millisecondsForSeconds';
}

/**
 * Lifetimes of a few seconds where milliseconds are counted, and of decades where seconds are. What may be meant as it
 * stands is none: 30000 milliseconds, two years of seconds.
 */
export function mistakenUnitsOf(site: SessionCookie, file: FileContext): MistakenUnit[] {
  return lifetimesOf(site, file).flatMap((lifetime): MistakenUnit[] => {
    const { amount, unit, node } = lifetime;
    if (amount === null || !Number.isInteger(amount) || amount <= 0) return [];
    const hasThousand = isTimesThousand(node, file);
    if (unit === 'ms' && !hasThousand && (isUsualInSeconds(amount) || isInHours(node, file))) {
      return [{ ...lifetime, cause: 'secondsForMilliseconds' }];
    }
    if (unit === 's' && (isUsualInMilliseconds(amount) || (hasThousand && amount >= minute * 1000))) {
      return [{ ...lifetime, cause: 'millisecondsForSeconds' }];
    }
    return [];
  });
}

/**
 * Does a lifetime under a key that nothing reads count in seconds: by its number, or by the key, which is how browsers
 * spell theirs?
 */
export function isMeantInSeconds(value: TSESTree.Node, key: string, file: FileContext): boolean {
  const amount = numberOf(value, file);
  if (amount === null || !Number.isInteger(amount) || amount <= 0 || isTimesThousand(value, file)) return false;
  return isUsualInSeconds(amount) || isInHours(value, file) || (/^max-age$/i.test(key) && amount < day * 1000);
}

/** 3600, 86400, 2592000: whole hours or days in seconds, and nothing round in milliseconds. */
function isUsualInSeconds(amount: number): boolean {
  if (amount < minute) return false;
  if (amount < minute * 1000) return amount % hour === 0 || (amount % minute === 0 && amount % 1000 !== 0);
  return amount % day === 0 && amount % (minute * 1000) !== 0 && amount <= 2 * 366 * day;
}

/** 86400000 and more, in whole hours of milliseconds: nearly three years of seconds, and no whole year. */
const isUsualInMilliseconds = (amount: number): boolean => amount >= day * 1000 && amount % (hour * 1000) === 0;

/** `60 * 60 * 1000`: a product that counts in milliseconds. */
function isTimesThousand(expression: TSESTree.Node, file: FileContext): boolean {
  const factors = factorsOf(expression, file);
  return factors.includes(1000) && factors.some((factor) => factor === minute || factor === hour || factor === 24);
}

/** `36 * 60 * 60`: a product that counts hours in seconds, whatever it comes to. */
function isInHours(expression: TSESTree.Node, file: FileContext): boolean {
  const factors = factorsOf(expression, file);
  if (factors.length < 2 || factors.some((factor) => typeof factor !== 'number' || factor % 1000 === 0)) return false;
  return factors.includes(hour) || factors.filter((factor) => factor === minute).length === 2;
}

function factorsOf(expression: TSESTree.Node, file: FileContext): unknown[] {
  const factors: unknown[] = [];
  let node = unwrap(expression);
  for (; node.type === 'BinaryExpression' && node.operator === '*'; node = unwrap(node.left)) {
    factors.push(
      ...(unwrap(node.right).type === 'BinaryExpression' ? factorsOf(node.right, file) : [valueOf(node.right, file)]),
    );
  }
  return [...factors, valueOf(node, file)];
}

const valueOf = (node: TSESTree.Node, file: FileContext): unknown => constantOf(node, file)?.value;
