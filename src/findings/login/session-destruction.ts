import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { functionAround } from '../../ast/functions';
import type { SessionFact } from '../../libraries/types';
import type { BareLogout } from './account-call';
import { bareLogoutsIn } from './account-call';
import type { AccountHandler } from './account-handler';
import { accountHandlersAround } from './account-handler';
import { handlersAround } from './handler';
import { endsOf, isEndedIn, leavesNothing, unsetAt } from './session-end';
import { isIdentity, sessionText, shortText } from './session-regeneration';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { sessionObjectOf } from '../../model/session/resolve-session';
import type { SessionObject } from '../../model/session/session-object';
import { destinationOf, factsNamed, likelyFactsOf } from '../../model/session/session-storage';
import type { SessionUse } from '../../model/session/session-use';
import { sessionUsesIn } from '../../model/session/session-uses';
import { readOption } from '../../model/setup/read-option';
import { setupsIn } from '../../model/setup/session-setup';
import { isSessionCookieOf } from './session-cookie';

/** What would end a session, as code: a method of it with a callback, or that it is set to nothing. */
export interface End {
  session: string;
  /** Undefined where `session = null` ends it. */
  method: string | undefined;
}

/** An option of the set-up of this file, and what it has to be. */
export interface SetupOption {
  owner: TSESTree.ObjectExpression;
  path: readonly string[];
  value: string;
}

/** A logout that leaves the session alive: by acts that do less, or by a call that does no more. */
export type UnfinishedLogout =
  /** Fields are cleared one by one. */
  | { by: 'clear'; use: SessionUse; library: string; end: End }
  /** The request loses the session, and the store does not. */
  | {
      by: 'unset';
      node: TSESTree.AssignmentExpression | TSESTree.UnaryExpression;
      library: string;
      end: End;
      setup: SetupOption | null;
    }
  /** The browser loses the cookie. */
  | { by: 'cookie'; node: TSESTree.CallExpression; library: string; end: End }
  | ({ by: 'call' } & BareLogout);

/** Logouts of a file that do not end the session, each handler once, and calls that fail for want of a callback. */
export const unfinishedLogoutsIn = oncePerFile((file: FileContext): readonly UnfinishedLogout[] => {
  const calls = bareLogoutsIn(file).filter((bare) => bare.isRefused === true || !isEndedAround(bare, file));
  // A handler is told once.
  const done = new Set<TSESTree.Node>(calls.flatMap(({ call }) => handlersAround(call, file).map(({ fn }) => fn)));
  const others = [...unsetOnly(done, file), ...clearedOnly(done, file), ...cookieOnly(done, file)];
  return [...calls.map((bare) => ({ by: 'call' as const, ...bare })), ...others];
});

/** The session of a request that a handler without one in sight is given. */
const likelySession = (file: FileContext): SessionObject => ({
  facts: factsNamed(['req.session', 'request.session', 'ctx.session'], file),
  isShared: true,
});

/** Where the version in use takes no callback (or is not known), what else the handler does decides. */
function isEndedAround({ call, isRefused }: BareLogout, file: FileContext): boolean {
  const ends = endsOf(likelyFactsOf(likelySession(file), file), file);
  if (handlersAround(call, file).some((handler) => isEndedIn(handler, ends, call, file))) return true;
  // Without a handler in sight nobody knows what follows.
  if (isRefused === undefined) return false;
  const { storage } = destinationOf(likelySession(file), file);
  return storage !== 'server' || handlersAround(call, file).length === 0;
}

/** The handlers around a place that log out, and of which nothing has been told. */
function logoutsAround(
  node: TSESTree.Node,
  done: ReadonlySet<TSESTree.Node>,
  file: FileContext,
): readonly AccountHandler[] {
  const handlers = accountHandlersAround(node, file).filter(({ action }) => action === 'logout');
  return handlers.every(({ fn }) => done.has(fn)) ? [] : handlers;
}

/** Is the session alive when these are through? Notes that they have been looked at. */
function isLeftAlive(
  handlers: readonly AccountHandler[],
  session: SessionObject,
  from: TSESTree.Node,
  done: Set<TSESTree.Node>,
  file: FileContext,
): boolean {
  const ends = endsOf(likelyFactsOf(session, file), file);
  if (handlers.some((handler) => isEndedIn(handler, ends, from, file))) return false;
  handlers.forEach(({ fn }) => done.add(fn));
  return true;
}

/** How a session that lies on a server is ended; null where it does not, or nobody knows. */
function endOf(session: SessionObject, text: string, file: FileContext): { library: string; end: End } | null {
  const { library, storage } = destinationOf(session, file);
  if (storage !== 'server' || library === null) return null;
  const facts = likelyFactsOf(session, file);
  const [method] = facts.flatMap(({ fact }) => fact.methods?.destroy ?? []);
  if (method !== undefined) return { library, end: { session: text, method } };
  const [own] = facts.flatMap(({ fact }) => (fact.afterUnset === 'ends' ? (fact.members ?? []) : []));
  return own === undefined ? null : { library, end: { session: own, method } };
}

/** `req.session = null`, where that takes the session from the request alone. */
function unsetOnly(done: Set<TSESTree.Node>, file: FileContext): UnfinishedLogout[] {
  return file.nodes.expressions.flatMap((node) => {
    const unset = node.type === 'MemberExpression' ? unsetAt(node, file) : null;
    if (!unset || !leavesNothing(unset)) return [];
    const handlers = logoutsAround(node, done, file);
    const session = handlers.length > 0 ? sessionObjectOf(node, file) : null;
    const way = session && endOf(session, shortText(node, file), file);
    if (!way || endsOf(likelyFactsOf(session, file), file).unset || !isLeftAlive(handlers, session, node, done, file))
      return [];
    return [{ by: 'unset', node: unset, ...way, setup: optionFor(likelyFactsOf(session, file), file) }];
  });
}

/** The option by which it would end all the same, in the only set-up of this file. */
function optionFor(facts: SessionObject['facts'], file: FileContext): SetupOption | null {
  const fact = facts.find((one) => one.fact.unsetEndsWith);
  const [setup, ...others] = setupsIn(file).filter(({ library }) => library === fact?.library);
  const { path, value } = fact?.fact.unsetEndsWith ?? {};
  if (!setup || others.length > 0 || !path || typeof value !== 'string') return null;
  const reading = readOption(setup.options, { path }, file);
  return reading.state === 'absent' && reading.owner && !reading.isShared
    ? { owner: reading.owner, path: reading.missing, value }
    : null;
}

function clearedOnly(done: Set<TSESTree.Node>, file: FileContext): UnfinishedLogout[] {
  return sessionUsesIn(file).flatMap((use) => {
    // In the order of what it costs to ask.
    if ((use.kind !== 'clear' && use.kind !== 'write') || !isIdentity(use)) return [];
    const handlers = logoutsAround(use.node, done, file);
    if (handlers.length === 0 || !isCleared(use, file)) return [];
    const way = endOf(use.session, sessionText(use, file), file);
    return way && isLeftAlive(handlers, use.session, use.node, done, file) ? [{ by: 'clear', use, ...way }] : [];
  });
}

/** `res.clearCookie('connect.sid')`, where the session that its copy opens lives on. */
function cookieOnly(done: Set<TSESTree.Node>, file: FileContext): UnfinishedLogout[] {
  return file.nodes.calls.flatMap((call) => {
    if (call.type !== 'CallExpression' || !/^(?:clear|delete)Cookie$/.test(calledName(call))) return [];
    const handlers = logoutsAround(call, done, file);
    if (handlers.length === 0) return [];
    const session = likelySession(file);
    const facts = likelyFactsOf(session, file);
    const [fact] = facts;
    if (!fact || endsOf(facts, file).cookie || !isSessionCookieOf(fact.library, call.arguments[0], file)) return [];
    const way = endOf(session, nameOf(fact.fact, call), file);
    return way && isLeftAlive(handlers, session, call, done, file) ? [{ by: 'cookie', node: call, ...way }] : [];
  });
}

/** What the session is called where nothing is done with it: by the parameters around. */
function nameOf({ members = [] }: SessionFact, near: TSESTree.Node): string {
  const around =
    functionAround(near)?.params.flatMap((one) => (one.type === 'Identifier' ? [`${one.name}.session`] : [])) ?? [];
  return members.find((member) => around.includes(member)) ?? members[0] ?? 'session';
}

/** `delete session.user`, `session.user = null`, `session.loggedIn = false`. */
function isCleared({ kind, value }: SessionUse, file: FileContext): boolean {
  return kind === 'clear' || (kind === 'write' && value !== undefined && constantOf(value, file)?.value === false);
}
