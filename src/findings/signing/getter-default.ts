import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { valueBehind } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { statementsOf } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { functionBehind } from '../../model/dataflow/predecessors';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';

/** What a getter gives where nothing is configured: `env.get('S', 'dev')`, `z.string().default('dev')`. */
export function defaultIn(expression: TSESTree.Node, file: FileContext): TSESTree.Node | null {
  let node = unwrap(expression);
  const [first, second, third] = node.type === 'CallExpression' ? node.arguments : [];
  if (node.type === 'CallExpression' && first && second && getters.test(calledName(node))) {
    if (throwsInProduction(functionBehind(node.callee, file), file)) return null;
    const key = constantOf(first, file)?.value;
    if (typeof key !== 'string' || !/^[\w.:-]+$/.test(key)) return null;
    return typeName.test(String(constantOf(second, file)?.value)) ? (third ?? null) : second;
  }
  while (node.type === 'CallExpression') {
    const callee = unwrap(node.callee);
    if (callee.type !== 'MemberExpression') return null;
    if (staticName(callee) === 'default' && node.arguments.length > 0) return node.arguments[0] ?? null;
    node = unwrap(callee.object);
  }
  return null;
}

/** What a setting has to be, where a getter asks for that: `config.get('secret', 'string', 'dev')`. */
const typeName = /^(?:string|number|boolean|any|object|array)(?:\|(?:string|number|boolean|null|undefined))*$/;

/** Functions and methods that take the name of a setting, then what to use without it. */
const getters = /^(?:get|env|get_?env|getEnv(?:Var|Variable)?|getOrDefault|getString|getConfig|fromEnv|readEnv|envOr)$/;

/**
 * Does a reader of this file stop the program in production where a setting is missing, so that nothing selects what it
 * is to take instead: `if (!isProduction) return fallback; throw new Error(name)`?
 */
export function throwsInProduction(fn: FunctionNode | null, file: FileContext): boolean {
  const statements = fn ? statementsOf(fn) : [];
  return (
    statements.some(({ type }) => type === 'ThrowStatement') &&
    statements.some((one) => one.type === 'IfStatement' && asksForProduction(one.test, file))
  );
}

/** Deeper conditions are not written by hand. */
const deepest = 8;

function asksForProduction(test: TSESTree.Expression, file: FileContext, depth = 0): boolean {
  if (depth > deepest) return false;
  const again = (one: TSESTree.Node): boolean => asksForProduction(one as TSESTree.Expression, file, depth + 1);
  const node = valueBehind(test, file.sourceCode);
  if (node.type === 'LogicalExpression') return again(node.left) || again(node.right);
  if (node.type === 'UnaryExpression') return again(node.argument);
  return /prod|NODE_ENV/i.test(file.textOf(node));
}
