import type { TSESTree } from '@typescript-eslint/utils';
import { callersOf as callersOfFunction } from '../../ast/callers';
import { variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isFunction } from '../../ast/functions';
import { referencesOfMethod } from '../../ast/method-references';
import { isRequestName, isResponseName } from '../../ast/routing';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { codeIn } from './handler-body';
import type { Route } from './route';
import { routeOfCall, routeOfObject, routesOfFile, routesOfMethod } from './route';

/** A function that answers a request, and what the file says of it. */
export interface Handler {
  fn: FunctionNode;
  /** What it is called, the nearest first: its own name, its method or property, its class. */
  names: readonly string[];
  routes: readonly Route[];
  /** What the routes run beside it: the calls and objects that name them. */
  beside: readonly TSESTree.Node[];
}

/** How deep helpers may call helpers between a handler and a place. */
const deepest = 3;

/**
 * The handlers a place runs in: the function around it that answers requests, or those that call the function around
 * it. None where the file does not show one: a helper that is exported may be called from anywhere.
 */
export function handlersAround(
  node: TSESTree.Node,
  file: FileContext,
  depth = 0,
  seen = new Set<FunctionNode>(),
): Handler[] {
  for (let current = node.parent; current; current = current.parent) {
    if (!isFunction(current)) continue;
    // Helpers that call each other, or one another many times: each is asked about once.
    if (seen.has(current)) return [];
    seen.add(current);
    const handler = describe(current, file);
    if (handler.routes.length > 0) return [handler];
    const calls = depth < deepest ? callsOf(current, file) : [];
    if (hasHandlerShape(current) && (current.params.length > 1 || calls.length === 0)) return [handler];
    if (calls.length > 0) return calls.flatMap((call) => handlersAround(call, file, depth + 1, seen));
  }
  return [];
}

/** `(req, res)`, `(ctx)`, `({ request, session })`: what frameworks hand to a handler. */
function hasHandlerShape({ params }: FunctionNode): boolean {
  const [first, second] = params.map(nameOf);
  const isRequest = first !== undefined && (isRequestName(first) || isPatternOfRequest(params[0]));
  // What takes `req` alone is a helper that is given what it needs.
  return isRequest && (params.length === 1 ? first !== 'req' : isResponseName(second ?? ''));
}

function isPatternOfRequest(parameter: TSESTree.Parameter | undefined): boolean {
  return (
    parameter?.type === 'ObjectPattern' &&
    parameter.properties.some(
      (one) => one.type === 'Property' && /^(?:req|request|session|ctx|auth)$/.test(staticName(one) ?? ''),
    )
  );
}

/** The name of a parameter; empty for a pattern. */
function nameOf(parameter: TSESTree.Parameter): string {
  if (parameter.type === 'AssignmentPattern') return nameOf(parameter.left);
  return parameter.type === 'Identifier' ? parameter.name : '';
}

interface Description {
  names: string[];
  routes: Route[];
  beside: TSESTree.Node[];
  /** Where files are routes, their exports are handlers; elsewhere an export may be anything. */
  isShaped: boolean;
}

/** From a function outwards, through wrappers and factories, to what it is called and where it is routed. */
function describe(fn: FunctionNode, file: FileContext): Handler {
  const found: Description = { names: [], routes: [], beside: [], isShaped: hasHandlerShape(fn) };
  let node: TSESTree.Node = fn;
  while (isFunction(node) || node.parent) {
    if (isFunction(node) && node.id) name(node.id, found, file);
    const next = outwards(outermost(node), found, file);
    if (!next) break;
    node = next;
  }
  // A router of another file that is given this function.
  if (file.entry?.fn === fn) routesOfReference(file.entry.node, found, file);
  return { fn, names: found.names, routes: found.routes, beside: found.beside };
}

/** Notes what the parent of a function, or of what wraps it, says; gives the next node to look at, if any. */
function outwards(node: TSESTree.Node, found: Description, file: FileContext): TSESTree.Node | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'CallExpression': {
      if (parent.callee === node) return undefined;
      const route = routeOfCall(parent, file);
      if (!route) return parent;
      found.routes.push(route);
      found.beside.push(parent);
      return undefined;
    }
    case 'ArrayExpression':
      return parent;
    case 'VariableDeclarator':
      if (parent.id.type === 'Identifier') name(parent.id, found, file);
      return undefined;
    case 'Property': {
      const key = staticName(parent);
      if (key !== undefined) found.names.push(key);
      routesOfMember(parent, found, file);
      const route = routeOfObject(parent, file);
      if (!route) return undefined;
      found.routes.push(route.route);
      found.beside.push(route.object);
      return undefined;
    }
    case 'AssignmentExpression': {
      const left = unwrap(parent.left);
      const key =
        left.type === 'MemberExpression' ? staticName(left) : left.type === 'Identifier' ? left.name : undefined;
      if (key !== undefined) found.names.push(key);
      return undefined;
    }
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      found.names.push(
        ...[staticName(parent as TSESTree.MethodDefinition), parent.parent.parent.id?.name].filter(
          (one) => one !== undefined,
        ),
      );
      found.routes.push(...routesOfMethod(parent, (one) => constantOf(one, file)?.value));
      found.beside.push(...(parent.decorators ?? []));
      routesOfMember(parent, found, file);
      return undefined;
    }
    case 'ExportDefaultDeclaration':
      if (found.isShaped) found.routes.push(...routesOfFile('default', file));
      return undefined;
    // `() => (req, res) => {…}`: what a factory makes goes by the factory's name.
    case 'ArrowFunctionExpression':
      return parent.body === node ? parent : undefined;
    case 'ReturnStatement':
      for (let current: TSESTree.Node | undefined = parent; current; current = current.parent)
        if (isFunction(current)) return current;
      return undefined;
    default:
      return undefined;
  }
}

/** A name of the file, and where it is routed. */
function name(id: TSESTree.Identifier, found: Description, file: FileContext): void {
  found.names.push(id.name);
  const variable = variableOf(id, file.sourceCode);
  const declaration = id.parent.type === 'VariableDeclarator' ? id.parent.parent : id.parent;
  if (found.isShaped && declaration.parent?.type === 'ExportNamedDeclaration')
    found.routes.push(...routesOfFile(id.name, file));
  for (const { identifier } of variable?.references ?? []) routesOfReference(identifier as TSESTree.Node, found, file);
}

/** `router.post('/login', desk.enter)`. */
function routesOfMember(method: Parameters<typeof referencesOfMethod>[0], found: Description, file: FileContext): void {
  for (const reference of referencesOfMethod(method, file.sourceCode)) routesOfReference(reference, found, file);
}

/** `router.post('/login', validate, [wrap(login)])`, `{ path: '/login', handler: login }`. */
function routesOfReference(reference: TSESTree.Node, found: Description, file: FileContext): void {
  for (let node = outermost(reference); node.parent; node = outermost(node.parent)) {
    const { parent } = node;
    if (parent.type === 'Property' && parent.value === node) {
      const route = routeOfObject(parent, file);
      if (route) found.routes.push(route.route);
      if (route) found.beside.push(route.object);
    }
    if (parent.type === 'CallExpression' && parent.callee !== node) {
      const route = routeOfCall(parent, file);
      if (route) found.routes.push(route);
      if (route) found.beside.push(parent);
      if (route) return;
    } else if (parent.type !== 'ArrayExpression') return;
  }
}

/**
 * The handlers of the file that call one which looks like a handler itself: what they do is done with it. None where it
 * has a route of its own.
 */
export function callersOf({ fn, routes }: Handler, file: FileContext): Handler[] {
  if (routes.length > 0) return [];
  return [...callsOf(fn, file), ...methodCallsOf(fn, file)].flatMap((call) => handlersAround(call, file, 1));
}

/** `this.leave(req, res)` in the class or object a method is one of. */
function methodCallsOf(fn: FunctionNode, file: FileContext): TSESTree.Node[] {
  const { parent } = fn;
  if (parent.type !== 'MethodDefinition' && parent.type !== 'Property' && parent.type !== 'PropertyDefinition')
    return [];
  const name = staticName(parent as TSESTree.MethodDefinition);
  if (name === undefined) return [];
  return codeIn([parent.parent], file).calls.filter(({ callee }) => {
    const member = unwrap(callee);
    return (
      member.type === 'MemberExpression' &&
      unwrap(member.object).type === 'ThisExpression' &&
      staticName(member) === name
    );
  });
}

/** The calls of a function of this file; one that is handed on in place runs where it stands, as far as we know. */
const callsOf = (fn: FunctionNode, { sourceCode }: FileContext): readonly TSESTree.Node[] =>
  outermost(fn).parent?.type === 'CallExpression' ? [] : callersOfFunction(fn, sourceCode).calls;
