import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { outermost } from '../../ast/unwrap';
import { splitWords } from '../../secrets/names/names';
import { cookiesAt } from './cookie-read';
import { storageIdsIn, storedSessionsIn } from './handed-over';
import { keptSecretAt } from './kept-secret';
import { isForOneEnvironment } from '../../model/dataflow/environment-branch';
import { leakIndexOf } from '../../model/facts/leak-index';
import type { FileContext } from '../../model/file/file-context';
import { fileHolding, oncePerFile } from '../../model/file/file-context';
import { isChain } from '../../model/file/member-chain';
import type { SinkReached } from './flow-to-sink';
import { sinksReachedBy, outflowsOfName } from './flow-to-sink';
import { secretUsesIn } from '../../model/session/secret-use';
import type { SessionObject } from '../../model/session/session-object';
import { sessionObjectOf } from '../../model/session/resolve-session';
import { isClientVisible } from '../../model/session/session-object';
import { destinationOf } from '../../model/session/session-storage';
import type { SessionUse } from '../../model/session/session-use';
import { sessionUsesIn } from '../../model/session/session-uses';
import { usersIn } from './user-leak';
import { vaultReadsIn } from '../../model/session/vault-read';

/** What of a session leaves, the most telling first. */
const kinds = ['session', 'secret', 'credential', 'cookies', 'cookie', 'id', 'user'] as const;
type Kind = (typeof kinds)[number];

/** A place where a session, or a secret of it, leaves the server. */
export interface Leak {
  what: Kind;
  /** Key of the secret, name of the header or cookie, how a user is written; empty for a session and its id. */
  name: string;
  how: 'log' | 'body' | 'page' | 'url' | 'error';
  /** The callee, as a message calls it. */
  by: string;
  /** The value that leaves, as it stands there. */
  node: TSESTree.Node;
  /** Where it comes from or leaves, if that is in another file. */
  elsewhere: TSESTree.Node | undefined;
}

/**
 * Where each kind may not go. An id in a body or a header of its own is read by scripts, which its cookie is hidden
 * from; cookies are handed to templates to be read there. A URL that is not of this site belongs to whoever gave the
 * secret.
 */
const ways: Record<Kind, ReadonlySet<SinkReached['as']>> = {
  session: new Set(['log', 'body', 'page', 'redirect', 'query', 'own-query', 'error']),
  secret: new Set(['log', 'body', 'page', 'redirect', 'own-query', 'error']),
  // An interface may well show users a key of their own.
  credential: new Set(['log', 'redirect', 'own-query', 'error']),
  cookies: new Set(['log', 'body', 'error']),
  // A token may be the application's own to hand on; the cookie of the session is not.
  cookie: new Set(['log', 'body', 'redirect', 'own-query', 'error']),
  id: new Set(['log', 'body', 'header', 'redirect', 'query', 'own-query']),
  // A page is made to show its user who they are.
  user: new Set(['log']),
};

/** Every leak of a file, in the order of the text; of what leaves by one call, the worst. */
export const leaksIn = oncePerFile((file: FileContext): readonly Leak[] => {
  const found = new Map<TSESTree.Node, Leak>();
  /** Of the calls that hand something to a function of this file, where it leaves there. */
  const inside = new Map<TSESTree.Node, TSESTree.Node>();
  const note = (what: Kind, name: string, flows: readonly SinkReached[]): void => {
    const open = flows.filter(
      (flow) => ways[what].has(flow.as) && !isExpected(what, name, flow, file) && !isOfOtherType(flow.value, file),
    );
    // A query that is on its way to somewhere is told of there.
    const last = open.some((flow) => !isQuery(flow)) ? open.filter((flow) => !isQuery(flow)) : open;
    for (const { as, node, by, value, handedBy, elsewhere } of last) {
      const place = handedBy ?? node;
      const known = found.get(place);
      if (known && kinds.indexOf(known.what) <= kinds.indexOf(what)) continue;
      if (handedBy) inside.set(handedBy, node);
      const how = isUrl(as) ? 'url' : as === 'header' ? 'body' : as;
      found.set(place, { what, name, by, how, node: value, elsewhere });
    }
  };
  for (const node of file.nodes.expressions) {
    noteSession(node, note, file);
    const kept = keptSecretAt(node, file);
    if (kept) note('secret', kept.name, sinksReachedBy(kept.node, 'object', kept.session, file));
    for (const { what, name, flows } of cookiesAt(node, file)) note(what, name, flows());
  }
  for (const sessions of storedSessionsIn(file)) note('session', '', outflowsOfName(sessions, 'object', null, file));
  for (const id of storageIdsIn(file)) note('id', '', outflowsOfName(id, 'text', null, file));
  for (const { access, keys, session } of sessionUsesIn(file)) {
    const [key = '', ...below] = keys;
    if (access.form !== 'pattern' || below.length > 0 || !leakIndexOf(file.libraries).sessionIds.has(key)) continue;
    const flows = outflowsOfName(access.property.value, 'text', session, file);
    if (flows.length > 0 && isOwnId(key, session, file)) note('id', '', flows);
  }
  for (const { use, key } of secretUsesIn(file)) {
    const isWhole = key.index === use.keys.length - 1;
    if (use.kind === 'read' && isWhole) note('secret', key.name, flowsOfUse(use, file));
  }
  for (const { what, name, flows } of usersIn(file)) note(what, name, flows());
  for (const { call, session, name } of vaultReadsIn(file))
    note('secret', name, sinksReachedBy(call, 'text', session, file));
  // What is told of in the function is not told of again at its calls.
  for (const [call, node] of inside) if (found.has(node)) found.delete(call);
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
});

type Note = (what: Kind, name: string, flows: readonly SinkReached[]) => void;

const isUrl = (as: SinkReached['as']): as is 'redirect' | 'query' | 'own-query' =>
  as === 'redirect' || as === 'query' || as === 'own-query';

const isQuery = ({ as }: SinkReached): boolean => as === 'query' || as === 'own-query';

/** Logs of a developer's own machine, and the token by which a user is signed out at the identity provider. */
function isExpected(what: Kind, name: string, { as, node, handedBy = node }: SinkReached, file: FileContext): boolean {
  if (as === 'log' || as === 'error')
    return [node, handedBy].some((one) => isForOneEnvironment(one, fileHolding(one, file)));
  if (what === 'cookie' && as === 'body') return !splitWords(name).some((word) => /^(?:sid|sess|session)$/.test(word));
  return what === 'secret' && as !== 'body' && as !== 'page' && splitWords(name).join(' ').endsWith('id token');
}

/**
 * `if (typeof req.sessionID !== 'string') debug('bogus: %o', req.sessionID)`: what is no text is no id and no secret.
 */
function isOfOtherType(value: TSESTree.Node, file: FileContext): boolean {
  for (let node = value; node.parent && !isFunction(node.parent); node = node.parent) {
    const { parent } = node;
    if (parent.type !== 'IfStatement' || parent.consequent !== node || parent.test.type !== 'BinaryExpression')
      continue;
    const { left, operator, right } = parent.test;
    const isTypeOf =
      left.type === 'UnaryExpression' &&
      left.operator === 'typeof' &&
      file.textOf(left.argument) === file.textOf(value);
    if (isTypeOf && /^!==?$/.test(operator) && right.type === 'Literal' && right.value === 'string') return true;
  }
  return false;
}

/** The whole session, by itself or by what gives all of it, and its id. */
function noteSession(node: TSESTree.Node, note: Note, file: FileContext): void {
  const { sessionIds, sessionIdMembers, wholeSessions, credentials } = leakIndexOf(file.libraries);
  const whole = outermost(node, true);
  const { parent } = whole;
  if (parent?.type === 'MemberExpression' && parent.object === whole) {
    const key = staticName(parent) ?? '';
    if (!sessionIds.has(key) && !wholeSessions.has(key)) return;
    const session = sessionObjectOf(node, file);
    if (!session) return;
    if (sessionIds.has(key)) {
      const flows = sinksReachedBy(parent, 'text', session, file);
      if (flows.length > 0 && isOwnId(key, session, file)) note('id', '', flows);
    }
    if (!isClientVisible(session) && session.facts.some(({ fact }) => fact.methods?.all?.includes(key)))
      note('session', '', sinksReachedBy(calledOr(parent), 'object', session, file));
    return;
  }
  const last = node.type === 'MemberExpression' ? staticName(node) : node.type === 'Identifier' ? node.name : undefined;
  const members = sessionIdMembers.get(last ?? '') ?? [];
  if (members.some((names) => isChain(node, names, file)))
    return note('id', '', sinksReachedBy(node, 'text', null, file));
  const written = node.type === 'MemberExpression' ? (credentials.get(last ?? '') ?? []) : [];
  if (written.some((names) => isChain(node, names, file)))
    return note('credential', last ?? '', sinksReachedBy(node, 'text', null, file));
  if (!mayLeave(whole)) return;
  const session = sessionObjectOf(node, file);
  if (session && !isClientVisible(session)) note('session', '', sinksReachedBy(node, 'object', session, file));
}

/** Whoever writes to the key keeps something else there, and so does a library that has no id. */
function isOwnId(key: string, session: SessionObject, file: FileContext): boolean {
  if (sessionUsesIn(file).some(({ kind, keys }) => kind === 'write' && keys.length === 1 && keys[0] === key))
    return false;
  const { library } = destinationOf(session, file);
  return session.facts.some((one) => (!library || one.library.module === library) && one.fact.id?.includes(key));
}

/** `session.all()`, or `session.data` as it stands. */
function calledOr(member: TSESTree.MemberExpression): TSESTree.Node {
  const whole = outermost(member);
  const { parent } = whole;
  return parent?.type === 'CallExpression' && parent.callee === whole ? parent : member;
}

/** Most of what is done with a session does not hand it on: asked first, because it costs nothing. */
function mayLeave(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'AssignmentExpression':
      return parent.right === node;
    case 'Property':
      return parent.value === node && parent.parent.type === 'ObjectExpression';
    case 'VariableDeclarator':
      // The session under another name is found under that.
      return parent.init === node && parent.id.type === 'ObjectPattern';
    case 'SpreadElement':
    case 'ArrayExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'ReturnStatement':
      return true;
    case 'ArrowFunctionExpression':
      // What it gives, not what it is given.
      return parent.body === node;
    default:
      return false;
  }
}

function flowsOfUse({ access, node, session }: SessionUse, file: FileContext): SinkReached[] {
  switch (access.form) {
    case 'pattern':
      return outflowsOfName(access.property.value, 'text', session, file);
    case 'method':
      return sinksReachedBy(access.call, 'text', session, file);
    case 'member':
      return sinksReachedBy(node, 'text', session, file);
    default:
      return [];
  }
}
