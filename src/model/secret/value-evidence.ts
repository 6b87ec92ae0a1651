import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { definitionOf, valueBehind, variableOf } from '../../ast/definition';
import { isFunction } from '../../ast/functions';
import { isAbsent } from '../../ast/presence-test';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { findSecretFormat, findSecretPrefix } from '../../secrets/formats';
import { classifyName, isPublishedVariable } from '../../secrets/names/names';
import { Budget } from '../dataflow/query';
import { isMask } from '../../secrets/values/placeholder';
import { constantOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { isChain } from '../file/member-chain';
import { isRequestToken } from './request-token';
import { isVaultCall } from './vault';

/** Why a value is taken for a secret whatever it is called. */
export type ValueEvidence =
  /** It looks like one: a literal in a provider's format. */
  | { by: 'shape'; what: string }
  /** It comes from where secrets come from: an environment variable, a token response, a form's password. */
  | { by: 'source'; what: string };

/** Calls that give their first argument, or what they are called on, back in another dress. */
export const redressing =
  /^(?:stringify|String|toString|trim|from|encodeURIComponent|btoa|concat|join|toJSON|valueOf|base64|structuredClone)$/;

/** Calls whose result tells nothing of what went in: the recommended alternative to a vault. */
const concealing = /^(?:encrypt|seal|mask|redact|obfuscate|cipher)/i;

const hashing = /^(?:hash|digest|sha\d|md5|hmac|createHash|createHmac|bcrypt)/i;

/** Results that are numbers, booleans, times or sizes. */
const harmlessCalls =
  /^(?:(?:is|has|can|should)(?=[A-Z_]|$)|(?:Number|Boolean|BigInt|parseInt|parseFloat|now|getTime|includes|some|every|startsWith|endsWith|test|indexOf|match|compare|compareSync|verify|Symbol)$)/;

const harmlessConstructions = new Set(['Date', 'Map', 'Set', 'Number', 'Boolean']);

/** Freshly made random values: a token of the application's own, not somebody's credential. */
const random =
  /^(?:randomBytes|randomUUID|nanoid|uuid(?:v4)?|v4|uid|uniqid|randomInt|csrfToken|generateToken|createToken)$/;

const totpSeed = /^generate(?:Totp|TOTP|Otp|OTP)?Secret$/;

/**
 * Can this value not be a secret, whatever it is called: a flag, a number, a time, a comparison, a function, an empty
 * object, the result of an encryption, a reference of the vault?
 */
export function isHarmlessValue(
  node: TSESTree.Node,
  file: FileContext,
  isHashKept = false,
  budget = new Budget(),
): boolean {
  const again = (one: TSESTree.Node): boolean => isHarmlessValue(one, file, isHashKept, budget);
  const value = valueBehind(node, file.sourceCode);
  // A name may be made of itself, or of others in a row: of what nobody gets to the end of, nothing is known.
  if (isName(node) && budget.isSpent()) return false;
  switch (value.type) {
    case 'Literal':
      return typeof value.value !== 'string' || value.value === '' || isMask(value.value);
    case 'UnaryExpression':
    case 'UpdateExpression':
    case 'ClassExpression':
      return true;
    case 'BinaryExpression':
      if (value.operator !== '+') return true;
      return isTime(value) || (again(value.left) && again(value.right));
    case 'NewExpression':
      return value.callee.type === 'Identifier' && harmlessConstructions.has(value.callee.name);
    case 'ObjectExpression':
      return value.properties.length === 0;
    case 'ArrayExpression':
      return value.elements.every((element) => element !== null && again(element));
    case 'ConditionalExpression':
      return again(value.consequent) && again(value.alternate);
    case 'LogicalExpression':
      return again(value.right) && (value.operator === '&&' || again(value.left));
    case 'Identifier':
      // A constant of another file.
      return isAbsent(value) || isEmpty(value, file) || isRequestToken(value, file);
    case 'MemberExpression': {
      const name = staticName(value) ?? '';
      return (
        name === 'length' ||
        name === 'size' ||
        /^sessionI[dD]$/.test(name) ||
        isOwnId(value, file) ||
        isEmpty(value, file)
      );
    }
    case 'CallExpression': {
      const name = calledName(value);
      if (
        concealing.test(name) ||
        harmlessCalls.test(name) ||
        (!isHashKept && hashing.test(name) && !isHashOfRandom(value, file))
      )
        return true;
      return isVaultCall(value, ['store', 'rotate'], file);
    }
    default:
      return isFunction(value) || isAbsent(value);
  }
}

const isName = (node: TSESTree.Node): boolean => unwrap(node).type === 'Identifier';

/** `defaults.access_token`, where this file shows that nothing is in it. */
function isEmpty(node: TSESTree.Node, file: FileContext): boolean {
  const constant = constantOf(node, file);
  return constant !== null && (typeof constant.value !== 'string' || constant.value === '');
}

/** `Date.now() + lifetime`: a sum that begins with the time is one, whatever is added. */
function isTime(sum: TSESTree.BinaryExpression): boolean {
  let first: TSESTree.Node = sum;
  while (first.type === 'BinaryExpression') first = unwrap(first.left);
  return first.type === 'CallExpression' && /^(?:now|getTime)$/.test(calledName(first));
}

/** `req.session.id`: the session's own identifier. */
const isOwnId = (node: TSESTree.Node, file: FileContext): boolean => isChain(node, ['session', 'id'], file);

/** `createHash('md5').update(id + Math.random()).digest('hex')`: made by a hash, and the checksum of nothing. */
const isHashOfRandom = (call: TSESTree.CallExpression, file: FileContext): boolean =>
  /\brandom(?:Bytes|UUID|Int)?\(/.test(file.textOf(call));

/** Made at random here, so that a weak name such as `token` does not make it a credential. */
export function isRandomValue(node: TSESTree.Node, file: FileContext): boolean {
  const budget = new Budget();
  for (let value = valueBehind(node, file.sourceCode); !budget.isSpent();) {
    if (value.type === 'MemberExpression') {
      value = valueBehind(value.object, file.sourceCode);
      continue;
    }
    if (value.type !== 'CallExpression') return false;
    const name = calledName(value);
    if (random.test(name) || (hashing.test(name) && isHashOfRandom(value, file))) return true;
    const callee = unwrap(value.callee);
    if (callee.type !== 'MemberExpression' || !redressing.test(name)) return false;
    value = valueBehind(callee.object, file.sourceCode);
  }
  return false;
}

/** Evidence in the value itself, through constants, arms, templates and calls that only re-dress it. */
export function valueEvidence(
  node: TSESTree.Node,
  file: FileContext,
  depth = 0,
  budget = new Budget(),
): ValueEvidence | null {
  if (depth > 8 || (isName(node) && budget.isSpent())) return null;
  const again = (next: TSESTree.Node | null | undefined): ValueEvidence | null =>
    next ? valueEvidence(next, file, depth + 1, budget) : null;
  const value = unwrap(node);

  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? shapeOf(value.value) : null;
    case 'Identifier': {
      const definition = definitionOf(variableOf(value, file.sourceCode));
      const own = definition?.type === 'value' && definition.path.length === 0 ? again(definition.init) : null;
      const taken = definition?.type === 'value' ? definition.path.at(-1) : undefined;
      return own ?? (isShownAsPath(value, file) ? null : namedSource(value, taken ?? value.name));
    }
    case 'MemberExpression':
      return isShownAsPath(value, file) ? null : namedSource(value, staticName(value) ?? '');
    case 'ConditionalExpression':
      return again(value.consequent) ?? again(value.alternate);
    case 'LogicalExpression':
      return again(value.left) ?? again(value.right);
    case 'TemplateLiteral':
      return joinedShape(value, file) ?? first(value.expressions, again);
    case 'BinaryExpression':
      if (value.operator !== '+') return null;
      return joinedShape(value, file) ?? again(value.left) ?? again(value.right);
    case 'CallExpression': {
      const name = calledName(value);
      if (totpSeed.test(name)) return { by: 'source', what: 'a generated TOTP seed' };
      if (!redressing.test(name)) return null;
      const callee = unwrap(value.callee);
      const on = callee.type === 'MemberExpression' ? again(callee.object) : null;
      return on ?? first(value.arguments, again);
    }
    default:
      return null;
  }
}

/**
 * `ENTER_PASSWORD` of `{ ENTER_PASSWORD: '/enter-password' }`: the file shows that it is the path of a page, or a
 * sentence.
 */
function isShownAsPath(node: TSESTree.Node, file: FileContext): boolean {
  const text = constantOf(node, file)?.value;
  return typeof text === 'string' && /^\.{0,2}\/|^https?:|\s/.test(text);
}

function shapeOf(text: string): ValueEvidence | null {
  const format = findSecretFormat(text) ?? findSecretPrefix(text);
  return format ? { by: 'shape', what: `${format.provider} ${format.kind}` } : null;
}

/** A key that is put together from pieces, all of which are to be seen. */
function joinedShape(
  node: TSESTree.TemplateLiteral | TSESTree.BinaryExpression,
  file: FileContext,
): ValueEvidence | null {
  // What is made of anything but texts and names is no text we could see: most sums of a program end here.
  if (!piecesOf(node).every(({ type }) => type === 'Literal' || type === 'TemplateLiteral' || type === 'Identifier'))
    return null;
  const text = constantOf(node, file)?.value;
  return typeof text === 'string' ? shapeOf(text) : null;
}

function piecesOf(node: TSESTree.TemplateLiteral | TSESTree.BinaryExpression): TSESTree.Node[] {
  if (node.type === 'TemplateLiteral') return node.expressions;
  const pieces: TSESTree.Node[] = [];
  let rest: TSESTree.Node = node;
  for (; rest.type === 'BinaryExpression' && rest.operator === '+'; rest = rest.left) pieces.push(rest.right);
  return [...pieces, rest];
}

/**
 * A value whose own name leaves no doubt: `tokens.access_token`, `process.env.STRIPE_SECRET_KEY`, `req.body.password`.
 */
function namedSource(node: TSESTree.Node, name: string): ValueEvidence | null {
  const verdict = classifyName(name);
  if (verdict.class !== 'bearer' && (verdict.class !== 'secret' || verdict.confidence !== 'high')) return null;
  if (!isEnvironment(node)) return { by: 'source', what: `\`${name}\`` };
  return isPublishedVariable(name) ? null : { by: 'source', what: `the environment variable \`${name}\`` };
}

function isEnvironment(node: TSESTree.Node): boolean {
  const object = node.type === 'MemberExpression' ? unwrap(node.object) : undefined;
  return object?.type === 'MemberExpression' && staticName(object) === 'env';
}

function first<T, R>(items: readonly T[], answer: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = answer(item);
    if (found !== null) return found;
  }
  return null;
}
