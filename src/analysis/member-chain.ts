import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../ast/definition';
import type { FunctionNode } from '../ast/functions';
import { staticName, staticString } from '../ast/static-name';
import { unwrap } from '../ast/unwrap';
import { originOf } from './origin';

/** Names a web framework's handler gives to what comes second; they tell that a destructured first one is a request. */
const secondParameters = /^_?(?:res|response|reply|h|next|done)$/;

/** What else counts as a chain. */
export interface ChainOptions {
  /** Calls in between are seen through, as in `res.status(200).cookie`. */
  isFluent?: boolean;
  /** The file is one of a framework, so that what is taken from a function's parameter is what the framework hands it. */
  isHandler?: boolean;
}

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
  return matches(node, names, sourceCode, options, 0);
}

function matches(
  expression: TSESTree.Node,
  names: readonly string[],
  sourceCode: TSESLint.SourceCode,
  options: ChainOptions,
  depth: number,
): boolean {
  // Nobody writes chains of aliases this long; a cycle of them (`a = b.c; b = a.d`) must end.
  if (depth > 12) return false;
  const again = (next: TSESTree.Node, rest: readonly string[]): boolean =>
    matches(next, rest, sourceCode, options, depth + 1);
  const node = unwrap(expression);
  const last = names.at(-1);
  const before = names.slice(0, -1);

  if (node.type === 'MemberExpression') {
    if (!isStep(staticName(node), last)) return false;
    return before.length === 0 ? isUnclaimed(node, sourceCode) : again(node.object, before);
  }
  if (options.isFluent && node.type === 'CallExpression' && before.length === 0) {
    const callee = unwrap(node.callee);
    return callee.type === 'MemberExpression' && again(callee.object, names);
  }
  if (node.type !== 'Identifier') return false;

  const definition = definitionOf(variableOf(node, sourceCode));
  if (definition?.type === 'value' && !definition.isRest) {
    const rest = withoutEnd(names, definition.path);
    if (rest?.length === 0) return true;
    if (rest && again(definition.init, rest)) return true;
  }
  if (definition?.type === 'parameter' && definition.path.length > 0) {
    const rest = withoutEnd(names, definition.path);
    if (!rest || definition.isRest) return false;
    // `({ req }) => req.session` says as much as `ctx.req.session`; of `({ session })` only a handler's is a request's.
    return rest.length === 0 || (rest.length === 1 && (options.isHandler === true || isHandler(definition.fn, definition.index)));
  }
  if (before.length > 0 || node.name !== last) return false;
  // A parameter, or a name nobody defines: nothing can claim it.
  return !definition || definition.type === 'parameter' || isUnclaimed(node, sourceCode);
}

/** `*` stands for any one name. */
const isStep = (name: string | undefined, wanted: string | undefined): boolean =>
  name !== undefined && (wanted === '*' || name === wanted);

/** `names` without the keys a pattern already took, or undefined when the pattern took others. */
function withoutEnd(names: readonly string[], path: readonly string[]): string[] | undefined {
  const taken = path.slice(-names.length);
  const from = names.length - taken.length;
  return taken.every((key, index) => isStep(key, names[from + index])) ? names.slice(0, from) : undefined;
}

function isHandler(fn: FunctionNode, index: number): boolean {
  const second = fn.params[1];
  return index === 0 && ((second?.type === 'Identifier' && secondParameters.test(second.name)) || isRouted(fn));
}

const routing = /^(?:all|delete|get|patch|post|put)$/;

/** `app.get('/orders', async ({ session }) => …)`: what a path is given with answers its requests. */
function isRouted({ parent }: FunctionNode): boolean {
  if (parent.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return false;
  return routing.test(staticName(parent.callee) ?? '') && staticString(parent.arguments[0])?.startsWith('/') === true;
}

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
