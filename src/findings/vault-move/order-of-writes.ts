import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { callersOf } from '../../ast/callers';
import type { FunctionNode } from '../../ast/functions';
import { functionAround, isFunction } from '../../ast/functions';
import { isResponseName } from '../../ast/routing';
import { outermost } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import { isPromiseCall } from './awaited-function';

/**
 * Does something else go on as soon as a function waits: `Promise.all([put(req), see(req)])`, where the second finds
 * what the first has written, until the first waits for the vault; `Promise.race([put(req), timeout()])`?
 */
export function isCalledBesideOthers(fn: FunctionNode | null, isWrite: boolean, file: FileContext, depth = 0): boolean {
  if (!fn || depth > 4) return false;
  return callersOf(fn, file.sourceCode).calls.some((call) => {
    const array = outermost(call).parent;
    const all = array?.type === 'ArrayExpression' ? array.parent : undefined;
    if (array?.type === 'ArrayExpression' && all?.type === 'CallExpression' && isPromiseCall(all)) {
      const isFirstOnly = /^(?:race|any)$/.test(calledName(all));
      return array.elements.length > 1 && (isWrite || isFirstOnly);
    }
    return isCalledBesideOthers(functionAround(call), isWrite, file, depth + 1);
  });
}

/**
 * Has somebody who answers the request been started above a write: `setTimeout(() => res.end())`, `session.save(done)`,
 * `next()`? The write was done before they came to it, and would not be with an `await` before it.
 */
export function isBehindAnswer(node: TSESTree.Node): boolean {
  for (let current = node; current.parent && !isFunction(current); current = current.parent) {
    const { parent } = current;
    if (parent.type === 'BlockStatement' && firstAnswer(parent) < current.range[0]) return true;
  }
  return false;
}

const answers = new WeakMap<TSESTree.BlockStatement, number>();

/** Where in a block an answer is first left to somebody else. */
function firstAnswer(block: TSESTree.BlockStatement): number {
  const known = answers.get(block);
  if (known !== undefined) return known;
  const at = block.body.find(handsAnswerOn)?.range[0] ?? Infinity;
  answers.set(block, at);
  return at;
}

function handsAnswerOn(statement: TSESTree.Statement): boolean {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return false;
  const call = statement.expression;
  const name = calledName(call);
  if (/^(?:on|once|get|post|put|use|addEventListener)$/.test(name)) return false;
  if (call.callee.type === 'Identifier' && name === 'next') return true;
  return call.arguments.some((one) =>
    one.type === 'Identifier' ? one.name === 'next' : isFunction(one) && one.params.length < 2 && answersIn(one.body),
  );
}

/** `() => res.json(…)`, `() => { next(); }`: among the first statements of a callback. */
function answersIn(body: TSESTree.Node): boolean {
  const all = body.type === 'BlockStatement' ? body.body.slice(0, 20) : [body];
  return all.some((one) => {
    let node: TSESTree.Node = one.type === 'ExpressionStatement' ? one.expression : one;
    if (node.type === 'ReturnStatement' && node.argument) node = node.argument;
    while (node.type === 'CallExpression' || node.type === 'MemberExpression')
      node = node.type === 'CallExpression' ? node.callee : node.object;
    return node.type === 'Identifier' && isResponseName(node.name);
  });
}
