import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { definitionOf, functionNamed, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { returnedBy } from '../../ast/functions';
import { notesOnProgram } from '../../ast/notes-on-program';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { ExportPath } from '../../libraries/types';

/** The module an expression comes from and the way from there: `cookies().set` is `next/headers` + `cookies () set`. */
export interface Origin {
  module: string;
  path: readonly string[];
}

/** What compilers wrap around `require`; the module shines through. */
const interop = new Set(['__importDefault', '__importStar', '_interopRequireDefault', '_interopRequireWildcard', '__toESM']);

const originsIn = notesOnProgram(() => new Map<TSESLint.Scope.Variable, { origin: Origin | null }>());

/**
 * Resolves an expression backwards to the module it comes from, through every way of importing and through constants.
 * Null when it comes from nowhere we can see: a parameter, a global, a name that is written twice.
 */
export function originOf(node: TSESTree.Node, sourceCode: TSESLint.SourceCode): Origin | null {
  return resolve(unwrap(node), sourceCode);
}

function originOfName(node: TSESTree.Identifier, sourceCode: TSESLint.SourceCode): Origin | null {
  const variable = variableOf(node, sourceCode);
  if (!variable) return null;
  const origins = originsIn(sourceCode.ast);
  const known = origins.get(variable);
  if (known) return known.origin;
  // Entered before it is known, so that `const a = a` cannot send us round in circles.
  const entry = { origin: null as Origin | null };
  origins.set(variable, entry);
  const definition = definitionOf(variable);
  if (definition?.type === 'import') entry.origin = { module: definition.module, path: definition.path };
  if (definition?.type === 'value' && !definition.isRest) {
    entry.origin = definition.path.reduce(step, originOf(definition.init, sourceCode));
  }
  return entry.origin;
}

const resultsIn = notesOnProgram(() => new Map<FunctionNode, { origin: Origin | null }>());

/** What a function of this file returns, when it returns in one place: `() => getIronSession(store, options)`. */
function originOfResult(fn: FunctionNode, sourceCode: TSESLint.SourceCode): Origin | null {
  const results = resultsIn(sourceCode.ast);
  const known = results.get(fn);
  if (known) return known.origin;
  const entry = { origin: null as Origin | null };
  results.set(fn, entry);
  const [only, ...others] = fn.generator ? [] : returnedBy(fn);
  if (only && others.length === 0) entry.origin = originOf(only, sourceCode);
  return entry.origin;
}

/** Does a way through a module end where a fact says? `*` stands for any one step. */
export function isPath(path: readonly string[], pattern: ExportPath): boolean {
  return path.length === pattern.length && pattern.every((step, index) => step === '*' || step === path[index]);
}

function resolve(node: TSESTree.Node, sourceCode: TSESLint.SourceCode): Origin | null {
  switch (node.type) {
    case 'Identifier':
      return originOfName(node, sourceCode);
    case 'MemberExpression': {
      const name = staticName(node);
      return name === undefined ? null : step(originOf(node.object, sourceCode), name);
    }
    case 'ImportExpression':
      return moduleNamed(node.source);
    case 'NewExpression':
      return step(originOf(node.callee, sourceCode), '()');
    case 'CallExpression': {
      if (isRequire(node.callee, sourceCode)) return moduleNamed(node.arguments[0]);
      const callee = unwrap(node.callee);
      const [argument] = node.arguments;
      if (argument && interop.has(calledName(node))) return originOf(argument, sourceCode);
      const fn = callee.type === 'Identifier' ? functionNamed(callee, sourceCode) : null;
      if (fn) return originOfResult(fn, sourceCode);
      return step(originOf(node.callee, sourceCode), '()');
    }
    default:
      return null;
  }
}

/** One step further; the default export is the module itself, however often it is asked for. */
function step(from: Origin | null, name: string): Origin | null {
  if (!from || (name === 'default' && from.path.length === 0)) return from;
  return { module: from.module, path: [...from.path, name] };
}

function moduleNamed(specifier: TSESTree.Node | undefined): Origin | null {
  const module = staticString(specifier);
  return module === undefined ? null : { module, path: [] };
}

/** The global `require`, or a function made by `createRequire`. */
export function isRequire(callee: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  const node = unwrap(callee);
  if (node.type !== 'Identifier') return false;
  const variable = variableOf(node, sourceCode);
  if (!variable || variable.defs.length === 0) return node.name === 'require';
  const definition = definitionOf(variable);
  if (definition?.type !== 'value') return false;
  const maker = originOf(definition.init, sourceCode);
  return maker !== null && /^(?:node:)?module$/.test(maker.module) && isPath(maker.path, ['createRequire', '()']);
}
