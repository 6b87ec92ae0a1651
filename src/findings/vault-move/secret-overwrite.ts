import type { TSESTree } from '@typescript-eslint/utils';
import { functionName } from '../../ast/function-name';
import type { FunctionNode } from '../../ast/functions';
import { functionAround, isFunction } from '../../ast/functions';
import { isAbsent } from '../../ast/presence-test';
import { referenceKey } from '../../ast/reference-key';
import { staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { keyOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { secretUsesIn } from '../../model/session/secret-use';
import type { SessionUse } from '../../model/session/session-use';
import type { Vault } from '../../model/secret/vault';
import { callsOf } from '../../model/secret/vault';

/**
 * Does the file show that a write may come upon a secret that is there already, so that the vault has to put the new
 * value in the place of the old one? A handler that reads a secret of the session before it writes one is in a session
 * that has them: it refreshes. What one edit after the other makes of a file has to lead to the same answer, so calls
 * of the vault count as the reads they have been.
 */
export function isOverwrite(use: SessionUse, vault: Vault, file: FileContext): boolean {
  const { whole, value } = use;
  const fn = whole && functionAround(whole);
  if (!whole || !value || !fn) return false;
  if (whole.type === 'AssignmentExpression' && whole.operator === '&&=') return true;
  const isBefore = (node: TSESTree.Node): boolean => node.range[0] < value.range[1] && functionAround(node) === fn;
  return (
    isNamedForIt(fn) ||
    secretUsesIn(file).some((other) => other.use.kind === 'read' && isBefore(other.use.node)) ||
    callsOf([vault.read, vault.rotate], vault, file).some(isBefore) ||
    isSeenAbove(use, vault, file)
  );
}

const replacing = /refresh|renew|rotat|reissue|replace|update|change/i;

/** `app.post('/token/refresh', …)`, `async function renewToken(…)`. */
function isNamedForIt(fn: FunctionNode): boolean {
  const { parent } = fn;
  const path = parent.type === 'CallExpression' ? (staticString(parent.arguments[0]) ?? '') : '';
  return replacing.test(path) || replacing.test(functionName(fn));
}

/** Below a test of its presence, or behind another write of it, in a block that is around both. */
function isSeenAbove({ access, keys }: SessionUse, vault: Vault, file: FileContext): boolean {
  const own = access.form === 'member' ? access.members.at(-1) : undefined;
  const key = keys.at(-1);
  if (!own || key === undefined) return false;
  const names = [key, referenceKey(key, vault.suffix)];
  const { sourceCode } = file;
  const object = sourceCode.getText(own.object);
  const isOwn = (expression: TSESTree.Node): boolean => {
    const node = unwrap(expression);
    if (node.type !== 'MemberExpression' || sourceCode.getText(node.object) !== object) return false;
    return names.includes(keyOf(node, file) ?? '');
  };
  for (let node: TSESTree.Node = own; node.parent && !isFunction(node.parent); node = node.parent) {
    const parent: TSESTree.Node = node.parent;
    if (parent.type === 'IfStatement' && parent.consequent === node && operandsOf(parent.test).some(isOwn)) return true;
    if (parent.type !== 'BlockStatement') continue;
    const before = parent.body.slice(0, parent.body.indexOf(node as TSESTree.Statement));
    if (before.some((statement) => isWriteOf(statement, isOwn))) return true;
  }
  return false;
}

function operandsOf(test: TSESTree.Expression): TSESTree.Expression[] {
  return test.type === 'LogicalExpression' && test.operator === '&&'
    ? [...operandsOf(test.left), ...operandsOf(test.right)]
    : [test];
}

function isWriteOf(statement: TSESTree.Statement, isOwn: (node: TSESTree.Node) => boolean): boolean {
  const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  return assignment?.type === 'AssignmentExpression' && isOwn(assignment.left) && !isAbsent(unwrap(assignment.right));
}
