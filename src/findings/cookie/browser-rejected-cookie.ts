import type { TSESTree } from '@typescript-eslint/utils';
import type { CookieSite } from '../../model/setup/cookie-site';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { isMisplaced } from './misplaced-option';
import { isOff, attributeValueOf } from '../../model/cookie/attribute-value';
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

const ofAllCookies = oncePerFile((file: FileContext): readonly RefusedCookie[] =>
  sessionCookiesIn(file).flatMap((site) => refusalsOf(site, file)),
);

/** The cookies browsers refuse, each cause once. */
export const refusedCookiesIn = oncePerFile((file: FileContext): readonly RefusedCookie[] => {
  const first = new Map(
    ofAllCookies(file)
      .map((one) => [one.node, one] as const)
      .reverse(),
  );
  return ofAllCookies(file).filter((one) => first.get(one.node) === one);
});

/** Is a cookie refused because it is not `Secure`? Then it travels nowhere, not even over plain HTTP. */
export function isRefusedAsInsecure(site: CookieSite, file: FileContext): boolean {
  return ofAllCookies(file).some((one) => one.site === site && one.cause.endsWith('Insecure'));
}

function refusalsOf(site: SessionCookie, file: FileContext): RefusedCookie[] {
  if (!site.attributes.secure) return [];
  const name = cookieNameOf(site, file);
  const prefix = /^__(?:Host|Secure)-/i.exec(name?.text ?? '')?.[0] ?? '';
  const refused = (cause: RefusedCookie['cause'], node: TSESTree.Node): RefusedCookie => ({
    site,
    cause,
    node,
    prefix,
  });
  const nameNode = name?.node ?? site.anchor;
  const found: RefusedCookie[] = [];
  if (/^__host/i.test(prefix)) {
    const domain = attributeValueOf(site, 'domain', file);
    if (domain.state === 'set' && domain.constant?.value) found.push(refused('prefixDomain', domain.node));
    const path = attributeValueOf(site, 'path', file);
    const isElsewhere = path.state === 'set' && path.constant !== null && path.constant.value !== '/';
    if (path.state === 'set' && isElsewhere && path.constant?.value) found.push(refused('prefixPath', path.node));
    if (path.state === 'absent' && path.whenAbsent === false) found.push(refused('prefixNoPath', nameNode));
  }
  if (!isOff(attributeValueOf(site, 'secure', file)) || isMisplaced(site, 'secure', file)) return found;
  if (prefix) return [...found, refused('prefixInsecure', nameNode)];
  const sameSite = attributeValueOf(site, 'sameSite', file);
  const isNone = sameSite.state === 'set' && String(sameSite.constant?.value).toLowerCase() === 'none';
  if (sameSite.state === 'set' && isNone) return [...found, refused('noneInsecure', sameSite.node)];
  const partitioned = attributeValueOf(site, 'partitioned', file);
  const isApart = partitioned.state === 'set' && partitioned.constant?.value === true;
  return partitioned.state === 'set' && isApart ? [...found, refused('partitionedInsecure', partitioned.node)] : found;
}
