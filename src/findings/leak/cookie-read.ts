import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { variableOf } from '../../ast/definition';
import { staticName, staticString } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { isSessionCookieName } from '../../secrets/names/cookie-names';
import { splitWords } from '../../secrets/names/names';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { leakIndexOf } from '../../model/facts/leak-index';
import { isWithin } from '../../model/file/imports';
import { isChain } from '../../model/file/member-chain';
import { isPath } from '../../model/file/origin';
import type { SinkReached } from './flow-to-sink';
import { sinksReachedBy, outflowsOfName } from './flow-to-sink';

/** Cookies that came with a request, or go out with a response, where they are read. */
export interface CookieSource {
  /** All of them, or one that carries a session. */
  what: 'cookies' | 'cookie';
  /** The header's or the cookie's name, or how all of them are written. */
  name: string;
  /** Where they end up; asked only when it matters. */
  flows: () => SinkReached[];
}

/** The cookies an expression reads; usually none. */
export function cookiesAt(node: TSESTree.Node, file: FileContext): CookieSource[] {
  const header = headerRead(node);
  if (header) return [{ what: 'cookies', name: header, flows: () => sinksReachedBy(node, 'text', null, file) }];
  if (node.type === 'CallExpression') return readBy(node, file);
  return isRequestCookies(node, file) ? readFrom(node, file) : [];
}

/** `cookies.get('session')`, `getCookie(c, 'session')`, `cookies().get('session').value`. */
function readBy(call: TSESTree.CallExpression, file: FileContext): CookieSource[] {
  const candidates = leakIndexOf(file.libraries).cookieReads.get(calledName(call)) ?? [];
  if (candidates.length === 0) return [];
  const origin = file.originOf(call.callee);
  const known = origin && file.librariesOf(origin);
  const match = candidates.find(({ library, fact, names }) => {
    if (origin) return known?.includes(library) && fact.exports?.some((path) => isPath(origin.path, path));
    const isOwn = fact.members?.includes(names.join('.')) && (!fact.within || isWithin(fact.within, file));
    return isOwn && isChain(call.callee, names, file, { isHandler: fact.within !== undefined });
  });
  const name = match && constantOf(call.arguments[match.fact.name] ?? call, file)?.value;
  if (typeof name !== 'string' || !isTelling(name)) return [];
  return [{ what: 'cookie', name, flows: () => flowsOf(call, match?.fact.value, file) }];
}

/** Of the text itself, where the call gives it, or of what lies below the property that has it. */
function flowsOf(call: TSESTree.CallExpression, key: string | undefined, file: FileContext): SinkReached[] {
  if (key === undefined) return sinksReachedBy(call, 'text', null, file);
  const whole = outermost(call);
  const { parent } = whole;
  if (parent?.type === 'MemberExpression' && parent.object === whole)
    return staticName(parent) === key ? sinksReachedBy(parent, 'text', null, file) : [];
  const name =
    parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
      ? variableOf(parent.id, file.sourceCode)
      : null;
  const below = (name?.references ?? []).flatMap(({ identifier }) => {
    const { parent: member } = outermost(identifier as TSESTree.Node);
    return member?.type === 'MemberExpression' && staticName(member) === key
      ? sinksReachedBy(member, 'text', null, file)
      : [];
  });
  // The object as a whole has the text in it.
  return [...sinksReachedBy(call, 'object', null, file), ...below];
}

const headerNames = /^(?:set-)?cookie$/i;
const headerOwners = /^(?:headers|req|request|res|response|ctx)$/;

/** `req.headers.cookie`, `request.headers.get('Cookie')`, `res.getHeader('set-cookie')`; the header as it is spelt. */
function headerRead(node: TSESTree.Node): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = staticName(node) ?? '';
    return headerNames.test(name) && lastNameOf(node.object) === 'headers' ? headerCalled(name) : undefined;
  }
  if (node.type !== 'CallExpression' || node.arguments.length !== 1) return undefined;
  const callee = unwrap(node.callee);
  const name = staticString(node.arguments[0]) ?? '';
  if (callee.type !== 'MemberExpression' || !headerNames.test(name)) return undefined;
  const isRead =
    /^(?:get|header|getHeader)$/.test(staticName(callee) ?? '') && headerOwners.test(lastNameOf(callee.object));
  return isRead ? headerCalled(name) : undefined;
}

const headerCalled = (name: string): string => (/^set/i.test(name) ? 'Set-Cookie' : 'Cookie');

function lastNameOf(expression: TSESTree.Node): string {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression') return calledName(node);
  return (node.type === 'MemberExpression' && staticName(node)) || '';
}

function isRequestCookies(node: TSESTree.Node, file: FileContext): boolean {
  if (node.type !== 'MemberExpression' && node.type !== 'Identifier') return false;
  const last = node.type === 'Identifier' ? node.name : (staticName(node) ?? '');
  const members = leakIndexOf(file.libraries).requestCookies.get(last) ?? [];
  return members.some((names) => isChain(node, names, file));
}

/** All of the cookies, or those taken out of them that carry a session. */
function readFrom(node: TSESTree.Node, file: FileContext): CookieSource[] {
  const whole = outermost(node);
  const { parent } = whole;
  if (parent?.type === 'MemberExpression' && parent.object === whole) {
    const name = staticName(parent) ?? '';
    return isTelling(name) ? [{ what: 'cookie', name, flows: () => sinksReachedBy(parent, 'text', null, file) }] : [];
  }
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
    return parent.id.properties.flatMap((property) => {
      const name = property.type === 'Property' ? (staticName(property) ?? '') : '';
      if (property.type !== 'Property' || !isTelling(name)) return [];
      return [{ what: 'cookie' as const, name, flows: () => outflowsOfName(property.value, 'text', null, file) }];
    });
  }
  const name = file.textOf(node);
  return [{ what: 'cookies', name, flows: () => sinksReachedBy(node, 'object', null, file) }];
}

/** A cookie whose value lets its holder in; `user_id` and `remember` only say who somebody is. */
function isTelling(name: string): boolean {
  return (
    isSessionCookieName(name) &&
    splitWords(name).some((word) => /^(?:sid|sess|session|token|jwt|auth|bearer)$/.test(word))
  );
}
