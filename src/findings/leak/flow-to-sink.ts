import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import type { Call } from '../../ast/callers';
import { argumentAt, calledFunctions, callersOf, whileCalled } from '../../ast/callers';
import { definitionOf, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { functionAround } from '../../ast/functions';
import { isSameFile } from '../../ast/source-of';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { callsBy, importedConstructor, importedFunction } from '../../model/dataflow/imported-function';
import { queryIn } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { fileHolding } from '../../model/file/file-context';
import { wayInto } from '../../model/file/way-in';
import { secretKeyIn } from '../../model/secret/secrecy';
import { sessionObjectOf } from '../../model/session/resolve-session';
import type { SessionObject } from '../../model/session/session-object';
import type { Form } from './carried-whole';
import { carriedBy, isCleared, isJoined, isOwnHeader } from './carried-whole';
import { isErrorMessage } from './error-report';
import type { Sink } from './sink';
import { sinkAt } from './sink';
import { queryPlace } from './url-text';

/** Where a value ends up, and the expression that goes there. */
export interface SinkReached extends Omit<Sink, 'as'> {
  /**
   * `query`: a URL's query that is put together here; `own-query`: that of this very site; `error`: an error's message;
   * `header`: that of a response.
   */
  as: Sink['as'] | 'query' | 'own-query' | 'error' | 'header';
  /** The value where it is written, the name it was given on the way, or the call that handed it back. */
  value: TSESTree.Node;
  /** The call that handed it to the function in which it leaves. */
  handedBy?: TSESTree.Node;
  /** Where it is in another file: the name it has where it leaves, or the place where it comes from. */
  elsewhere?: TSESTree.Node;
}

/**
 * Follows a value outwards, through everything that hands the whole of it on, to where it leaves the program. What is
 * given to a function we do not know is not followed: it may mask, hash or pick.
 */
export function sinksReachedBy(
  value: TSESTree.Node,
  form: Form,
  session: SessionObject | null,
  file: FileContext,
): SinkReached[] {
  const search: Search = { session, file, found: [], seen: new Set(), entered: new Map() };
  climb(value, value, form, search);
  return search.found.map((flow) => (isSameFile(flow.value, value) ? flow : { elsewhere: value, ...flow }));
}

/** The same for a name that is bound elsewhere, as by a pattern. */
export function outflowsOfName(
  target: TSESTree.Node,
  form: Form,
  session: SessionObject | null,
  file: FileContext,
): SinkReached[] {
  const search: Search = { session, file, found: [], seen: new Set(), entered: new Map() };
  throughName(target, form, search);
  return search.found.map((flow) => (isSameFile(flow.value, target) ? flow : { elsewhere: target, ...flow }));
}

/** Nobody gives a value more names on its way, or hands it through more functions; generated code may. */
const most = 200;
const deepest = 8;
const mostFiles = 3;

interface Search {
  session: SessionObject | null;
  file: FileContext;
  found: SinkReached[];
  /** Names, and functions that hand it back. */
  seen: Set<TSESLint.Scope.Variable | FunctionNode>;
  /** Functions that were handed it on the way: what they return goes to that very call. */
  entered: ReadonlyMap<FunctionNode, { call: Call; from: Search }>;
}

function climb(start: TSESTree.Node, value: TSESTree.Node, form: Form, search: Search): void {
  const node = outermost(start, true);
  const { parent } = node;
  const on = (next: TSESTree.Node, as: Form = form): void => climb(next, value, as, search);
  switch (parent?.type) {
    case 'LogicalExpression':
      return parent.operator === '&&' && parent.left === node ? undefined : on(parent);
    case 'ConditionalExpression':
      return parent.test === node ? undefined : on(parent);
    case 'Property':
      return parent.value === node && parent.parent.type === 'ObjectExpression'
        ? on(parent.parent, 'object')
        : undefined;
    case 'SpreadElement':
      return parent.parent.type === 'ObjectExpression' && !isCleared(parent) ? on(parent.parent, 'object') : undefined;
    case 'ArrayExpression':
      // `['/s', `?t=${token}`].join('')` is one text.
      return form === 'text' && isJoined(parent)
        ? on(outermost(parent).parent?.parent ?? parent)
        : on(parent, 'object');
    case 'TemplateLiteral':
    case 'BinaryExpression': {
      // `'' + session` says `[object Object]`; a comparison says nothing.
      if (form !== 'text' || (parent.type === 'BinaryExpression' && parent.operator !== '+')) return;
      const query = queryPlace(node, parent);
      if (query) search.found.push({ as: query, node: parent, by: 'URL', value });
      return on(parent);
    }
    case 'MemberExpression':
      return parent.object === node ? throughMethod(parent, value, form, search) : undefined;
    case 'VariableDeclarator':
      if (parent.init !== node) return;
      return parent.id.type === 'ObjectPattern'
        ? throughRest(parent.id, form, search)
        : throughName(parent.id, form, search);
    case 'CallExpression':
    case 'NewExpression':
    case 'AssignmentExpression':
    case 'ReturnStatement':
    case 'ArrowFunctionExpression': {
      if (form === 'text' && isErrorMessage(node)) search.found.push({ as: 'error', node: parent, by: 'error', value });
      const exit = sinkAt(node, search.session, search.file);
      if (exit) search.found.push({ ...exit, value });
      else if (parent.type === 'CallExpression' || parent.type === 'NewExpression')
        throughCall(parent, node, value, form, search);
      else if (parent.type !== 'AssignmentExpression') throughReturn(parent, form, search);
      return;
    }
    default:
  }
}

/** Methods that give the text they are called on. */
const textMethods = new Set(['toString', 'trim', 'valueOf', 'toJSON']);

function throughMethod(member: TSESTree.MemberExpression, value: TSESTree.Node, form: Form, search: Search): void {
  const call = outermost(member).parent;
  const isCalled = call?.type === 'CallExpression' && unwrap(call.callee) === member;
  if (form === 'text' && isCalled && textMethods.has(staticName(member) ?? '')) climb(call, value, form, search);
}

function throughCall(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  argument: TSESTree.Node,
  value: TSESTree.Node,
  form: Form,
  search: Search,
): void {
  if (call.callee === argument) return;
  const as = carriedBy(call, form, search.file);
  if (as) return climb(call, value, as, search);
  intoFunctions(call, argument, value, form, search);
  // `url.searchParams.set('sid', id)`
  const callee = unwrap(call.callee);
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const isQuery = object?.type === 'MemberExpression' && staticName(object) === 'searchParams';
  if (call.arguments[1] === argument && isOwnHeader(call, object, search.file))
    search.found.push({ as: 'header', node: call, by: calledName(call), value });
  if (isQuery && call.arguments[1] === argument && /^(?:set|append)$/.test(calledName(call)))
    search.found.push({ as: 'query', node: call, by: 'URL', value });
}

/** `log(token)`, where that is a function of the project: what leaves there is told of at the call. */
function intoFunctions(call: Call, argument: TSESTree.Node, value: TSESTree.Node, form: Form, search: Search): void {
  const { file } = search;
  const index = call.arguments.indexOf(argument as TSESTree.Expression);
  if (index < 0 || argumentAt(call, index) === null) return;
  const enter = (fn: FunctionNode, home: FileContext): void => {
    const parameter = fn.params[index];
    if (!parameter || search.entered.has(fn) || search.entered.size >= deepest) return;
    const entered = new Map([...search.entered, [fn, { call, from: search }] as const]);
    const inner: Search = { ...search, file: home, found: [], entered };
    throughName(parameter, form, inner);
    const isElsewhere = home !== file;
    search.found.push(
      ...inner.found.map((flow) => ({
        ...flow,
        value,
        handedBy: call,
        ...(isElsewhere ? { elsewhere: flow.elsewhere ?? flow.value } : {}),
      })),
    );
  };
  const own = calledFunctions(call, file.sourceCode);
  for (const fn of own) enter(fn, file);
  // What a function of another file does with a whole session is seen by a look at that file from here.
  if (own.length > 0 || wayInto(file).depth >= mostFiles || sessionObjectOf(argument, file)) return;
  const query = queryIn(file);
  const fn = call.type === 'CallExpression' ? importedFunction(call.callee, query) : importedConstructor(call, query);
  const home = fn && fileHolding(fn, file);
  if (fn && home !== file)
    whileCalled(callsBy(call, fn, query), file.sourceCode, () =>
      enter(fn, (home as FileContext).from({ fn, node: call, from: file })),
    );
}

/**
 * Out of a function of this file, to the calls of it; what a promise holds is seen where that is awaited or handed on.
 */
function throughReturn(
  by: TSESTree.ReturnStatement | TSESTree.ArrowFunctionExpression,
  form: Form,
  search: Search,
): void {
  const fn = by.type === 'ReturnStatement' ? functionAround(by) : by;
  if (!fn || fn.generator || search.seen.has(fn) || search.seen.size > most) return;
  search.seen.add(fn);
  const entered = search.entered.get(fn);
  const calls = entered ? [entered.call] : callersOf(fn, search.file.sourceCode).calls;
  for (const call of calls) {
    const isHandedOn = /^(?:Await|ArrowFunction)Expression$|^ReturnStatement$/.test(outermost(call).parent?.type ?? '');
    const outside = entered?.from ?? { ...search, file: fileHolding(call, search.file) };
    if (call.type === 'CallExpression' && (!fn.async || isHandedOn)) climb(call, call, form, outside);
  }
}

/** `const { cookie, ...rest } = session`; whoever takes a secret out of it has thought about what is left. */
function throughRest(pattern: TSESTree.ObjectPattern, form: Form, search: Search): void {
  const rest = pattern.properties.at(-1);
  if (form !== 'object' || rest?.type !== 'RestElement') return;
  const names = pattern.properties.flatMap((one) => (one.type === 'Property' ? (staticName(one) ?? []) : []));
  if (!names.some((name) => secretKeyIn([name], search.file))) throughName(rest.argument, form, search);
}

function throughName(target: TSESTree.Node, form: Form, search: Search): void {
  const name = target.type === 'AssignmentPattern' ? target.left : target;
  if (name.type !== 'Identifier') return;
  const variable = variableOf(name, search.file.sourceCode);
  // A name that is written again may hold something else by then.
  if (!variable || search.seen.has(variable) || search.seen.size > most || !definitionOf(variable)) return;
  search.seen.add(variable);
  if (form === 'object' && variable.references.some(({ identifier }) => isTrimmed(identifier as TSESTree.Node))) return;
  for (const reference of variable.references) {
    const node = reference.identifier as TSESTree.Node;
    if (reference.isRead()) climb(node, node, form, search);
  }
}

/** `delete copy.token`: somebody has thought about what is left. */
function isTrimmed(name: TSESTree.Node): boolean {
  const { parent } = name;
  const deletion = parent?.type === 'MemberExpression' && parent.object === name ? outermost(parent).parent : undefined;
  return deletion?.type === 'UnaryExpression' && deletion.operator === 'delete';
}
