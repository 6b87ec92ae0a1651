import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { definitionOf, variableOf } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { findSecretFormat, findSecretPrefix } from '../../secrets/formats';
import { classifyName, isPublishedVariable, namesProvider, splitWords } from '../../secrets/names/names';
import { Budget } from '../dataflow/query';
import { constantOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { isHarmlessValue, isRandomValue, redressing } from './value-evidence';

/** A credential that the value of a cookie is, or has in it. */
export interface Credential {
  /** The expression that brings it in. */
  node: TSESTree.Node;
  by: 'shape' | 'environment' | 'password' | 'token' | 'key' | 'option';
  /** What it is, in the words of a message; never the value. */
  what: string;
}

/** Values put together deeper than this are not written by hand. */
const deepest = 8;

/**
 * A password, or the credential of a third party, in the value of a cookie: by the name it is put under, by its shape,
 * by where it comes from. The application's own session token is what cookies are for, and none.
 * @param key the name of the cookie, or of the property of an object in it
 */
export function credentialIn(node: TSESTree.Node, key: string, file: FileContext): Credential | null {
  const found = search(node, key, { file, depth: 0, budget: new Budget() });
  // The key of an application's own interface may be what signs its clients in.
  return found?.by === 'key' && splitWords(key).some((word) => ownToken.test(word)) ? null : found;
}

interface Walk {
  file: FileContext;
  depth: number;
  budget: Budget;
}

function search(expression: TSESTree.Node, key: string, walk: Walk): Credential | null {
  const { file, depth, budget } = walk;
  const node = unwrap(expression);
  if (depth > deepest || isTransient(key) || isHarmlessValue(node, file, true) || isRandomValue(node, file))
    return null;
  const inner = { file, depth: depth + 1, budget };
  const again = (next: TSESTree.Node): Credential | null => search(next, '', inner);
  const underKey = namedCredential(key, node, file);
  if (underKey && !isObject(node) && !isOwn(node, file)) return { ...underKey, node };
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? shapeOf(node.value, node) : null;
    case 'Identifier':
      return budget.isSpent() ? null : ofName(node, inner);
    case 'MemberExpression':
      return ofMember(staticName(node) ?? '', node.object, node, file);
    case 'ConditionalExpression':
      return again(node.consequent) ?? again(node.alternate);
    case 'LogicalExpression':
      return again(node.left) ?? again(node.right);
    case 'TemplateLiteral':
      return joinedShape(node, file) ?? first(node.expressions, again);
    case 'BinaryExpression':
      return node.operator === '+' ? (joinedShape(node, file) ?? again(node.left) ?? again(node.right)) : null;
    case 'ArrayExpression':
      return first(node.elements, (one) => (one && one.type !== 'SpreadElement' ? again(one) : null));
    case 'ObjectExpression':
      return first(node.properties, (one) =>
        one.type === 'Property' ? search(one.value, staticName(one) ?? '', inner) : null,
      );
    case 'CallExpression': {
      if (!redressing.test(calledName(node))) return null;
      const callee = unwrap(node.callee);
      const on = callee.type === 'MemberExpression' ? again(callee.object) : null;
      return on ?? first(node.arguments, again);
    }
    default:
      return null;
  }
}

const isObject = ({ type }: TSESTree.Node): boolean => type === 'ObjectExpression' || type === 'ArrayExpression';

const isTransient = (key: string): boolean => key !== '' && classifyName(key).class === 'transient';

function first<T>(items: readonly T[], answer: (item: T) => Credential | null): Credential | null {
  for (const item of items) {
    const found = answer(item);
    if (found) return found;
  }
  return null;
}

/** A key in the format of a provider, anywhere in a text. */
export function shapeOf(text: string, node: TSESTree.Node): Credential | null {
  const format = findSecretFormat(text) ?? findSecretPrefix(text);
  // A JWT may be the application's own.
  if (!format || format.id === 'jwt') return null;
  return { node, by: 'shape', what: `${format.provider} ${format.kind}` };
}

function joinedShape(node: TSESTree.TemplateLiteral | TSESTree.BinaryExpression, file: FileContext): Credential | null {
  const text = constantOf(node, file)?.value;
  return typeof text === 'string' ? shapeOf(text, node) : null;
}

function ofName(node: TSESTree.Identifier, walk: Walk): Credential | null {
  const definition = definitionOf(variableOf(node, walk.file.sourceCode));
  if (definition?.type === 'import' || definition?.type === 'function') return null;
  if (definition?.type !== 'value') return namedCredential(node.name, node, walk.file);
  const taken = definition.path.at(-1);
  if (taken !== undefined) return definition.isRest ? null : ofMember(taken, definition.init, node, walk.file);
  const made = search(definition.init, '', walk);
  if (made) return { ...made, node };
  return isOwn(definition.init, walk.file) ? null : namedCredential(node.name, node, walk.file);
}

function ofMember(name: string, object: TSESTree.Node, node: TSESTree.Node, file: FileContext): Credential | null {
  if (isEnvironment(object)) {
    const { class: kind, ambiguous } = classifyName(name, file.settings.secretNames);
    const isSecret = (kind === 'secret' && !ambiguous) || kind === 'bearer';
    if (!isSecret || isPublishedVariable(name)) return null;
    return { node, by: 'environment', what: `the environment variable \`${name}\`` };
  }
  if (isOAuthMember(name, object, file)) return { node, by: 'token', what: `\`${name}\`` };
  return isOwn(object, file) ? null : namedCredential(name, node, file);
}

/** `process.env`, `import.meta.env`, a worker's `env`. */
function isEnvironment(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return (
    (node.type === 'MemberExpression' && staticName(node) === 'env') ||
    (node.type === 'Identifier' && node.name === 'env')
  );
}

const ownToken = /^(?:tokens?|jwt|jws|jwe|session|sess|auth|bearer|ticket|access|refresh)$/;

/** What a name alone says: a password, a key, the token of a named provider. */
function namedCredential(name: string, node: TSESTree.Node, file: FileContext): Credential | null {
  if (name === '') return null;
  const verdict = classifyName(name, file.settings.secretNames);
  if (verdict.class === 'credential-hash') return { node, by: 'password', what: `\`${name}\`` };
  if (verdict.class !== 'secret' || verdict.ambiguous) return null;
  const words = splitWords(name);
  if (words.some((word) => /^(?:passwords?|passwd|pwd|passphrase)$/.test(word))) {
    return { node, by: 'password', what: `\`${name}\`` };
  }
  if (words.some((word) => ownToken.test(word))) {
    return namesProvider(name) ? { node, by: 'token', what: `\`${name}\`` } : null;
  }
  // `secret` and `credentials` alone may be anything's.
  return words.length > 1 ? { node, by: 'key', what: `\`${name}\`` } : null;
}

/** The names of RFC 6749 in an answer that is named after tokens, or comes from a call that asks for them. */
function isOAuthMember(name: string, object: TSESTree.Node, file: FileContext): boolean {
  if (!/^(?:access|refresh|id)_token$/.test(name)) return false;
  const origin = originOfObject(object, file);
  if (origin.call !== null && ownMaking.test(origin.call)) return false;
  return origin.isFromProvider || (origin.call !== null && asking.test(origin.call)) || tokenAnswer.test(origin.name);
}

const tokenAnswer = /^(?:oauth_?)?token_?(?:s|set|response|result|data|json|body)$/i;

/** Calls that ask a provider for tokens. */
const asking =
  /^(?:\w*callback|exchange\w*|\w*code|\w*grant|(?:get|fetch|request|retrieve|acquire|refresh)\w*tokens?|validateAuthorizationCode)$/i;

/** Calls by which an application makes tokens of its own, or signs its user in by its own service. */
const ownMaking =
  /^(?:_?(?:sign|create|generate|issue|mint|make|build|new|encode|login|signIn|signUp|register|authenticate|validateUser))/i;

const providerAddress =
  /oauth|\/token\b|googleapis\.com|github\.com\/login|login\.microsoftonline|graph\.facebook|discord\.com\/api|auth0\.com|accounts\.spotify/i;

interface AnswerOrigin {
  name: string;
  /** What was called for it; null where that cannot be seen. */
  call: string | null;
  isFromProvider: boolean;
}

/** Where an object of tokens comes from: `await response.json()` leads on to the `fetch`. */
function originOfObject(expression: TSESTree.Node, file: FileContext, name = '', depth = 0): AnswerOrigin {
  const node = unwrap(expression);
  const nothing = { name, call: null, isFromProvider: false };
  if (depth > deepest) return nothing;
  const on = (next: TSESTree.Node, own: string): AnswerOrigin => originOfObject(next, file, name || own, depth + 1);
  if (node.type === 'MemberExpression') return on(node.object, staticName(node) ?? '');
  if (node.type === 'Identifier') {
    const definition = definitionOf(variableOf(node, file.sourceCode));
    const own = definition?.type === 'value' ? (definition.path.at(-1) ?? node.name) : node.name;
    return definition?.type === 'value' ? on(definition.init, own) : { ...nothing, name: name || own };
  }
  if (node.type !== 'CallExpression') return nothing;
  const called = calledName(node);
  const callee = unwrap(node.callee);
  if (callee.type === 'MemberExpression' && /^(?:json|parse|then|data)$/.test(called)) {
    return on(called === 'parse' ? (node.arguments[0] ?? node.callee) : callee.object, '');
  }
  const [address] = node.arguments;
  const text = address ? file.textOf(address) : '';
  return { name, call: called, isFromProvider: providerAddress.test(text) };
}

/** Made here as the application's own: signed, random, asked of its own service. */
function isOwn(expression: TSESTree.Node, file: FileContext): boolean {
  const node = unwrap(expression);
  if (isRandomValue(node, file)) return true;
  const { call } = originOfObject(node, file);
  return call !== null && ownMaking.test(call);
}
