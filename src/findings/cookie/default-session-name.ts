import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from './weak-attribute';
import { placeOf } from './weak-attribute';
import type { FileContext } from '../../model/file/file-context';
import { isOff, attributeValueOf } from '../../model/cookie/attribute-value';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import { cookieNameOf, sessionCookiesIn } from '../../model/cookie/session-cookies';

/** A session cookie whose name tells too much, or promises too little. */
export interface TellingName {
  site: SessionCookie;
  /** `default`: the name everybody gets from the library; `unprefixed`: one without `__Host-`. */
  cause: 'default' | 'unprefixed';
  node: TSESTree.Node;
  name: string;
  /** How the library calls the option. */
  option: string;
  place: Place;
  /** May the name begin with `__Host-`, by what the cookie says of `Secure`, its path and its domain? */
  isPrefixable: boolean;
}

/**
 * The names of a file's session cookies that are the library's own, each once.
 * @param isPrefixRequired whether every name without `__Host-` counts
 */
export function tellingNamesIn(file: FileContext, isPrefixRequired: boolean): TellingName[] {
  const found = new Map<TSESTree.Node, TellingName>();
  for (const site of sessionCookiesIn(file)) {
    const name = cookieNameOf(site, file);
    const usual = site.attributes.name?.whenAbsent;
    if (!name || /^__(?:Host|Secure)-/i.test(String(usual))) continue;
    const isDefault = site.kind === 'setup' && name.text === usual;
    const isUnprefixed = isPrefixRequired && !/^__Host-/i.test(name.text);
    const node = name.node ?? site.anchor;
    if ((!isDefault && !isUnprefixed) || found.has(node)) continue;
    const option = site.attributes.name?.path.join('.') ?? 'name';
    const cause = isDefault ? 'default' : 'unprefixed';
    const place = placeFor(site, name.node, name.isLocal);
    found.set(node, { site, cause, node, name: name.text, option, place, isPrefixable: isPrefixable(site, file) });
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** A name others read too, to find or to clear the cookie, is left to them. */
function placeFor(site: SessionCookie, node: TSESTree.Expression | null, isLocal: boolean): Place {
  if (site.kind !== 'setup') return null;
  if (node) return isLocal && node.type === 'Literal' ? { kind: 'value', node } : null;
  return placeOf(site, 'name');
}

function isPrefixable(site: SessionCookie, file: FileContext): boolean {
  const secure = attributeValueOf(site, 'secure', file);
  const isSecure =
    (secure.state === 'set' && secure.constant?.value === true) ||
    (secure.state === 'absent' && secure.whenAbsent === true);
  const path = attributeValueOf(site, 'path', file);
  const isWhole =
    (path.state === 'absent' && path.whenAbsent === '/') || (path.state === 'set' && path.constant?.value === '/');
  return isSecure && isWhole && isOff(attributeValueOf(site, 'domain', file));
}
