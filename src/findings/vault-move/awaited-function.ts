import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { callersOf } from '../../ast/callers';
import { variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { functionAround, isFunction } from '../../ast/functions';
import { isRequestName, routingOf } from '../../ast/routing';
import { staticName } from '../../ast/static-name';
import { outermost } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

const answersIn = oncePerFile((_file: FileContext) => new Map<FunctionNode, boolean>());

/**
 * Does everybody in this file who calls an async function wait for it? What it does before its first `await` happens at
 * once; with an `await` of the vault before it, it happens after what the caller does next: `remember(req); res.end()`.
 */
export function isAwaited(fn: FunctionNode | null, file: FileContext): boolean {
  if (!fn) return true;
  const answers = answersIn(file);
  let answer = answers.get(fn);
  if (answer === undefined) {
    // Who calls itself waits if all others do.
    answers.set(fn, true);
    answers.set(fn, (answer = decide(fn, file)));
  }
  return answer;
}

function decide(fn: FunctionNode, file: FileContext): boolean {
  const named =
    fn.type === 'ArrowFunctionExpression' || !fn.id
      ? true
      : areCallsAwaited(variableOf(fn.id, file.sourceCode), fn, file);
  if (!named) return false;
  // Calls that take more than a look at the name: of a method, of a wrapper's parameter.
  const { calls } = callersOf(fn, file.sourceCode);
  if (!calls.every((call) => isResultAwaited(call, file) || isLastOfHandler(call))) return false;
  return fn.type === 'FunctionDeclaration' || isPlaceAwaited(outermost(fn), fn, file);
}

/** `(req, res, next) => { Promise.resolve(fn(req, res, next)).catch(next); }`: nothing is done after the call. */
function isLastOfHandler(call: TSESTree.Node): boolean {
  let node = outermost(call);
  for (;;) {
    const parent: TSESTree.Node | undefined = node.parent;
    const next = parent?.type === 'MemberExpression' ? outermost(parent).parent : undefined;
    const method = parent?.type === 'MemberExpression' ? (staticName(parent) ?? '') : '';
    if (next?.type === 'CallExpression' && continuing.test(method)) node = outermost(next);
    else if (parent?.type === 'CallExpression' && parent.callee !== node && calledName(parent) === 'resolve')
      node = outermost(parent);
    else if (parent?.type === 'ArrowFunctionExpression') return parent.body === node;
    else if (parent?.type === 'ReturnStatement') return true;
    else return parent?.type === 'ExpressionStatement' && isLast(parent) && isFunction(parent.parent.parent);
  }
}

/** Is a function waited for by whoever it is given to where it stands, itself or its name? */
function isPlaceAwaited(node: TSESTree.Node, fn: FunctionNode, file: FileContext): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node ? isResultAwaited(parent, file) : isTakenWell(parent, fn, file);
    case 'ArrayExpression':
      if (parent.parent.type === 'VariableDeclarator') return !isListWalked(parent.parent, file);
      return parent.parent.type !== 'CallExpression' || isTakenWell(parent.parent, fn, file);
    case 'VariableDeclarator':
      return parent.id.type !== 'Identifier' || areCallsAwaited(variableOf(parent.id, file.sourceCode), fn, file);
    case 'AssignmentExpression':
      if (parent.right !== node) return true;
      if (parent.left.type === 'Identifier') return areCallsAwaited(variableOf(parent.left, file.sourceCode), fn, file);
      return parent.left.type !== 'MemberExpression' || areMethodCallsAwaited(staticName(parent.left), file);
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return areMethodCallsAwaited(staticName(parent), file);
    default:
      return true;
  }
}

/** `for (const step of steps) step(req)`, `steps.forEach(…)`: what calls them is hardly ever seen to wait. */
function isListWalked({ id }: TSESTree.VariableDeclarator, { sourceCode }: FileContext): boolean {
  const references = (id.type === 'Identifier' ? variableOf(id, sourceCode)?.references : undefined) ?? [];
  return references.some(({ identifier }) => {
    const node = outermost(identifier as TSESTree.Node);
    const { parent } = node;
    return parent?.type === 'ForOfStatement' ? parent.right === node : parent?.type === 'MemberExpression';
  });
}

function areCallsAwaited(variable: TSESLint.Scope.Variable | null, fn: FunctionNode, file: FileContext): boolean {
  return (variable?.references ?? []).every((reference) => {
    if (reference.init) return true;
    const node = outermost(reference.identifier as TSESTree.Node);
    const { parent } = node;
    if (reference.isWrite() || parent?.type === 'VariableDeclarator') return true;
    // `binding.call(this, …)`.
    if (parent?.type === 'MemberExpression' && parent.object === node) {
      const call = outermost(parent).parent;
      return (
        call?.type !== 'CallExpression' || !/^(?:call|apply)$/.test(calledName(call)) || isResultAwaited(call, file)
      );
    }
    return isPlaceAwaited(node, fn, file);
  });
}

/** Names that nearly any object has a method of; only those of the object itself are asked about. */
const common = /^(?:get|set|has|add|delete|post|put|patch|use|all|handler|handle|run|load|save|default)$/;

/** `this.remember(req)`, `tokens.remember(req)`: every call by this name that the file shows. */
function areMethodCallsAwaited(name: string | undefined, file: FileContext): boolean {
  const { sourceCode } = file;
  if (name === undefined || !/^[\w$]+$/.test(name)) return true;
  const own = name.replace(/\$/g, '\\$');
  const pattern = new RegExp(
    `${common.test(name) ? '\\b(?:this|exports)' : ''}(?:\\.${own}|\\[['"]${own}['"]\\])\\s*\\(`,
    'g',
  );
  let count = 0;
  for (const { index, 0: found } of sourceCode.text.matchAll(pattern)) {
    if ((count += 1) > 200) return false;
    const member = sourceCode.getNodeByRangeIndex(index + found.lastIndexOf(name))?.parent;
    const callee = member?.type === 'MemberExpression' ? outermost(member) : undefined;
    const call = callee?.parent;
    if (call?.type === 'CallExpression' && call.callee === callee && !isResultAwaited(call, file)) return false;
  }
  return true;
}

/** Callers of a function who go on at once, whatever it gives. */
const hasty = new Set(
  [
    'forEach map flatMap filter reduce reduceRight some every find findIndex findLast sort each eachSeries',
    'once addListener prependListener addEventListener subscribe tap',
    'setTimeout setInterval setImmediate nextTick queueMicrotask requestAnimationFrame defer schedule',
  ].flatMap((names) => names.split(' ')),
);

const continuing = /^(?:then|catch|finally)$/;
const testing = /^(?:it|test|describe|before|after|beforeEach|afterEach|beforeAll|afterAll|skip|only)$/;

/** Does what a function is handed to wait for it, or is a handler that answers itself? */
function isTakenWell(call: Call, fn: FunctionNode, file: FileContext): boolean {
  const name = calledName(call);
  if (call.type === 'NewExpression') return name !== 'Promise';
  if (hasty.has(name)) return false;
  // `bus.on('login', async …)`; `app.on('GET', '/path', async …)` is a route.
  if (name === 'on') return call.arguments.length > 2;
  // What they hand over comes later in any case, and answers by itself.
  if (/^(?:regenerate|reload|logIn|login|logOut|logout)$/.test(name)) return true;
  if (routingOf(call) || continuing.test(name) || testing.test(name) || /^(?:bind|addHook)$/.test(name)) return true;
  const [first, ...others] = fn.params;
  const last = others.at(-1);
  const isHandler = first?.type === 'Identifier' && isRequestName(first.name);
  const isAnswering = last?.type === 'Identifier' && /^(?:done|cb|callback|next)$/.test(last.name);
  return (
    isHandler || isAnswering || outermost(call).parent?.type !== 'ExpressionStatement' || isResultAwaited(call, file)
  );
}

/** `await f()`, `return f()`, `await Promise.all([f()])`, `f().then(…)` at the end, by callers that are waited for. */
function isResultAwaited(call: TSESTree.Node, file: FileContext): boolean {
  let node = outermost(call);
  let goesOn = false;
  for (;;) {
    const parent: TSESTree.Node | undefined = node.parent;
    switch (parent?.type) {
      case 'AwaitExpression':
      case 'ReturnStatement':
      case 'YieldExpression':
        return isAwaited(functionAround(node), file);
      case 'ArrowFunctionExpression':
        return parent.body === node && isAwaited(parent, file);
      case 'ExportDefaultDeclaration':
        return true;
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ArrayExpression':
        node = outermost(parent);
        break;
      case 'MemberExpression': {
        const name = staticName(parent) ?? '';
        const next = outermost(parent).parent;
        if (parent.object !== node || !continuing.test(name) || next?.type !== 'CallExpression') return false;
        goesOn ||= name === 'then';
        node = outermost(next);
        break;
      }
      case 'CallExpression':
        if (parent.callee === node || !isPromiseCall(parent)) return false;
        node = outermost(parent);
        break;
      case 'ExpressionStatement':
        return goesOn && isLast(parent) && isAwaited(functionAround(node), file);
      default:
        return false;
    }
  }
}

const isLast = ({ parent, range }: TSESTree.ExpressionStatement): boolean =>
  parent.type === 'BlockStatement' && parent.body.at(-1)?.range === range;

/** `Promise.all(…)`, `Promise.race(…)`. */
export function isPromiseCall({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Promise' &&
    /^(?:all|allSettled|race|any)$/.test(staticName(callee) ?? '')
  );
}
