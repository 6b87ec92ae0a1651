import type { TSESTree } from '@typescript-eslint/utils';
import { functionNamed, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isFunction, returnedBy } from '../../ast/functions';
import { objectMethod } from '../../ast/object-method';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { keyOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import { secretKeyIn, secretOf } from '../secret/secrecy';
import { sessionObjectOf } from './resolve-session';
import { callbackOf } from './session-callback';
import type { SessionObject } from './session-object';
import { sessionUsesIn } from './session-uses';
import { isDeletedFrom } from './strategy-use';

/** An object that is put whole into a session, though another callback of the file has put a secret into it. */
export interface GatheredSecret {
  session: SessionObject;
  /** Where the object is put in. */
  node: TSESTree.Identifier;
  /** The secret in it, and the callback that put it there. */
  key: string;
  by: string;
}

/**
 * `jwt({ token, account }) { token.accessToken = account.access_token; return token; }` and, beside it,
 * `session({ session, token }) { session.user = token; return session; }`.
 */
export const gatheredSecretsIn = oncePerFile((file: FileContext): readonly GatheredSecret[] =>
  file.nodes.properties.flatMap((property) => {
    const fn = property.value;
    const session = isFunction(fn) ? callbackOf(fn, file) : null;
    const gathered = session?.facts.find(({ fact }) => fact.callback?.gathered)?.fact.callback?.gathered;
    if (!session || !gathered || !isFunction(fn)) return [];
    const by = functionBeside(property, gathered.by, file);
    const key = by && secretIn(by, gathered.property, file);
    if (key === undefined || key === null) return [];
    const uses = usesOf(fn, gathered.property, file);
    // Somebody has thought about what goes in.
    if (
      uses.some(isDeletedFrom) ||
      sessionUsesIn(file).some(({ kind, keys }) => kind === 'clear' && keys.at(-1) === key)
    )
      return [];
    return uses.filter((name) => isPutIn(name, key, fn, file)).map((node) => ({ session, node, key, by: gathered.by }));
  }),
);

function functionBeside({ parent }: TSESTree.Property, name: string, file: FileContext): FunctionNode | null {
  if (parent.type !== 'ObjectExpression') return null;
  for (const one of parent.properties) {
    if (one.type !== 'Property' || staticName(one) !== name) continue;
    const value = unwrap(one.value);
    const fn = value.type === 'Identifier' ? functionNamed(value, file.sourceCode) : value;
    return isFunction(fn) ? fn : null;
  }
  return null;
}

/** The first secret that a function puts into what it is given under a property, or returns. */
function secretIn(fn: FunctionNode, property: string, file: FileContext): string | undefined {
  const written = usesOf(fn, property, file).flatMap((name) => {
    const member = outermost(name).parent;
    if (member?.type !== 'MemberExpression' || member.object !== outermost(name)) return [];
    const { parent } = member;
    return parent.type === 'AssignmentExpression' && parent.left === member
      ? [{ key: keyOf(member, file), value: parent.right }]
      : [];
  });
  const returned = returnedBy(fn).flatMap((value) => {
    const literal = unwrap(value);
    if (literal.type !== 'ObjectExpression') return [];
    return literal.properties.flatMap((one) =>
      one.type === 'Property' ? [{ key: keyOf(one, file), value: one.value }] : [],
    );
  });
  const all: { key: string | undefined; value: TSESTree.Node }[] = [...written, ...returned];
  return all.find(
    ({ key, value }) =>
      key !== undefined && secretKeyIn([key], file)?.isCertain === true && secretOf([key], value, file),
  )?.key;
}

/** The uses of what the first parameter takes out under a property. */
function usesOf({ params: [first] }: FunctionNode, property: string, file: FileContext): TSESTree.Identifier[] {
  if (first?.type !== 'ObjectPattern') return [];
  const own = first.properties.find((one) => one.type === 'Property' && staticName(one) === property);
  const name = own?.type === 'Property' && own.value.type === 'Identifier' ? own.value : null;
  const references = (name && variableOf(name, file.sourceCode)?.references) ?? [];
  return references.map(({ identifier }) => identifier as TSESTree.Identifier);
}

/**
 * `session.user = token`, `{ ...session, user: token }`, `{ ...session, ...token }`, `Object.assign(session.user,
 * token)`; not where a literal on the way says that something else lies under the secret's key.
 */
function isPutIn(name: TSESTree.Identifier, secret: string, fn: FunctionNode, file: FileContext): boolean {
  let whole: TSESTree.Node = outermost(name, true);
  for (let parent = whole.parent; parent && carrying.test(parent.type); parent = whole.parent) {
    if (parent.type === 'Property' && (parent.value !== whole || parent.parent.type === 'ObjectPattern')) return false;
    if (
      parent.type === 'ObjectExpression' &&
      parent.properties.some((one) => one.type === 'Property' && staticName(one) === secret)
    )
      return false;
    whole = outermost(parent, true);
  }
  const { parent } = whole;
  if (parent?.type === 'AssignmentExpression') return parent.right === whole && isOfSession(parent.left, fn, file);
  if (parent?.type === 'CallExpression' && objectMethod(parent) === 'assign') {
    const [target] = parent.arguments;
    return target !== undefined && target !== whole && isOfSession(target, fn, file);
  }
  return whole !== name && returnedBy(fn).some((returned) => outermost(returned, true) === whole);
}

const carrying = /^(?:SpreadElement|Property|ObjectExpression)$/;

/** The session that the callback is given, which may be exchanged for another, or something in it. */
function isOfSession(target: TSESTree.Node, fn: FunctionNode, file: FileContext): boolean {
  const own = callbackOf(fn, file)?.facts[0]?.fact.callback?.property ?? '';
  for (let node = unwrap(target); ; node = unwrap(node.object)) {
    if (sessionObjectOf(node, file) || usesOf(fn, own, file).some((name) => name === node)) return true;
    if (node.type !== 'MemberExpression') return false;
  }
}
