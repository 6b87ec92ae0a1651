import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './definition';
import type { FunctionNode } from './functions';
import { isFunction } from './functions';

/** A statement after which nothing runs but what stands behind it in its own block. */
export interface Tail {
  statement: TSESTree.Statement;
  rest: readonly TSESTree.Statement[];
  block: TSESTree.BlockStatement;
}

/**
 * What follows a statement of a handler `(req, res, next) => {…}`, where all of it can run later, in a callback, and
 * errors can be handed to `next`. Null where something else waits for it: a `try`, a loop, an `await`, a declaration
 * that is used above, a value that is returned.
 */
export function tailOf(statement: TSESTree.Node | undefined, sourceCode: TSESLint.SourceCode): Tail | null {
  if (statement?.type !== 'ExpressionStatement' || statement.parent.type !== 'BlockStatement') return null;
  const block = statement.parent;
  const fn = functionEndingIn(block);
  if (!fn || !hasNext(fn, statement, sourceCode)) return null;
  const rest = block.body.slice(block.body.indexOf(statement) + 1);
  return [statement, ...rest].every((one) => isMovable(one, sourceCode)) ? { statement, rest, block } : null;
}

/** The function whose last statement a block is, be it inside branches. */
function functionEndingIn(block: TSESTree.BlockStatement): FunctionNode | null {
  for (let node: TSESTree.Node = block; ;) {
    const parent: TSESTree.Node | undefined = node.parent;
    if (isFunction(parent)) return parent.generator ? null : parent;
    if (parent?.type === 'BlockStatement') {
      if (parent.body.at(-1) !== node) return null;
    } else if (parent?.type !== 'IfStatement') return null;
    node = parent;
  }
}

/** `(req, res, next)`: in what is handed `(ctx, next)`, an error is thrown and not passed on. */
function hasNext({ params }: FunctionNode, at: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  const next = params[2];
  if (next?.type !== 'Identifier' || next.name !== 'next') return false;
  return variableOf({ ...next, range: at.range }, sourceCode)?.identifiers[0] === next;
}

const unmovable = new Set(['AwaitExpression', 'YieldExpression']);

function isMovable(statement: TSESTree.Statement, { visitorKeys }: TSESLint.SourceCode): boolean {
  if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') return false;
  const stack: TSESTree.Node[] = [statement];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (unmovable.has(node.type) || (node.type === 'ForOfStatement' && node.await)) return false;
    if (node.type === 'VariableDeclaration' && node.kind !== 'const' && node.kind !== 'let') return false;
    if (isFunction(node)) continue;
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>)[
        key
      ];
      for (const one of Array.isArray(child) ? child : [child]) if (one) stack.push(one);
    }
  }
  return true;
}
