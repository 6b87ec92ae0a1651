import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { givenTo } from '../../ast/callers';
import { fieldOf } from '../../ast/class-field';
import { definitionOf, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isResponseName, routedBy } from '../../ast/routing';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from './file-context';
import { handedAs } from './handed-parameter';
import { originOf } from './origin';

/** What else counts as a chain. */
export interface ChainOptions {
  /** Calls in between are seen through, as in `res.status(200).cookie`. */
  isFluent?: boolean;
  /**
   * The file is one of a framework, so that what is taken from a function's parameter is what the framework hands it.
   */
  isHandler?: boolean;
  /** What a parameter is called elsewhere, by the place of its function in a router that is known. */
  handedAs?: (fn: FunctionNode, index: number) => readonly string[];
}

/**
 * `endsIn` for an expression of a file: the first parameter of a known router's handler is the request, whatever its
 * name.
 */
export const isChain = (
  node: TSESTree.Node,
  names: readonly string[],
  file: FileContext,
  options: ChainOptions = {},
): boolean => endsIn(node, names, file.sourceCode, { ...options, handedAs: (fn, index) => handedAs(fn, index, file) });

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
  return matches(node, names.length, { names, sourceCode, options, seen: new Set() }, 0);
}

/** One question under way. */
interface Walk {
  names: readonly string[];
  sourceCode: TSESLint.SourceCode;
  options: ChainOptions;
  /** Parameters whose arguments have been looked at: functions may call each other in circles. */
  seen: Set<TSESLint.Scope.Variable>;
}

/** @param length how many of the names are left: those behind have been found */
function matches(expression: TSESTree.Node, length: number, walk: Walk, depth: number): boolean {
  // Nobody writes chains of aliases this long; a cycle of them (`a = b.c; b = a.d`) must end.
  if (depth > 12) return false;
  const { names, sourceCode, options } = walk;
  const node = unwrap(expression);
  const last = names[length - 1];

  if (node.type === 'MemberExpression') {
    if (!isStep(staticName(node), last)) return isInField(node, length, walk, depth);
    if (length === 1) return isUnclaimed(node, sourceCode);
    return matches(node.object, length - 1, walk, depth + 1);
  }
  if (options.isFluent && node.type === 'CallExpression' && length === 1) {
    const callee = unwrap(node.callee);
    return callee.type === 'MemberExpression' && matches(callee.object, length, walk, depth + 1);
  }
  if (node.type !== 'Identifier') return false;

  const variable = variableOf(node, sourceCode);
  const definition = definitionOf(variable);
  if (definition?.type === 'value' && !definition.isRest) {
    const rest = withoutEnd(names, length, definition.path);
    if (rest === 0) return true;
    if (rest > 0 && matches(definition.init, rest, walk, depth + 1)) return true;
  }
  if (definition?.type === 'parameter') {
    const { fn, index, path } = definition;
    const rest = definition.isRest ? -1 : withoutEnd(names, length, path);
    if (path.length > 0 && rest < 0) return false;
    // `({ req }) => req.session` says as much as `ctx.req.session`; of `({ session })` only a handler's is a request's.
    if (path.length > 0 && rest === 0) return true;
    if (path.length > 0 && rest === 1 && (options.isHandler === true || isHandler(fn, index))) return true;
    if (rest === 1 && options.handedAs?.(fn, index).includes(names[0] ?? '') === true) return true;
    // `_req` is called so because a linter wants unused parameters to be.
    if (path.length === 0 && length === 1 && node.name.replace(/^_+/, '') === last) return true;
    if (rest > 0 && variable && !walk.seen.has(variable)) {
      walk.seen.add(variable);
      const { given } = givenTo(fn, index, sourceCode);
      if (given.some((one) => matches(one, rest, walk, depth + 1))) return true;
    }
    if (path.length > 0) return false;
  }
  if (length > 1 || node.name !== last) return false;
  // A parameter, or a name nobody defines: nothing can claim it.
  return !definition || definition.type === 'parameter' || isUnclaimed(node, sourceCode);
}

/** `this.r`, where the class writes a request to it once and nothing else. */
function isInField(node: TSESTree.MemberExpression, length: number, walk: Walk, depth: number): boolean {
  const field = unwrap(node.object).type === 'ThisExpression' ? fieldOf(node, walk.sourceCode) : null;
  return field !== null && matches(field.value, length, walk, depth + 1);
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
