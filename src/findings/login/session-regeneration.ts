import type { TSESTree } from '@typescript-eslint/utils';
import { functionAround } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { SessionFact } from '../../libraries/types';
import type { AccountAction } from '../../secrets/names/account-actions';
import { routeActionOf } from '../../secrets/names/account-actions';
import { isIdentityName } from '../../secrets/names/identity-names';
import { oncePerName } from '../../secrets/names/once-per-name';
import { callersOf } from './handler';
import { isRenewedBy } from './account-call';
import { accountHandlersAround } from './account-handler';
import { isAnywhere } from './code-elsewhere';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { fileHolding } from '../../model/file/file-context';
import { codeOf } from './handler-body';
import { versionOf } from '../../model/file/library-version';
import { sessionObjectOf } from '../../model/session/resolve-session';
import { destinationOf, likelyFactsOf } from '../../model/session/session-storage';
import type { SessionUse } from '../../model/session/session-use';
import { sessionUsesIn } from '../../model/session/session-uses';

/** A handler that logs a user in and lets the session keep the id it had before. */
export interface UnrenewedLogin {
  /** The write that makes it a login. */
  use: SessionUse;
  library: string;
  /** The session, as it is written there; what has the method, where that is not the session itself. */
  session: string;
  /** The library's method that would give a new id. */
  method: string;
  /** Is it a method of the session? */
  isOwn: boolean;
  /** What has it done when the request is answered, in place of a method: `c.set('session_key_rotation', true)`. */
  asked?: string;
}

/**
 * Logins of a file without a new session id, one for each handler. Only sessions that lie on the server and whose
 * library can give them a new id count; where it is not known what lies behind a session, nothing is said.
 * @param actions what counts as a login
 */
export function unrenewedLoginsIn(file: FileContext, actions: ReadonlySet<AccountAction>): UnrenewedLogin[] {
  const logins: UnrenewedLogin[] = [];
  const done = new Set<TSESTree.Node>();
  for (const use of sessionUsesIn(file)) {
    // In the order of what it costs to ask.
    if (use.kind !== 'write' || !(isIdentity(use) || isUserByAddress(use, file))) continue;
    const handlers = accountHandlersAround(use.node, file).filter(({ action }) => actions.has(action));
    if (handlers.every(({ fn }) => done.has(fn)) || !isTrue(use, file)) continue;
    const way = renewalOf(use, file);
    if (!way) continue;
    const running = handlers.flatMap((handler) => [handler, ...callersOf(handler, file)]);
    const isRenewed = isAskedFor(way.facts, file) || running.some((one) => isRenewedIn(one, way.facts, file));
    handlers.forEach(({ fn }) => done.add(fn));
    if (isRenewed) continue;
    const { library, method, owner } = way;
    logins.push({
      use,
      session: owner ?? sessionText(use, file),
      library,
      method,
      isOwn: owner === undefined,
      ...(way.asked === undefined ? {} : { asked: way.asked }),
    });
  }
  return logins;
}

/** The session of a use as it is written there: `req.session`; `session` where that is nowhere near or long. */
export function sessionText({ access, keys }: SessionUse, file: FileContext): string {
  let node: TSESTree.Node | undefined;
  if (access.form === 'member' && access.members.length === keys.length) node = access.members[0]?.object;
  if (access.form === 'method' && access.call.callee.type === 'MemberExpression') node = access.call.callee.object;
  return node ? shortText(node, file) : 'session';
}

export function shortText(node: TSESTree.Node, file: FileContext): string {
  const text = file.textOf(unwrap(node));
  return /^[\w$.]{1,40}$/.test(text) ? text : 'session';
}

/** What says of a user who it is, below one: `session.user.id`. */
const ownNames = /^_?(?:id|uid|uuid|guid|pk|sub|email|mail|username|name|login)$/i;

/**
 * `session.userId`, `session.auth.userId`, `session.user.id`: what says who somebody is. `session.user.theme` is said
 * of somebody who is there already.
 */
export function isIdentity({ keys, session }: SessionUse): boolean {
  const [key = '', below, ...rest] = keys;
  if (rest.length > 0 || session.facts.some(({ fact }) => fact.passedOn)) return false;
  if (below === undefined) return isIdentityName(key);
  return isIdentityName(below) || (isIdentityName(key) && ownNames.test(below));
}

/** An address and a role, written together by what is posted to a login: that is a user without an id. */
const isAddress = ({ keys }: SessionUse): boolean =>
  keys.length === 1 && /^(?:user_?)?(?:e_?mail|mail|phone)$/i.test(keys[0] ?? '');
const isRank = ({ kind, keys }: SessionUse): boolean =>
  kind === 'write' && keys.length === 1 && /^(?:user_?)?(?:roles?|permissions?|rights)$/i.test(keys[0] ?? '');

function isUserByAddress(use: SessionUse, file: FileContext): boolean {
  if (!isAddress(use)) return false;
  const routes = accountHandlersAround(use.node, file).flatMap((handler) => handler.routes);
  const isPosted = routes.some(({ path, method }) => method === 'post' && routeActionOf(path, method) === 'login');
  const fn = functionAround(use.node);
  return isPosted && sessionUsesIn(file).some((other) => isRank(other) && functionAround(other.node) === fn);
}

/** Not `session.loggedIn = false`. */
function isTrue({ value }: SessionUse, file: FileContext): boolean {
  const constant = value && constantOf(value, file);
  return !constant || Boolean(constant.value);
}

interface Renewal {
  library: string;
  method: string;
  /** What has the method, where that is not the session. */
  owner?: string;
  asked?: string;
  facts: SessionFact[];
}

/** How a session that lies on a server can be given a new id; null where it can not, or nobody knows. */
function renewalOf({ session }: SessionUse, file: FileContext): Renewal | null {
  const { library, storage } = destinationOf(session, file);
  if (storage !== 'server' || library === null) return null;
  const facts = likelyFactsOf(session, file);
  const methods = facts.flatMap(({ fact }) => fact.methods?.regenerate ?? []);
  const isTooOld = facts.some(
    ({ library: one, fact: { regenerateFrom } }) =>
      regenerateFrom !== undefined && versionOf(one, one.module, file).isBefore(regenerateFrom),
  );
  const [method] = methods;
  if (isTooOld) return null;
  const known = { library, facts: facts.map(({ fact }) => fact) };
  if (method !== undefined) return { ...known, method };
  const [beside] = known.facts.flatMap(({ renewedBy = [] }) => renewedBy);
  const at = beside?.lastIndexOf('.') ?? -1;
  const [asked] = known.facts.flatMap(({ renewedByKey }) => renewedByKey ?? []);
  if (beside === undefined && asked) return { ...known, method: '', asked: `${asked.member}('${asked.key}', true)` };
  return beside === undefined ? null : { ...known, owner: beside.slice(0, at), method: beside.slice(at + 1) };
}

/** A middleware or a function of the file may ask for it as well as the handler. */
const isAskedFor = (facts: readonly SessionFact[], file: FileContext): boolean =>
  facts.some(({ renewedByKey }) => {
    const isKey = (call: TSESTree.CallExpression | TSESTree.NewExpression): boolean =>
      call.arguments[0] !== undefined && constantOf(call.arguments[0], file)?.value === renewedByKey?.key;
    return renewedByKey !== undefined && file.nodes.calls.some(isKey);
  });

/** Names of functions and methods that give a session a new id, ours or anybody's; guards that log in by themselves. */
const renewing = /regenerat|^session_?store$/i;
const renewal = /^(?:renew|rotate|reset|refresh|recreate|fresh|new|cycle|migrate|invalidate|change)/i;
const guard = /^(?:Local|Login|Session)(?:Auth|Authentication|Login|Passport|Session|Strategy)*Guard$/i;

const isRenewer = oncePerName(
  (name) => renewing.test(name) || guard.test(name) || (renewal.test(name) && /session|sid/i.test(name)),
);

export function isRenewedIn(
  handler: Parameters<typeof codeOf>[0],
  facts: readonly SessionFact[],
  file: FileContext,
): boolean {
  const methods = new Set(facts.flatMap(({ methods: m }) => [...(m?.regenerate ?? []), ...(m?.destroy ?? [])]));
  const beside = new Set(
    facts.flatMap(({ renewedBy = [] }) => renewedBy.map((path) => path.slice(path.lastIndexOf('.') + 1))),
  );
  return isAnywhere(
    codeOf(handler, file),
    file,
    (code, at) =>
      code.identifiers.some(({ name }) => isRenewer(name)) ||
      code.members.some((member) => beside.has(staticName(member) ?? '')) ||
      code.members.some(
        (member) => methods.has(staticName(member) ?? '') && sessionObjectOf(member.object, at) !== null,
      ) ||
      code.members.some((member) => isRenewedBy(member, fileHolding(member, at))),
  );
}
