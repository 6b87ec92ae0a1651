import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { hasCommentIn } from '../ast/comments';
import { staticName, staticString } from '../ast/static-name';
import { outermost, unwrap } from '../ast/unwrap';

type Fix = TSESLint.ReportFixFunction;
type Range = readonly [number, number];

/** Where a secret is written, and how it may be read instead. */
export interface SecretPlace {
  /** The literal or expression to do without. */
  node: TSESTree.Node;
  /** True when it is taken where something else has no value. */
  isFallback: boolean;
  /** The environment variable to read in its place. */
  variable: string;
  sourceCode: TSESLint.SourceCode;
  filename: string;
}

/** One edit of a secret, as a rule suggests it. */
export interface SecretOffer {
  messageId: 'fromEnvironment' | 'withoutFallback';
  data: { variable: string };
  fix: Fix;
}

/** The edits that take a secret out of the source, the best first; none where the result would not run or compile. */
export function secretOffers(place: SecretPlace): SecretOffer[] {
  const data = { variable: `process.env.${place.variable}` };
  const kept = withoutFallback(place);
  const read = readFromEnvironment(place);
  return [
    ...(kept ? [{ messageId: 'withoutFallback', data, fix: kept } as const] : []),
    ...(read ? [{ messageId: 'fromEnvironment', data, fix: read } as const] : []),
  ];
}

/** What a fallback stands in for, by itself. */
function withoutFallback({ node, isFallback, sourceCode, filename }: SecretPlace): Fix | null {
  const whole = withConstAssertion(outermost(node));
  const { parent } = whole;
  if (!isFallback && parent?.type !== 'ConditionalExpression') return null;
  const keep: Keep = (from, what, ...kept) => {
    const text = keptText(from, kept, sourceCode);
    return text === null ? null : (fixer) => fixer.replaceText(from, asserted(text, what, assertion(filename)));
  };
  switch (parent?.type) {
    case 'LogicalExpression': {
      const operator = sourceCode.getTokenAfter(parent.left, (token) => token.value === parent.operator);
      const last = operator && sourceCode.getTokenBefore(operator);
      return parent.right === whole && last ? keep(parent, parent.left, [parent.range[0], last.range[1]]) : null;
    }
    case 'ConditionalExpression': {
      const other = parent.consequent === whole ? parent.alternate : parent.consequent;
      return parent.test !== whole && isRead(other) ? keep(parent, other, other.range) : null;
    }
    case 'AssignmentPattern':
      // In TypeScript the name would be `string | undefined` at each of its uses.
      return parent.right === whole && assertion(filename) === '' ? keep(parent, parent.left, parent.left.range) : null;
    case 'CallExpression':
      return keptCall(parent, whole, keep, sourceCode, filename);
    default:
      return null;
  }
}

/** `env.get('S', 'dev')` becomes `env.get('S')`, `z.string().default('dev')` becomes `z.string()`. */
function keptCall(
  call: TSESTree.CallExpression,
  argument: TSESTree.Node,
  keep: Keep,
  sourceCode: TSESLint.SourceCode,
  filename: string,
): Fix | null {
  const callee = unwrap(call.callee);
  const [first, second] = call.arguments;
  if (callee.type === 'MemberExpression' && staticName(callee) === 'default' && first === argument) {
    // What follows on a chain may want the default that is no longer there.
    const isSafe = assertion(filename) === '' || call.parent.type !== 'MemberExpression';
    const removed: [number, number] = [callee.object.range[1], call.range[1]];
    return isSafe && !hasCommentIn(removed, sourceCode) ? (fixer) => fixer.removeRange(removed) : null;
  }
  if (!first || second !== argument || call.arguments.length !== 2 || staticString(first) === undefined) return null;
  return keep(call, call, [call.range[0], first.range[1]], [second.range[1], call.range[1]]);
}

/** Is this a plain read of something that has a value elsewhere: `process.env.S`, `config.secret`? */
const isRead = (node: TSESTree.Node): boolean => /^(?:MemberExpression|Identifier)$/.test(unwrap(node).type);

/** The edit that puts some parts of an expression in its place; `what` is the expression they then are. */
type Keep = (from: TSESTree.Node, what: TSESTree.Node, ...kept: Range[]) => Fix | null;

/** Some parts of an expression; null where a comment between them would be lost. */
function keptText(from: TSESTree.Node, kept: readonly Range[], sourceCode: TSESLint.SourceCode): string | null {
  const edges = [from.range[0], ...kept.flat(), from.range[1]];
  const lost = edges.flatMap((start, index) => (index % 2 === 0 ? [[start, edges[index + 1] ?? start] as const] : []));
  if (lost.some((range) => hasCommentIn(range, sourceCode))) return null;
  return kept.map((range) => sourceCode.text.slice(...range)).join('');
}

function asserted(text: string, what: TSESTree.Node, suffix: string): string {
  if (suffix === '' || text.endsWith(suffix)) return text;
  return /^(?:Member|Call|Chain)Expression$|^Identifier$/.test(what.type) ? `${text}${suffix}` : `(${text})${suffix}`;
}

/** The variable in place of the secret; null where no expression may stand, or where that makes no sense. */
function readFromEnvironment({ node, isFallback, variable, sourceCode, filename }: SecretPlace): Fix | null {
  const target = withConstAssertion(node);
  const isImpossible = target.parent?.type === 'TSEnumMember' || standsInForEnvironment(target, isFallback, sourceCode);
  if (isImpossible || hasCommentIn(target.range, sourceCode)) return null;
  const [before = '', after = ''] = [sourceCode.text[target.range[0] - 1], sourceCode.text[target.range[1]]];
  // `return'x'` is valid, `returnprocess.env` is not.
  const [left, right] = [before, after].map((one) => (/[\w$]/.test(one) ? ' ' : ''));
  return (fixer) => fixer.replaceText(target, `${left}${readOfEnvironment(variable, filename)}${right}`);
}

/** Is this what is taken where a variable of the environment, or a setting, has no value? */
function standsInForEnvironment(node: TSESTree.Node, isFallback: boolean, sourceCode: TSESLint.SourceCode): boolean {
  const whole = outermost(node);
  const { parent } = whole;
  const isEnvironment = (one: TSESTree.Node | null): boolean =>
    one !== null && /\benv\b/i.test(sourceCode.getText(one));
  switch (parent?.type) {
    case 'LogicalExpression':
      return parent.right === whole && (isEnvironment(parent.left) || unwrap(parent.left).type === 'CallExpression');
    case 'ConditionalExpression':
      return isEnvironment(parent.consequent === whole ? parent.alternate : parent.consequent);
    case 'AssignmentExpression':
      return isEnvironment(parent.left);
    case 'CallExpression':
      return isFallback && (parent.arguments.indexOf(whole as never) > 0 || isDefaultMethod(parent));
    case 'Property':
      return isFallback && staticName(parent) === 'default';
    case 'AssignmentPattern': {
      let current: TSESTree.Node | undefined = parent;
      while (current && /Pattern$|Property/.test(current.type)) current = current.parent;
      return current?.type === 'VariableDeclarator' && isEnvironment(current.init);
    }
    default:
      return false;
  }
}

function isDefaultMethod({ callee }: TSESTree.CallExpression): boolean {
  const method = unwrap(callee);
  return method.type === 'MemberExpression' && staticName(method) === 'default';
}

/** `'x' as const` is one expression: nothing but a literal may be asserted so. */
function withConstAssertion(node: TSESTree.Node): TSESTree.Node {
  const { parent } = node;
  const isAssertion = parent?.type === 'TSAsExpression' || parent?.type === 'TSTypeAssertion';
  const type = isAssertion && parent.expression === node ? parent.typeAnnotation : undefined;
  const name = type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : undefined;
  return name === 'const' && parent ? parent : node;
}

/** The code that reads a variable where a library wants a string. */
export const readOfEnvironment = (variable: string, filename: string): string =>
  `process.env.${variable}${assertion(filename)}`;

/** Libraries want a `string`, `process.env` gives `string | undefined`; without a value they refuse to work. */
const assertion = (filename: string): string => (/\.[cm]?tsx?$/.test(filename) ? '!' : '');
