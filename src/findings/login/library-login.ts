import type { TSESTree } from '@typescript-eslint/utils';
import { placesNamed } from '../../ast/named-places';
import { outermost, unwrap } from '../../ast/unwrap';
import type { AccountCall } from '../../libraries/types';
import type { AccountAction } from '../../secrets/names/account-actions';
import { routeActionOf } from '../../secrets/names/account-actions';
import { candidateCallsIn } from '../../model/file/candidate-calls';
import type { Fact } from '../../model/facts/known-libraries';
import type { FileContext } from '../../model/file/file-context';
import { fileHolding } from '../../model/file/file-context';
import { versionOf } from '../../model/file/library-version';
import { destinationOf, factsNamed, likelyFactsOf } from '../../model/session/session-storage';
import { accountCallsOf, isLeftAlone } from './account-call';
import { accountHandlersAround } from './account-handler';
import { routeOfCall } from './route';
import type { UnrenewedLogin } from './session-regeneration';
import { isRenewedIn, unrenewedLoginsIn } from './session-regeneration';

/** A call of a library that logs a user in, in a version that keeps the session id. */
export interface LibraryLogin {
  call: TSESTree.CallExpression;
  /** What logs in, and the first version that renews the id. */
  library: string;
  renewsFrom: string;
}

type Running = Parameters<typeof isRenewedIn>[0];

/**
 * Calls that log in and keep the id, because the version in use is known to be too old: `passport.authenticate` below
 * 0.6. Only in a login, with a session on the server, and where nothing beside it renews the id.
 * @param told logins that are reported already, by what they write
 */
export function libraryLoginsIn(
  file: FileContext,
  actions: ReadonlySet<AccountAction>,
  told: readonly UnrenewedLogin[],
): LibraryLogin[] {
  const tooOld = file.libraries.accountCalls.filter(
    ({ library, fact: { does, renewsFrom } }) =>
      does === 'login' &&
      renewsFrom !== undefined &&
      versionOf(library, library.module, file).isBefore(renewsFrom) === true,
  );
  if (tooOld.length === 0) return [];
  const calls = new Set([...candidateCallsIn(file), ...loginsWrittenIn(file, tooOld)]);
  const found: LibraryLogin[] = [];
  for (const call of calls) {
    const callee = unwrap(call.callee);
    if (call.type !== 'CallExpression' || callee.type !== 'MemberExpression') continue;
    const known = accountCallsOf(callee, 'login', file).find(({ fact }) => tooOld.some((one) => one.fact === fact));
    if (!known || isLeftAlone(callee, known.fact, file)) continue;
    const running = loginsAround(call, actions, file);
    if (running.length === 0 || running.some((one) => isTold(one, told) || isToldElsewhere(one, actions, file)))
      continue;
    if (!isKeptThere(running, file)) continue;
    found.push({ call, library: known.library.module, renewsFrom: known.fact.renewsFrom ?? '' });
  }
  return found.sort((a, b) => a.call.range[0] - b.call.range[0]);
}

/**
 * `req.logIn(user, done)`: no word of sessions is in it, and `login` is one of every client. So the text is searched
 * only where the version of the library is known to be too old.
 */
function loginsWrittenIn({ sourceCode }: FileContext, facts: readonly Fact<AccountCall>[]): TSESTree.CallExpression[] {
  const names = new Set(
    facts.flatMap(({ fact: { members = [] } }) => members.map((path) => path.slice(path.lastIndexOf('.') + 1))),
  );
  return placesNamed(names, '.', sourceCode).flatMap(({ parent: member }) => {
    const call = member?.type === 'MemberExpression' ? outermost(member).parent : undefined;
    return call?.type === 'CallExpression' && unwrap(call.callee) === member ? [call] : [];
  });
}

/**
 * The handlers a call stands in, or the route it is an argument of: `app.post('/login',
 * passport.authenticate('local'))`.
 */
function loginsAround(
  call: TSESTree.CallExpression,
  actions: ReadonlySet<AccountAction>,
  file: FileContext,
): Running[] {
  const handlers = accountHandlersAround(call, file).filter(({ action }) => actions.has(action));
  if (handlers.length > 0) return handlers;
  const whole = outermost(call);
  const around = whole.parent?.type === 'ArrayExpression' ? outermost(whole.parent) : whole;
  const { parent } = around;
  if (parent?.type !== 'CallExpression' || parent.callee === around) return [];
  const route = routeOfCall(parent, file);
  const action = route && routeActionOf(route.path, route.method);
  return action && actions.has(action) ? [{ fn: parent, beside: [] }] : [];
}

const isTold = ({ fn }: Running, told: readonly UnrenewedLogin[]): boolean =>
  told.some(({ use: { node } }) => fn.range[0] <= node.range[0] && node.range[1] <= fn.range[1]);

/** A handler of the file that this one is looked at from. */
function isToldElsewhere(one: Running, actions: ReadonlySet<AccountAction>, file: FileContext): boolean {
  const home = fileHolding(one.fn, file);
  return home !== file && isTold(one, unrenewedLoginsIn(home, actions));
}

/** Does the session lie on a server, and does nothing that runs there give it a new id? */
function isKeptThere(running: readonly Running[], file: FileContext): boolean {
  const session = { facts: factsNamed(['req.session', 'request.session', 'ctx.session'], file), isShared: true };
  const { library, storage } = destinationOf(session, file);
  if (library === null || storage !== 'server') return false;
  const facts = likelyFactsOf(session, file).map(({ fact }) => fact);
  return !running.some((one) => isRenewedIn(one, facts, file));
}
