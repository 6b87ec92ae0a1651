import type { TSESTree } from '@typescript-eslint/utils';
import type { Lifetime } from './cookie-lifetime';
import { lifetimesOf } from './cookie-lifetime';
import type { File } from '../../model/file/file-context';
import { mistakenUnitsOf } from './mistaken-unit';
import { rejectedLifetimesOf } from './rejected-lifetime';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import { cookieNameOf, sessionCookiesIn } from '../../model/cookie/session-cookies';

/** A session that is told to last longer than it should. */
export interface LongLivedSession {
  site: SessionCookie;
  lifetime: Lifetime;
}

/**
 * The sessions of a file that are told to last longer than a number of seconds, one report for each. A cookie that
 * remembers somebody for next time is meant to outlive the session, and a number in the wrong unit is another mistake.
 */
export function longLivedSessionsIn(file: File, most: number): LongLivedSession[] {
  const found = new Map<TSESTree.Node, LongLivedSession>();
  for (const site of sessionCookiesIn(file)) {
    const lifetime = lifetimesOf(site, file).find(({ seconds }) => seconds > most);
    if (!lifetime || found.has(lifetime.node) || /remember/i.test(cookieNameOf(site, file)?.text ?? '')) continue;
    if ([...mistakenUnitsOf(site, file), ...rejectedLifetimesOf(site, file)].some(({ node }) => node === lifetime.node)) continue;
    found.set(lifetime.node, { site, lifetime });
  }
  return [...found.values()].sort((a, b) => a.lifetime.node.range[0] - b.lifetime.node.range[0]);
}
