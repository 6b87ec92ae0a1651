import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { givenTo } from '../../ast/callers';
import { definitionOf, functionNamed, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { returnedBy } from '../../ast/functions';
import { notesOnProgram } from '../../ast/notes-on-program';
import { sourceOf } from '../../ast/source-of';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { ExportPath } from '../../libraries/types';

/** The module an expression comes from and the way from there: `cookies().set` is `next/headers` + `cookies () set`. */
export interface Origin {
  module: string;
  path: readonly string[];
}

/** What compilers wrap around `require`; the module shines through. */
const interop = new Set([
  '__importDefault',
  '__importStar',
  '_interopRequireDefault',
  '_interopRequireWildcard',
  '__toESM',
]);

/** No library is used by a way of more steps: what goes on for longer leads nowhere that a fact speaks of. */
const mostSteps = 24;

/** What is known of a name, or of the result of a function. */
interface Known {
  origin: Origin | null;
}

const knownIn = notesOnProgram(() => new Map<TSESLint.Scope.Variable | FunctionNode, Known>());

/**
 * Resolves an expression backwards to the module it comes from, through every way of importing and through constants.
 * Null when it comes from nowhere we can see: a parameter, a global, a name that is written twice.
 * @param ofGiven the origin of what a parameter is given, where parameters are to be followed, too
 */
export function originOf(
  node: TSESTree.Node,
  sourceCode: TSESLint.SourceCode,
  ofGiven?: (given: TSESTree.Node) => Origin | null,
): Origin | null {
  return new WayBack(sourceCode).from(node) ?? (ofGiven ? throughParameters(node, sourceCode, ofGiven) : null);
}

/** Through as many functions in a row something is handed on. */
const mostHandedOn = 20;

/**
 * `server.post` in `function setUp(server) {…}`, where the one call of that gives it an application. Nothing of it is
 * kept with the names: who calls a function depends on the file it is looked at from.
 */
function throughParameters(
  node: TSESTree.Node,
  given: TSESLint.SourceCode,
  ofGiven: (given: TSESTree.Node) => Origin | null,
): Origin | null {
  let steps: readonly string[] = [];
  let start = node;
  for (let left = mostHandedOn; left > 0; left -= 1) {
    const { root, path } = rootOf(start);
    if (root?.type !== 'Identifier') return null;
    steps = [...path, ...steps];
    const sourceCode = sourceOf(root, given);
    const definition = definitionOf(variableOf(root, sourceCode));
    if (definition?.type !== 'parameter') {
      const origin = left < mostHandedOn ? ofGiven(root) : null;
      return origin && { module: origin.module, path: [...origin.path, ...steps] };
    }
    const [only, ...others] = definition.isRest ? [] : givenTo(definition.fn, definition.index, sourceCode).given;
    if (!only || others.length > 0) return null;
    steps = [...definition.path, ...steps];
    start = only;
  }
  return null;
}

/** The name that a chain of members and calls begins with; undefined for one that is too long, or has a key unknown. */
function rootOf(node: TSESTree.Node): { root: TSESTree.Node | undefined; path: readonly string[] } {
  const path: string[] = [];
  let root = unwrap(node);
  for (; path.length <= mostSteps; root = unwrap(root.type === 'MemberExpression' ? root.object : root.callee)) {
    if (root.type !== 'MemberExpression' && root.type !== 'CallExpression') return { root, path };
    const step = root.type === 'MemberExpression' ? staticName(root) : '()';
    if (step === undefined) break;
    path.unshift(step);
  }
  return { root: undefined, path };
}

/** Where a way back goes on, or the origin it ends at. */
type Next = { node: TSESTree.Node } | { node?: undefined; origin: Origin | null };

const nowhere: Next = { origin: null };

/**
 * Each expression comes from one other, so the way back has no branches. It is walked in a loop, because calls and
 * names can stand in a row as long as the text is; then the steps are taken from its end forwards.
 */
class WayBack {
  /** Keys and calls from the expression we are at to the one that was asked about, the last one first. */
  private readonly steps: (string | TSESTree.CallExpression)[] = [];
  /** Names and functions the way leads through, and how many of the steps come after them. */
  private readonly passed: { key: TSESLint.Scope.Variable | FunctionNode; known: Known; after: number }[] = [];
  private readonly sourceCode: TSESLint.SourceCode;

  constructor(sourceCode: TSESLint.SourceCode) {
    this.sourceCode = sourceCode;
  }

  from(node: TSESTree.Node): Origin | null {
    let next = this.before(unwrap(node));
    while (next.node && this.steps.length <= mostSteps) next = this.before(unwrap(next.node));
    if (!next.node) return this.forwards(next.origin);
    // The names on the way may be near enough to their own origin: of them nothing is known yet.
    for (const { key } of this.passed) knownIn(this.sourceCode.ast).delete(key);
    return null;
  }

  private forwards(start: Origin | null): Origin | null {
    let origin = start;
    for (let { passed } = this, last = passed.pop(); last; last = passed.pop()) {
      origin = this.stepsUntil(last.after, origin);
      last.known.origin = origin;
    }
    return this.stepsUntil(0, origin);
  }

  private stepsUntil(after: number, from: Origin | null): Origin | null {
    let origin = from;
    while (this.steps.length > after) origin = step(origin, this.steps.pop() as string);
    return origin;
  }

  private before(node: TSESTree.Node): Next {
    switch (node.type) {
      case 'Identifier':
        return this.beforeName(node);
      case 'MemberExpression': {
        const name = staticName(node);
        if (name === undefined) return nowhere;
        this.steps.push(name);
        return { node: node.object };
      }
      case 'ImportExpression':
        return { origin: moduleNamed(node.source) };
      case 'NewExpression':
        this.steps.push('()');
        return { node: node.callee };
      case 'CallExpression':
        return this.beforeCall(node);
      default:
        return nowhere;
    }
  }

  private beforeName(node: TSESTree.Identifier): Next {
    const variable = variableOf(node, this.sourceCode);
    if (!variable) return nowhere;
    return this.through(variable, () => {
      const definition = definitionOf(variable);
      if (definition?.type === 'import') return { origin: { module: definition.module, path: definition.path } };
      if (definition?.type !== 'value' || definition.isRest) return nowhere;
      for (const key of [...definition.path].reverse()) this.steps.push(key);
      return { node: definition.init };
    });
  }

  private beforeCall(node: TSESTree.CallExpression): Next {
    const [argument] = node.arguments;
    if (isGlobalRequire(node.callee, this.sourceCode)) return { origin: moduleNamed(argument) };
    if (argument && interop.has(calledName(node))) return { node: argument };
    const callee = unwrap(node.callee);
    const fn = callee.type === 'Identifier' ? functionNamed(callee, this.sourceCode) : null;
    if (fn) return this.through(fn, () => result(fn));
    this.steps.push(node);
    return { node: callee };
  }

  /** By a name or function, once: what is known of it ends the way, and so does coming back while it is under way. */
  private through(key: TSESLint.Scope.Variable | FunctionNode, next: () => Next): Next {
    const known = knownIn(this.sourceCode.ast);
    const there = known.get(key);
    if (there) return there;
    const entry: Known = { origin: null };
    known.set(key, entry);
    this.passed.push({ key, known: entry, after: this.steps.length });
    return next();
  }
}

/** What a function of this file returns, when it returns in one place: `() => getIronSession(store, options)`. */
function result(fn: FunctionNode): Next {
  const [only, ...others] = fn.generator ? [] : returnedBy(fn);
  return only && others.length === 0 ? { node: only } : nowhere;
}

/** Does a way through a module end where a fact says? `*` stands for any one step. */
export function isPath(path: readonly string[], pattern: ExportPath): boolean {
  return path.length === pattern.length && pattern.every((step, index) => step === '*' || step === path[index]);
}

/** One step further; the default export is the module itself, however often it is asked for. */
function step(from: Origin | null, next: string | TSESTree.CallExpression): Origin | null {
  if (!from || (next === 'default' && from.path.length === 0)) return from;
  if (typeof next !== 'string' && isMadeRequire(from)) return moduleNamed(next.arguments[0]);
  // However near the names in between are: the answer must not depend on what was asked before.
  if (from.path.length >= mostSteps) return null;
  return { module: from.module, path: [...from.path, typeof next === 'string' ? next : '()'] };
}

/** What `createRequire` gives. */
const isMadeRequire = ({ module, path }: Origin): boolean =>
  /^(?:node:)?module$/.test(module) && isPath(path, ['createRequire', '()']);

function moduleNamed(specifier: TSESTree.Node | undefined): Origin | null {
  const module = staticString(specifier);
  return module === undefined ? null : { module, path: [] };
}

function isGlobalRequire(callee: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  const node = unwrap(callee);
  return node.type === 'Identifier' && node.name === 'require' && !variableOf(node, sourceCode)?.defs.length;
}

/** The global `require`, or a function made by `createRequire`. */
export function isRequire(callee: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  if (isGlobalRequire(callee, sourceCode)) return true;
  const maker = unwrap(callee).type === 'Identifier' ? originOf(callee, sourceCode) : null;
  return maker !== null && isMadeRequire(maker);
}
