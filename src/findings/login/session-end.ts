import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { definitionOf, functionNamed, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isFunction } from '../../ast/functions';
import { isCleared } from '../../ast/presence-test';
import { isKey, staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import type { SessionFact } from '../../libraries/types';
import { isSessionCookieName } from '../../secrets/names/cookie-names';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { sessionObjectOf } from '../../model/session/resolve-session';
import type { SessionObject } from '../../model/session/session-object';
import { readOption } from '../../model/setup/read-option';
import { setupsIn } from '../../model/setup/session-setup';
import { filesImportedBy } from '../../model/project/project';
import { accountCallsOf, bareLogoutsIn } from './account-call';
import { mayEndSession } from './call-elsewhere';
import { isAnywhere } from './code-elsewhere';
import type { Handler } from './handler';
import { callersOf } from './handler';
import type { HandlerCode } from './handler-body';
import { codeOf, methodNamed } from './handler-body';

/** Which of the acts that take a session from a request or a browser end it where it lies, too. */
export interface Ends {
  /** `req.session = null`, `delete req.session`. */
  unset: boolean;
  /** `res.clearCookie('connect.sid')`. */
  cookie: boolean;
}

/** What ends the sessions of some facts; where nobody knows, all of it does. */
export function endsOf(facts: SessionObject['facts'], file: FileContext): Ends {
  const isKnown = (lives: (fact: SessionFact) => boolean): boolean =>
    facts.length > 0 && facts.every(({ fact }) => lives(fact));
  return {
    unset: !isKnown((fact) => fact.afterUnset === 'lives') || facts.some((fact) => isEndedBySetup(fact, file)),
    cookie: !isKnown((fact) => fact.afterCookie === 'lives'),
  };
}

/** A set-up in sight that says so, or may. */
function isEndedBySetup(
  { library, fact: { unsetEndsWith } }: SessionObject['facts'][number],
  file: FileContext,
): boolean {
  if (!unsetEndsWith) return false;
  return [...filesInSight(file)].some((one) =>
    setupsIn(one).some((setup) => {
      if (setup.library !== library) return false;
      const reading = readOption(setup.options, { path: unsetEndsWith.path }, one);
      if (reading.state !== 'set') return reading.state === 'unknown';
      const constant = constantOf(reading.node, one);
      return !constant || constant.value === unsetEndsWith.value || reading.others.length > 0;
    }),
  );
}

/** A file, those that lead to it, and what all of these import, or have an index import for them. */
function filesInSight(file: FileContext): ReadonlySet<FileContext> {
  const files = new Set([file]);
  for (let { entry } = file; entry; { entry } = entry.from) files.add(entry.from);
  for (const one of [...files].flatMap(filesImportedBy)) {
    files.add(one);
    for (const other of filesImportedBy(one)) files.add(other);
  }
  return files;
}

/** Names of functions and methods that end a session, ours or anybody's. */
const ending =
  /destroy|regenerat|invalidat|^(?:end|clear|kill|reset|remove|delete|close|terminate|expire|revoke|drop|wipe|empty|purge|flush|unset|del)_?\w{0,20}(?:session|cookie|sid)|^session_?store$/i;

/** Functions that log out: what they do to the session is theirs to say. */
const loggingOut = /(?:log|sign)_?(?:out|off)|end_?session/i;

/**
 * Does a handler end the session, or one that calls it?
 * @param from what is judged: the name of the function it stands in says nothing of what it does
 */
export function isEndedIn(handler: Handler, ends: Ends, from: TSESTree.Node, file: FileContext): boolean {
  return [handler, ...callersOf(handler, file)].some((one) =>
    isAnywhere(codeOf(one, file), file, (code, at) => isEndedBy(code, one, ends, from, at)),
  );
}

function isEndedBy(code: HandlerCode, handler: Handler, ends: Ends, from: TSESTree.Node, file: FileContext): boolean {
  return (
    code.identifiers.some((name) => isNamedEnd(name, from, file)) ||
    code.members.some((member) => isEndOf(member, ends, file)) ||
    (ends.unset && code.identifiers.some((name) => unsetAt(name, file) !== null)) ||
    code.calls.some((call) => isEndingCall(call, ends, file)) ||
    (!isBare(from, file) && code.calls.some((call) => goesOn(call, handler, file))) ||
    handler.beside.some((one) => one.type === 'CallExpression' && hasLogoutBehind(one, file))
  );
}

const hasLogoutBehind = ({ arguments: given }: TSESTree.CallExpression, file: FileContext): boolean =>
  given.slice(1).some((argument) => isLogoutElsewhere(argument, file));

/** `router.post('/logout', clear, auth.logout)`: what comes behind a handler, from another file. */
function isLogoutElsewhere(argument: TSESTree.Node, file: FileContext): boolean {
  const node = unwrap(argument);
  const id = node.type === 'MemberExpression' ? node.property : node;
  return id.type === 'Identifier' && loggingOut.test(id.name) && !functionOf(id, file);
}

/** A function by its name, where it is handed on and not called: `promisify(req.session.destroy)`, a middleware. */
function isNamedEnd(id: TSESTree.Identifier, from: TSESTree.Node, file: FileContext): boolean {
  if (!ending.test(id.name) || clearing.test(id.name)) return false;
  const fn = functionOf(id, file);
  if (fn) return !isAround(fn, from);
  const whole = outermost(id.parent.type === 'MemberExpression' && isKey(id) ? id.parent : id);
  return !(whole.parent?.type === 'CallExpression' && whole.parent.callee === whole);
}

/** The function of this file that a name stands for, also as its own name or after `this.`. */
function functionOf(id: TSESTree.Identifier, file: FileContext): FunctionNode | null {
  const { parent } = id;
  if (isFunction(parent) && parent.id === id) return parent;
  if ((parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') && parent.key === id) {
    return isFunction(parent.value) ? parent.value : null;
  }
  if (!isKey(id)) return functionNamed(id, file.sourceCode);
  if (parent.type === 'Property') return isFunction(parent.value) ? parent.value : null;
  const method =
    parent.type === 'MemberExpression' && unwrap(parent.object).type === 'ThisExpression'
      ? methodNamed(id.name, parent)
      : null;
  return method && isFunction(method) ? method : null;
}

function isAround(fn: FunctionNode, node: TSESTree.Node): boolean {
  return fn.range[0] <= node.range[0] && node.range[1] <= fn.range[1];
}

function isEndingCall(call: TSESTree.CallExpression, ends: Ends, file: FileContext): boolean {
  const name = calledName(call);
  if (clearing.test(name)) return ends.cookie ? !isOfOtherCookie(call, file) : isOwnHelper(call);
  if ((!ending.test(name) && !loggingOut.test(name)) || addressing.test(name)) return false;
  const callee = unwrap(call.callee);
  const id = callee.type === 'MemberExpression' ? callee.property : callee;
  // What it does has been read with the handler.
  if (id.type === 'Identifier' && functionOf(id, file)) return false;
  return !isBare(call, file) && mayEndSession(call, file);
}

/** `logoutUrl()` says where to log out. */
const addressing = /(?:ur[il]|path|link|href|address)s?$/i;

/** Methods that take a cookie from the browser, and do nothing else. */
const clearing = /^(?:clear|delete|remove|expire)_?cookies?$/i;

/** `res.clearCookie('theme')`: a cookie that is no session's. */
function isOfOtherCookie(call: TSESTree.CallExpression, file: FileContext): boolean {
  const names = call.arguments.slice(0, 2).flatMap((argument) => {
    const value = constantOf(argument, file)?.value;
    return typeof value === 'string' ? [value] : [];
  });
  return names.length > 0 && !names.some(isSessionCookieName);
}

/** `(req, res, next) => { …; next(); }`: what comes next may end it. */
const goesOn = (call: TSESTree.CallExpression, { fn }: Handler, file: FileContext): boolean =>
  calledName(call) === 'next' && call.arguments.length === 0 && isParameterOf(fn, call.callee, file);

/** A function of this name that is not told which cookie: what else it does, nobody knows. */
const isOwnHelper = ({ callee, arguments: given }: TSESTree.CallExpression): boolean =>
  unwrap(callee).type === 'Identifier' && !given.some(({ type }) => type === 'Literal');

function isParameterOf(fn: FunctionNode, callee: TSESTree.Node, { sourceCode }: FileContext): boolean {
  const node = unwrap(callee);
  const definition = node.type === 'Identifier' ? definitionOf(variableOf(node, sourceCode)) : null;
  return definition?.type === 'parameter' && definition.fn === fn;
}

/** Is it one of the calls that are judged here themselves? */
const isBare = (node: TSESTree.Node, file: FileContext): boolean =>
  node.type === 'CallExpression' &&
  accountCallsOf(node.callee, 'logout', file).length > 0 &&
  bareLogoutsIn(file).some(({ call }) => call === node);

const emptying = /^(?:clear|delete|reset|invalidate|flush|forget|empty)$/;

/** `session.destroy`, `session.clear()`, `session.cookie.maxAge = 0`, `req.session = null`. */
function isEndOf(member: TSESTree.MemberExpression, ends: Ends, file: FileContext): boolean {
  const session = sessionObjectOf(member.object, file);
  if (!session) return ends.unset && unsetAt(member, file) !== null;
  const name = staticName(member) ?? '';
  if (name === 'cookie') return isWrittenBelow(member);
  const { parent } = outermost(member);
  // `session.clear()`; `session.delete('key')` clears one key.
  if (emptying.test(name) && parent?.type === 'CallExpression') return parent.arguments.length === 0;
  return session.facts.some(
    ({ fact: { methods } }) => methods?.destroy?.includes(name) || methods?.regenerate?.includes(name),
  );
}

function isWrittenBelow(member: TSESTree.MemberExpression): boolean {
  const { parent } = outermost(member);
  if (parent?.type !== 'MemberExpression') return false;
  const assignment = outermost(parent).parent;
  return assignment?.type === 'AssignmentExpression' && unwrap(assignment.left) === parent;
}

/** The assignment or `delete` that takes the session from the request: `req.session = null`, `delete req.session`. */
export function unsetAt(
  node: TSESTree.Node,
  file: FileContext,
): TSESTree.AssignmentExpression | TSESTree.UnaryExpression | null {
  const { parent } = outermost(node);
  const isWritten =
    (parent?.type === 'AssignmentExpression' && unwrap(parent.left) === node) ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete');
  return isWritten && sessionObjectOf(node, file) !== null ? parent : null;
}

/** Is nothing put in its place: `null`, `undefined`, `{}`? */
export function leavesNothing(unset: TSESTree.AssignmentExpression | TSESTree.UnaryExpression): boolean {
  if (unset.type === 'UnaryExpression') return true;
  const value = unwrap(unset.right);
  return isCleared(value) || (value.type === 'ObjectExpression' && value.properties.length === 0);
}
