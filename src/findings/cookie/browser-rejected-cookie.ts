import type { TSESTree } from '@typescript-eslint/utils';
import type { CookieSite } from '../../model/setup/cookie-site';
import type { File } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { isMisplaced } from './misplaced-option';
import { isOff, saidOf } from '../../model/cookie/attribute-value';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import { cookieNameOf, sessionCookiesIn } from '../../model/cookie/session-cookies';

/** A cookie that browsers refuse for what its attributes say together; RFC 6265bis, sections 4.1.3 and 5.7. */
export interface RefusedCookie {
  site: SessionCookie;
  cause:
    /** A name with a prefix, `SameSite=None` or `Partitioned`, each without `Secure`. */
    | 'prefixInsecure'
    | 'noneInsecure'
    | 'partitionedInsecure'
    /** A `__Host-` name with a domain, or with another path than `/`. */
    | 'prefixDomain'
    | 'prefixPath'
    | 'prefixNoPath';
  /** What it is refused for. */
  node: TSESTree.Node;
  prefix: string;
}

const ofAllCookies = oncePerFile((file: File): readonly RefusedCookie[] =>
  sessionCookiesIn(file).flatMap((site) => refusalsOf(site, file)),
);

/** The cookies browsers refuse, each cause once. */
export const refusedCookiesIn = oncePerFile((file: File): readonly RefusedCookie[] => {
  const first = new Map(ofAllCookies(file).map((one) => [one.node, one] as const).reverse());
  return ofAllCookies(file).filter((one) => first.get(one.node) === one);
});

/** Is a cookie refused because it is not `Secure`? Then it travels nowhere, not even over plain HTTP. */
export function isRefusedAsInsecure(site: CookieSite, file: File): boolean {
  return ofAllCookies(file).some((one) => one.site === site && one.cause.endsWith('Insecure'));
}

function refusalsOf(site: SessionCookie, file: File): RefusedCookie[] {
  if (!site.attributes.secure) return [];
  const name = cookieNameOf(site, file);
  const prefix = /^__(?:Host|Secure)-/i.exec(name?.text ?? '')?.[0] ?? '';
  const refused = (cause: RefusedCookie['cause'], node: TSESTree.Node): RefusedCookie => ({ site, cause, node, prefix });
  const nameNode = name?.node ?? site.anchor;
  const found: RefusedCookie[] = [];
  if (/^__host/i.test(prefix)) {
    const domain = saidOf(site, 'domain', file);
    if (domain.state === 'set' && domain.constant?.value) found.push(refused('prefixDomain', domain.node));
    const path = saidOf(site, 'path', file);
    const isElsewhere = path.state === 'set' && path.constant !== null && path.constant.value !== '/';
    if (path.state === 'set' && isElsewhere && path.constant?.value) found.push(refused('prefixPath', path.node));
    if (path.state === 'absent' && path.whenAbsent === false) found.push(refused('prefixNoPath', nameNode));
  }
  if (!isOff(saidOf(site, 'secure', file)) || isMisplaced(site, 'secure', file)) return found;
  if (prefix) return [...found, refused('prefixInsecure', nameNode)];
  const sameSite = saidOf(site, 'sameSite', file);
  const isNone = sameSite.state === 'set' && String(sameSite.constant?.value).toLowerCase() === 'none';
  if (sameSite.state === 'set' && isNone) return [...found, refused('noneInsecure', sameSite.node)];
  const partitioned = saidOf(site, 'partitioned', file);
  const isApart = partitioned.state === 'set' && partitioned.constant?.value === true;
  return partitioned.state === 'set' && isApart ? [...found, refused('partitionedInsecure', partitioned.node)] : found;
}
