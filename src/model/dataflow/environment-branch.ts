import type { TSESTree } from '@typescript-eslint/utils';
import { functionName } from '../../ast/function-name';
import { isFunction } from '../../ast/functions';
import { valueBehind } from '../../ast/definition';
import { unwrap } from '../../ast/unwrap';
import { splitWords } from '../../secrets/names/names';
import type { File } from '../file/file-context';

/** What a condition that asks where the program runs leaves in its text. */
const asking = /\benv\b|NODE_ENV|(?:^|[^a-z])(?:is_?)?(?:dev|prod|test|local|staging|debug|mock|ci)|(?:Dev|Prod|Test|Local|Mock|Env)/;

const saysProduction = /prod/i;

/** `x === 'production'`, `isProd`: true in production; `!isProd`, `x !== 'production'` is not. */
const isNegated = (text: string): boolean => /^!|!==?/.test(text);

/**
 * Does the environment decide whether this code runs: a branch for development, one of several stores by what is
 * configured? A branch that is for production alone does not count: what stands there is what runs.
 */
export function isForOneEnvironment(node: TSESTree.Node, file: File): boolean {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (isDecidedBy(current, parent, file)) return true;
    if (isFunction(parent) && isMadeForIt(functionName(parent))) return true;
  }
  return false;
}

/** Does this code never run in production, by the branch it stands in: `if (isProduction) { … } else { … }`? */
export function isOutsideProduction(node: TSESTree.Node, file: File): boolean {
  for (let current = node; current.parent; current = current.parent) {
    if (isDecidedBy(current, current.parent, file, excludesProduction)) return true;
  }
  return false;
}

type Asks = typeof asks;

const makers = /^(?:dev|development|tests?|testing|mocks?|memory|local)$/;
const logins = /^(?:login|signin|signup|sign|auth|authenticate|strategy|passport|users?)$/;

/** `createTestApp`, `inMemoryStore`; `localLogin` is the login by a password, and `setLocale` has no such word. */
function isMadeForIt(name: string): boolean {
  const words = splitWords(name);
  return words.some((word) => makers.test(word)) && !words.some((word) => logins.test(word));
}

function isDecidedBy(node: TSESTree.Node, parent: TSESTree.Node, file: File, isAsked: Asks = asks): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test !== node && isAsked(parent.test, parent.consequent === node, file);
    case 'LogicalExpression':
      return parent.right === node && parent.operator !== '??' && isAsked(parent.left, parent.operator === '&&', file);
    case 'SwitchCase':
      return parent.parent.type === 'SwitchStatement' && isAsked(parent.parent.discriminant, false, file);
    case 'BlockStatement':
    case 'Program':
      return leavesBefore(node, parent.body, file, isAsked);
    default:
      return false;
  }
}

/** `if (process.env.REDIS_URL) { …; return; }` further up: the rest runs elsewhere. */
function leavesBefore(node: TSESTree.Node, body: readonly TSESTree.Node[], file: File, isAsked: Asks): boolean {
  return body
    .slice(0, body.indexOf(node))
    .some((one) => one.type === 'IfStatement' && isLeft(one.consequent) && isAsked(one.test, false, file));
}

function isLeft(statement: TSESTree.Statement): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
}

/** @param holds whether the code in question runs where the condition is true */
function asks(test: TSESTree.Expression, holds: boolean, file: File): boolean {
  const condition = textBehind(test, file);
  if (!asking.test(condition)) return false;
  return !(saysProduction.test(condition) && holds !== isNegated(condition));
}

/** The condition names production, and where the code runs it is not that. */
function excludesProduction(test: TSESTree.Expression, holds: boolean, file: File): boolean {
  const node = unwrap(test);
  const isOne = node.type === 'LogicalExpression' ? false : saysProduction.test(textBehind(test, file));
  return isOne && asks(test, holds, file);
}

/** The text of a condition, and of the constant behind its name: `const isLive = process.env.NODE_ENV === 'production'`. */
function textBehind(test: TSESTree.Expression, file: File): string {
  const node = unwrap(test);
  const inner = node.type === 'UnaryExpression' ? unwrap(node.argument) : node;
  const behind = valueBehind(inner, file.sourceCode);
  const sign = node.type === 'UnaryExpression' && node.operator === '!' ? '!' : '';
  return behind === inner ? file.sourceCode.getText(node) : `${sign}${file.sourceCode.getText(behind)}`;
}
