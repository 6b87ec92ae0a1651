import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isResponseName, routedBy } from '../../ast/routing';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { File } from './file-context';
import { handedAs } from './handed-parameter';
import { originOf } from './origin';

/** What else counts as a chain. */
export interface ChainOptions {
  /** Calls in between are seen through, as in `res.status(200).cookie`. */
  isFluent?: boolean;
  /** The file is one of a framework, so that what is taken from a function's parameter is what the framework hands it. */
  isHandler?: boolean;
  /** What a parameter is called elsewhere, by the place of its function in a router that is known. */
  handedAs?: (fn: FunctionNode, index: number) => readonly string[];
}

/** `endsIn` for an expression of a file: the first parameter of a known router's handler is the request, whatever its name. */
export const isChain = (node: TSESTree.Node, names: readonly string[], file: File, options: ChainOptions = {}): boolean =>
  endsIn(node, names, file.sourceCode, { ...options, handedAs: (fn, index) => handedAs(fn, index, file) });

/**
 * Does an expression end in this chain of names, by the way it is written or through constants: `req.session`,
 * `this.request.session`, `const { session: s } = req`? A name that visibly holds something else never does.
 * @param names the chain, `['req', 'session']`
 */
export function endsIn(
  node: TSESTree.Node,
  names: readonly string[],
  sourceCode: TSESLint.SourceCode,
  options: ChainOptions = {},
): boolean {
  return matches(node, names, names.length, sourceCode, options, 0);
}

/** @param length how many of the names are left: those behind have been found */
function matches(
  expression: TSESTree.Node,
  names: readonly string[],
  length: number,
  sourceCode: TSESLint.SourceCode,
  options: ChainOptions,
  depth: number,
): boolean {
  // Nobody writes chains of aliases this long; a cycle of them (`a = b.c; b = a.d`) must end.
  if (depth > 12) return false;
  const node = unwrap(expression);
  const last = names[length - 1];

  if (node.type === 'MemberExpression') {
    if (!isStep(staticName(node), last)) return false;
    if (length === 1) return isUnclaimed(node, sourceCode);
    return matches(node.object, names, length - 1, sourceCode, options, depth + 1);
  }
  if (options.isFluent && node.type === 'CallExpression' && length === 1) {
    const callee = unwrap(node.callee);
    return callee.type === 'MemberExpression' && matches(callee.object, names, length, sourceCode, options, depth + 1);
  }
  if (node.type !== 'Identifier') return false;

  const definition = definitionOf(variableOf(node, sourceCode));
  if (definition?.type === 'value' && !definition.isRest) {
    const rest = withoutEnd(names, length, definition.path);
    if (rest === 0) return true;
    if (rest > 0 && matches(definition.init, names, rest, sourceCode, options, depth + 1)) return true;
  }
  if (definition?.type === 'parameter' && definition.path.length > 0) {
    const rest = withoutEnd(names, length, definition.path);
    if (rest < 0 || definition.isRest) return false;
    // `({ req }) => req.session` says as much as `ctx.req.session`; of `({ session })` only a handler's is a request's.
    if (rest === 0) return true;
    const { fn, index } = definition;
    return rest === 1 && (options.isHandler === true || isHandler(fn, index) || options.handedAs?.(fn, index).includes(names[0] ?? '') === true);
  }
  if (length > 1) return false;
  if (node.name !== last) {
    if (definition?.type !== 'parameter' || last === undefined) return false;
    // `_req` is called so because a linter wants unused parameters to be.
    return node.name.replace(/^_+/, '') === last || options.handedAs?.(definition.fn, definition.index).includes(last) === true;
  }
  // A parameter, or a name nobody defines: nothing can claim it.
  return !definition || definition.type === 'parameter' || isUnclaimed(node, sourceCode);
}

/** `*` stands for any one name. */
const isStep = (name: string | undefined, wanted: string | undefined): boolean =>
  name !== undefined && (wanted === '*' || name === wanted);

/** How many of the names are left without the keys a pattern already took; -1 when the pattern took others. */
function withoutEnd(names: readonly string[], length: number, path: readonly string[]): number {
  const taken = Math.min(length, path.length);
  for (let back = 1; back <= taken; back += 1) {
    if (!isStep(path[path.length - back], names[length - back])) return -1;
  }
  return length - taken;
}

function isHandler(fn: FunctionNode, index: number): boolean {
  // What comes second tells that a destructured first one is a request; `done` is what Fastify's hooks are given.
  const second = fn.params[1]?.type === 'Identifier' ? fn.params[1].name : '';
  return index === 0 && (isResponseName(second) || second === 'done' || isRouted(fn));
}

/** `app.get('/orders', async ({ session }) => …)`: what a path is given with answers its requests. */
const isRouted = (fn: FunctionNode): boolean => staticString(routedBy(fn)?.arguments[0])?.startsWith('/') === true;

/** Nothing in the file says that this is something else: an import, an object or instance made here, a function. */
function isUnclaimed(node: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  if (originOf(node, sourceCode)) return false;
  const root = rootOf(node);
  if (root.type !== 'Identifier') return root.type === 'ThisExpression' || root.type === 'CallExpression';
  const definition = definitionOf(variableOf(root, sourceCode));
  if (definition?.type === 'function' || definition?.type === 'other') return false;
  if (definition?.type !== 'value') return true;
  const { type } = unwrap(definition.init);
  return !/^(?:Object|Array|New|Class|Function|ArrowFunction)Expression$|Literal$/.test(type);
}

function rootOf(node: TSESTree.Node): TSESTree.Node {
  let current = unwrap(node);
  while (current.type === 'MemberExpression') current = unwrap(current.object);
  return current;
}
