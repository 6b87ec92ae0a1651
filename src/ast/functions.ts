import type { TSESTree } from '@typescript-eslint/utils';

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  );
}

/** The innermost function a node stands in, not the node itself; null at the top level of a file. */
export function functionAround(node: TSESTree.Node): FunctionNode | null {
  let current = node.parent;
  while (current && !isFunction(current)) current = current.parent;
  return current ?? null;
}

/** The innermost block or function a node is in; undefined at the top level of a file. */
export function blockAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let around = node.parent;
  while (around && around.type !== 'BlockStatement' && !isFunction(around)) around = around.parent;
  return around;
}

/** What a function may return: the body of a concise arrow, or the argument of each of its own `return`s. */
export function returnedBy(fn: FunctionNode): TSESTree.Expression[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  return statementsOf(fn).flatMap((one) => (one.type === 'ReturnStatement' && one.argument ? [one.argument] : []));
}

/** The statements of a function itself, those in its blocks included, in the order of the text. */
export function statementsOf(fn: FunctionNode): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  const stack: TSESTree.Node[] = fn.body.type === 'BlockStatement' ? [...fn.body.body].reverse() : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    found.push(node);
    stack.push(...nestedStatements(node).reverse());
  }
  return found;
}

function nestedStatements(node: TSESTree.Node): TSESTree.Node[] {
  switch (node.type) {
    case 'BlockStatement':
      return [...node.body];
    case 'IfStatement':
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent];
    case 'TryStatement':
      return [node.block, ...(node.handler ? [node.handler.body] : []), ...(node.finalizer ? [node.finalizer] : [])];
    case 'SwitchStatement':
      return node.cases.flatMap((one) => one.consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      return [node.body];
    default:
      return [];
  }
}
