import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import type { AccountHandler } from './account-handler';
import { accountHandlersAround } from './account-handler';
import type { BareLogout } from './account-call';
import { accountCallsOf, bareLogoutsIn } from './account-call';
import { scalarOf } from '../../model/dataflow/values';
import type { File } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import type { Handler } from './handler';
import { handlersAround } from './handler';
import { codeOf } from './handler-body';
import { sessionObjectOf } from '../../model/session/resolve-session';
import { isIdentity, sessionText } from './session-regeneration';
import { destinationOf, factsNamed, likelyFactsOf } from '../../model/session/session-storage';
import type { SessionUse } from '../../model/session/session-use';
import { sessionUsesIn } from '../../model/session/session-uses';

/** A logout that leaves the session alive: by fields that are cleared one by one, or by a call that does no more. */
export type UnfinishedLogout =
  | { by: 'clear'; use: SessionUse; session: string; library: string; method: string }
  | ({ by: 'call' } & BareLogout);

/** Logouts of a file that do not end the session, each handler once, and calls that fail for want of a callback. */
export const unfinishedLogoutsIn = oncePerFile((file: File): readonly UnfinishedLogout[] => {
  const calls = bareLogoutsIn(file).filter((bare) => bare.isRefused === true || !isEndedAround(bare, file));
  return [...calls.map((bare) => ({ by: 'call' as const, ...bare })), ...clearedOnly(calls, file)];
});

/** Where the version in use takes no callback (or is not known), what else the handler does decides. */
function isEndedAround({ call, isRefused }: BareLogout, file: File): boolean {
  if (handlersAround(call, file).some((handler) => isEndedIn(handler, file))) return true;
  // Without a handler in sight nobody knows what follows.
  if (isRefused === undefined) return false;
  const { storage } = destinationOf({ facts: factsNamed(['req.session', 'request.session'], file), isShared: true }, file);
  return storage !== 'server' || handlersAround(call, file).length === 0;
}

/** @param calls what is told already: a handler is told once */
function clearedOnly(calls: readonly BareLogout[], file: File): UnfinishedLogout[] {
  const found: UnfinishedLogout[] = [];
  const done = new Set<TSESTree.Node>(calls.flatMap(({ call }) => handlersAround(call, file).map(({ fn }) => fn)));
  for (const use of sessionUsesIn(file)) {
    // In the order of what it costs to ask.
    if ((use.kind !== 'clear' && use.kind !== 'write') || !isIdentity(use)) continue;
    const handlers = accountHandlersAround(use.node, file).filter(({ action }) => action === 'logout');
    if (handlers.every(({ fn }) => done.has(fn)) || !isCleared(use, file)) continue;
    const { library, storage } = destinationOf(use.session, file);
    const method = likelyFactsOf(use.session, file).flatMap(({ fact }) => fact.methods?.destroy ?? [])[0];
    if (storage !== 'server' || library === null || method === undefined) continue;
    handlers.forEach(({ fn }) => done.add(fn));
    if (!handlers.some((handler) => isEndedIn(handler, file))) {
      found.push({ by: 'clear', use, session: sessionText(use, file), library, method });
    }
  }
  return found;
}

/** `delete session.user`, `session.user = null`, `session.loggedIn = false`. */
function isCleared({ kind, value }: SessionUse, file: File): boolean {
  return kind === 'clear' || (kind === 'write' && value !== undefined && scalarOf(value, file)?.value === false);
}

/** Names of functions and methods that end a session, ours or anybody's. */
const ending =
  /destroy|regenerat|invalidat|^(?:end|clear|kill|reset|remove|delete|close|terminate|expire|revoke|drop|wipe|empty|purge|flush|unset|del)_?\w{0,20}(?:session|cookie|sid)|^(?:clear|delete)cookie$|^session_?store$/i;

/** Functions that log out: what they do to the session is theirs to say. */
const loggingOut = /(?:log|sign)_?(?:out|off)|end_?session/i;

function isEndedIn(handler: Handler | AccountHandler, file: File): boolean {
  const { identifiers, members, calls } = codeOf(handler, file);
  return (
    identifiers.some(({ name }) => ending.test(name)) ||
    members.some((member) => isEndOf(member, file)) ||
    identifiers.some((name) => isReplaced(name, file)) ||
    calls.some((call) => loggingOut.test(calledName(call)) && !isBare(call, file))
  );
}

/** Is it one of the calls that are judged here themselves? */
const isBare = (call: TSESTree.CallExpression, file: File): boolean =>
  accountCallsOf(call.callee, 'logout', file).length > 0 && bareLogoutsIn(file).some((bare) => bare.call === call);

/** `session.destroy`, `session.clear`, `session.cookie.maxAge = 0`, `req.session = null`. */
function isEndOf(member: TSESTree.MemberExpression, file: File): boolean {
  const session = sessionObjectOf(member.object, file);
  const name = staticName(member) ?? '';
  if (session) {
    if (name === 'cookie' || /^(?:clear|delete|reset|invalidate|flush|forget|empty)$/.test(name) && outermost(member).parent?.type === 'CallExpression') {
      return name === 'cookie' ? isWrittenBelow(member) : isCalledPlain(member);
    }
    return session.facts.some(({ fact: { methods } }) => methods?.destroy?.includes(name) || methods?.regenerate?.includes(name));
  }
  return isReplaced(member, file);
}

/** `session.clear()`; `session.delete('key')` clears one key. */
function isCalledPlain(member: TSESTree.MemberExpression): boolean {
  const { parent } = outermost(member);
  return parent?.type === 'CallExpression' && parent.arguments.length === 0;
}

function isWrittenBelow(member: TSESTree.MemberExpression): boolean {
  const { parent } = outermost(member);
  if (parent?.type !== 'MemberExpression') return false;
  const assignment = outermost(parent).parent;
  return assignment?.type === 'AssignmentExpression' && unwrap(assignment.left) === parent;
}

/** `req.session = null`, `delete req.session`. */
function isReplaced(node: TSESTree.Node, file: File): boolean {
  const { parent } = outermost(node);
  const isWritten =
    (parent?.type === 'AssignmentExpression' && unwrap(parent.left) === node) ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete');
  return isWritten && sessionObjectOf(node, file) !== null;
}
