import type { TSESTree } from '@typescript-eslint/utils';
import { attributeValueOf } from '../../model/cookie/attribute-value';
import { lifetimesOf } from './cookie-lifetime';
import type { FileContext } from '../../model/file/file-context';
import { mistakenUnitsOf } from './mistaken-unit';
import { rejectedLifetimesOf } from './rejected-lifetime';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import { cookieNameOf, sessionCookiesIn } from '../../model/cookie/session-cookies';

/** A session that is told to last longer than it should. */
export interface LongLivedSession {
  site: SessionCookie;
  node: TSESTree.Expression;
  /** The option, as the library spells it. */
  option: string;
  seconds: number;
  cause:
    | 'long'
    /** Without any end. */
    | 'endless'
    /** Each request begins the lifetime anew, where the whole session may not last longer than some time. */
    | 'sliding'
    /** A lifetime that each request begins anew, which is longer than a session may be left alone. */
    | 'idle';
}

/** In seconds; `Infinity` where there is no limit. */
export interface Limits {
  /** Of the whole session. */
  most: number;
  /** Of the time without a request. */
  idle: number;
}

/**
 * The sessions of a file that are told to last longer than a number of seconds, or for ever, one report for each value.
 * A cookie that remembers somebody for next time is meant to outlive the session, and a number in the wrong unit, or
 * one that the library does not take, is another mistake.
 */
export function longLivedSessionsIn(file: FileContext, limits: Limits): LongLivedSession[] {
  const found = new Map<TSESTree.Node, LongLivedSession>();
  for (const site of sessionCookiesIn(file)) {
    const one = isRemembered(site, file) ? null : longLived(site, limits, file);
    if (one && !found.has(one.node)) found.set(one.node, one);
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

const isRemembered = (site: SessionCookie, file: FileContext): boolean =>
  /remember/i.test(cookieNameOf(site, file)?.text ?? '');

function longLived(site: SessionCookie, { most, idle }: Limits, file: FileContext): LongLivedSession | null {
  const lifetimes = lifetimesOf(site, file);
  const isMistaken = (node: TSESTree.Node): boolean =>
    [...mistakenUnitsOf(site, file), ...rejectedLifetimesOf(site, file)].some((one) => one.node === node);
  const long = lifetimes.find(({ seconds }) => seconds === Infinity || seconds > most);
  if (long) {
    const cause = long.seconds === Infinity ? 'endless' : 'long';
    return isMistaken(long.node) ? null : { ...long, site, cause };
  }
  const rolling = site.attributes.rolling && attributeValueOf(site, 'rolling', file);
  const slides = rolling?.state === 'set' ? rolling.constant?.value : rolling?.state === 'absent' && rolling.whenAbsent;
  if (!slides) return null;
  const alone = lifetimes.find(({ seconds }) => seconds > idle);
  if (alone) return isMistaken(alone.node) ? null : { ...alone, site, cause: 'idle' };
  // What slides by default may be ended by the program itself; where it is asked for, that is what was meant.
  if (rolling?.state !== 'set' || idle === Infinity || most === Infinity) return null;
  const option = site.attributes.rolling?.path.join('.') ?? '';
  return { site, node: rolling.node, option, seconds: Infinity, cause: 'sliding' };
}
