import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../ast/called-name';
import { staticName, staticString } from '../ast/static-name';
import { outermost, unwrap } from '../ast/unwrap';
import { isSessionCookieName } from '../secrets/cookie-names';
import { splitWords } from '../secrets/names';
import { leakIndexOf } from './leak-index';
import type { File } from './file';
import { endsIn } from './member-chain';
import type { Outflow } from './outflow';
import { outflowsOf, outflowsOfName } from './outflow';

/** Cookies that came with a request, or go out with a response, where they are read. */
export interface CookieSource {
  /** All of them, or one that carries a session. */
  what: 'cookies' | 'cookie';
  /** The header's or the cookie's name, or how all of them are written. */
  name: string;
  /** Where they end up; asked only when it matters. */
  flows: () => Outflow[];
}

/** The cookies an expression reads; usually none. */
export function cookiesAt(node: TSESTree.Node, file: File): CookieSource[] {
  const header = headerRead(node);
  if (header) return [{ what: 'cookies', name: header, flows: () => outflowsOf(node, 'text', null, file) }];
  return isRequestCookies(node, file) ? readFrom(node, file) : [];
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
  const isRead = /^(?:get|header|getHeader)$/.test(staticName(callee) ?? '') && headerOwners.test(lastNameOf(callee.object));
  return isRead ? headerCalled(name) : undefined;
}

const headerCalled = (name: string): string => (/^set/i.test(name) ? 'Set-Cookie' : 'Cookie');

function lastNameOf(expression: TSESTree.Node): string {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression') return calledName(node);
  return (node.type === 'MemberExpression' && staticName(node)) || '';
}

function isRequestCookies(node: TSESTree.Node, file: File): boolean {
  if (node.type !== 'MemberExpression' && node.type !== 'Identifier') return false;
  const last = node.type === 'Identifier' ? node.name : (staticName(node) ?? '');
  const members = leakIndexOf(file.libraries).requestCookies.get(last) ?? [];
  return members.some((names) => endsIn(node, names, file.sourceCode));
}

/** All of the cookies, or those taken out of them that carry a session. */
function readFrom(node: TSESTree.Node, file: File): CookieSource[] {
  const whole = outermost(node);
  const { parent } = whole;
  if (parent?.type === 'MemberExpression' && parent.object === whole) {
    const name = staticName(parent) ?? '';
    return isTelling(name) ? [{ what: 'cookie', name, flows: () => outflowsOf(parent, 'text', null, file) }] : [];
  }
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
    return parent.id.properties.flatMap((property) => {
      const name = property.type === 'Property' ? (staticName(property) ?? '') : '';
      if (property.type !== 'Property' || !isTelling(name)) return [];
      return [{ what: 'cookie' as const, name, flows: () => outflowsOfName(property.value, 'text', null, file) }];
    });
  }
  const name = file.sourceCode.getText(node);
  return [{ what: 'cookies', name, flows: () => outflowsOf(node, 'object', null, file) }];
}

/** A cookie whose value lets its holder in; `user_id` and `remember` only say who somebody is. */
function isTelling(name: string): boolean {
  return isSessionCookieName(name) && splitWords(name).some((word) => /^(?:sid|sess|session|token|jwt|auth|bearer)$/.test(word));
}
