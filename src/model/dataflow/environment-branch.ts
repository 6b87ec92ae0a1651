import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { functionName } from '../../ast/function-name';
import { isFunction } from '../../ast/functions';
import { valueBehind } from '../../ast/definition';
import { unwrap } from '../../ast/unwrap';
import { splitWords } from '../../secrets/names/names';
import type { FileContext } from '../file/file-context';

/** Words of names and values that say where the program runs. */
const production = /^(?:prod|production)$/;
const places =
  /^(?:dev|devel|develop|development|tests?|testing|local|localhost|stag(?:e|ing)|sandbox|debug|debugging|mocks?|ci)$/;
const environment = /^(?:env|environment|nodeenv)$/;

/** What a condition asks about. */
interface Question {
  words: ReadonlySet<string>;
  /** `!isProd`, `x !== 'production'`: not `isProd`, `x === 'production'`. */
  isNegated: boolean;
  /**
   * Is one of its names that of a place, and not just of a variable of the environment: `NODE_ENV`, `isDev`,
   * `config.debug`?
   */
  isOfPlace: boolean;
}

/**
 * Does the environment decide whether this code runs: a branch for development, one of several stores by what is
 * configured? A branch that is for production alone does not count: what stands there is what runs.
 */
export function isForOneEnvironment(node: TSESTree.Node, file: FileContext): boolean {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (isDecidedBy(current, parent, file)) return true;
    if (isFunction(parent) && isMadeForIt(functionName(parent))) return true;
  }
  return false;
}

/** Does this code never run in production, by the branch it stands in: `if (isProduction) { … } else { … }`? */
export function isOutsideProduction(node: TSESTree.Node, file: FileContext): boolean {
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

function isDecidedBy(node: TSESTree.Node, parent: TSESTree.Node, file: FileContext, isAsked: Asks = asks): boolean {
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
function leavesBefore(node: TSESTree.Node, body: readonly TSESTree.Node[], file: FileContext, isAsked: Asks): boolean {
  return body
    .slice(0, body.indexOf(node))
    .some((one) => one.type === 'IfStatement' && isLeft(one, file) && isAsked(one.test, false, file));
}

/**
 * Is nothing run behind a branch because something else is, or because of the place it runs in? What only stops where a
 * variable is missing (`if (!process.env.SESSION_SECRET) throw …`) says nothing of the rest.
 */
function isLeft({ test, consequent }: TSESTree.IfStatement, file: FileContext): boolean {
  const statements = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  const last = statements.at(-1);
  const isExit =
    last?.type === 'ExpressionStatement' &&
    last.expression.type === 'CallExpression' &&
    calledName(last.expression) === 'exit';
  if (last?.type !== 'ReturnStatement' && last?.type !== 'ThrowStatement' && !isExit) return false;
  if (questionOf(test, file).isOfPlace) return true;
  if (last.type !== 'ReturnStatement') return false;
  const answer = last.argument && unwrap(last.argument);
  const givesUp = !answer || (answer.type === 'CallExpression' && calledName(answer) === 'next');
  return !givesUp || statements.length > 1;
}

/** @param holds whether the code in question runs where the condition is true */
function asks(test: TSESTree.Expression, holds: boolean, file: FileContext): boolean {
  const { words, isNegated } = questionOf(test, file);
  const isProduction = has(words, production);
  if (!isProduction && !has(words, places) && !has(words, environment)) return false;
  return !(isProduction && holds !== isNegated);
}

/** The condition names production, and where the code runs it is not that. */
function excludesProduction(test: TSESTree.Expression, holds: boolean, file: FileContext): boolean {
  const node = unwrap(test);
  const isOne = node.type === 'LogicalExpression' ? false : has(questionOf(test, file).words, production);
  return isOne && asks(test, holds, file);
}

const has = (words: ReadonlySet<string>, wanted: RegExp): boolean => [...words].some((word) => wanted.test(word));

/** A condition, and the constant behind its name: `const isLive = process.env.NODE_ENV === 'production'`. */
function questionOf(test: TSESTree.Expression, file: FileContext): Question {
  const node = unwrap(test);
  const inner = node.type === 'UnaryExpression' ? unwrap(node.argument) : node;
  const behind = valueBehind(inner, file.sourceCode);
  const question: Mutable = { words: new Set(), isNegated: false, isOfPlace: false };
  if (behind !== inner) collect(behind, question, file);
  collect(node, question, file);
  return question;
}

interface Mutable extends Question {
  words: Set<string>;
}

/** The names and texts of a condition, word by word; what a comment says is no part of it. */
function collect(node: TSESTree.Node, question: Mutable, { sourceCode }: FileContext): void {
  const tokens = sourceCode.getTokens(node);
  for (const [index, { type, value }] of tokens.entries()) {
    if (value === '!=' || value === '!==' || (value === '!' && index === 0)) question.isNegated = true;
    // A key in brackets is a name.
    const isText = (type as string) === 'String' && tokens[index - 1]?.value !== '[';
    if (!isText && !/^[\p{ID_Start}$_#'"]/u.test(value)) continue;
    // `/^a/.test(path)` asks for something else.
    if (value === 'test' && tokens[index - 1]?.value === '.' && tokens[index + 1]?.value === '(') continue;
    const words = splitWords(isText ? value.slice(1, -1) : value).map((word) => word.replace(/^is(?=[a-z]{3})/, ''));
    // A sentence or a path has such words by chance.
    if (isText && words.length > 1) continue;
    words.forEach((word) => question.words.add(word));
    const isNamed = words.some((word) => places.test(word) || production.test(word));
    if (isNamed || (words.length > 1 && words.some((word) => environment.test(word)))) question.isOfPlace = true;
  }
}
