import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { isFunction } from '../../ast/functions';
import { isRequestName, isResponseName } from '../../ast/routing';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { isIdentityName } from '../../secrets/names/identity-names';
import { splitWords } from '../../secrets/names/names';
import type { FileContext } from '../../model/file/file-context';
import { sessionObjectOf } from '../../model/session/resolve-session';

/** Calls that reach all sessions of a user: `sessions.removeAll(user.id)`, `Session.destroy({ where: { userId } })`. */
const ofSessions = /^(?:sessions?|session_?(?:store|model|repository|service|manager))$|sessions$/i;

/**
 * May a call that cannot be followed end the session it is named after? It can where it is a method of the request, the
 * response or the session, where it is handed one of them, or nothing at all, and where what it is handed may be
 * anything. `audit.logout(user.id)` and `removeSession(user.id)` know the user, and no session.
 */
export function mayEndSession(call: TSESTree.CallExpression, file: FileContext): boolean {
  const callee = unwrap(call.callee);
  if (ofSessions.test(calledName(call))) return true;
  const owner = callee.type === 'MemberExpression' ? callee.object : null;
  if (owner && (isOfRequest(owner, file) || ofSessions.test(lastNameOf(owner)))) return true;
  const given = call.arguments.filter((argument) => !isFunction(argument));
  return given.length === 0 || !given.every((argument) => isOfUser(argument, file));
}

/** The request, the response or the session, or something that is taken from them. */
function isOfRequest(object: TSESTree.Node, file: FileContext): boolean {
  for (let node = unwrap(object); ; node = unwrap(node.type === 'MemberExpression' ? node.object : node)) {
    if (sessionObjectOf(node, file)) return true;
    if (node.type === 'Identifier') return isRequestName(node.name) || isResponseName(node.name);
    if (node.type !== 'MemberExpression') return false;
  }
}

function lastNameOf(expression: TSESTree.Node): string {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return node.name;
  return (node.type === 'MemberExpression' && staticName(node)) || '';
}

/** What else is said of a user, or of what happened. */
const details = new Set([
  ...['id', 'email', 'name', 'ip', 'pk', 'sub', 'uuid'],
  ...['reason', 'message', 'action', 'event', 'type', 'date', 'now'],
]);

/** Names with a word of sessions in them may lead to one. */
const sessionWords = /^(?:session|sess|sid|token|cookie|jwt|jti|req|res|ctx)$/;

/** A user, something said of one, a text: nothing that leads to a session. */
function isOfUser(value: TSESTree.Node, file: FileContext): boolean {
  const node = unwrap(value);
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every((one) => isOfUser(one, file));
    case 'Identifier':
      return isDetail(node.name);
    case 'MemberExpression': {
      const owner = lastNameOf(node.object);
      if (sessionObjectOf(node, file) || !isDetail(staticName(node) ?? '')) return false;
      // `session.userId` is the user; `session.id` is the session.
      if (isIdentityName(staticName(node) ?? '') || owner === 'req') return true;
      return sessionObjectOf(node.object, file) === null && !hasSessionWord(owner);
    }
    case 'ObjectExpression':
      return node.properties.every((one) => one.type === 'Property' && isOfUser(one.value, file));
    default:
      return false;
  }
}

const hasSessionWord = (name: string): boolean => splitWords(name).some((word) => sessionWords.test(word));

function isDetail(name: string): boolean {
  if (hasSessionWord(name)) return false;
  return isIdentityName(name) || details.has(splitWords(name).at(-1) ?? '');
}
