import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import { placesNamed } from '../../ast/named-places';
import { staticName } from '../../ast/static-name';
import { outermost } from '../../ast/unwrap';
import { leakIndexOf } from '../../model/facts/leak-index';
import type { FileContext } from '../../model/file/file-context';
import { isInUse } from '../../model/file/library-in-use';
import { isChain } from '../../model/file/member-chain';
import type { SinkReached } from './flow-to-sink';
import { sinksReachedBy, outflowsOfName } from './flow-to-sink';

/** A user that comes along with the session, or a credential that is taken out of one. */
export interface UserSource {
  what: 'user' | 'credential';
  /** The key of the credential, or how the user is written: `req.user`. */
  name: string;
  flows: () => SinkReached[];
}

/**
 * `console.log(req.user)`, `const { accessToken } = req.user`. The word `user` opens no file, because it is in nearly
 * all of a server: this is asked of files that have a word of sessions in them.
 */
export function usersIn(file: FileContext): UserSource[] {
  const users = [...leakIndexOf(file.libraries).users.values()].flatMap((chains) => chains);
  const found =
    users.length > 0 ? placesOf(file).filter(({ node }) => users.some((names) => isUser(node, names, file))) : [];
  const keys = keysOf(file);
  const seen = new Set<TSESLint.Scope.Variable>();
  const credentials = found.flatMap((place) => credentialsOf(place, keys, seen, file));
  // Whoever writes it here has decided what is in it.
  if (found.some(({ node }) => isWritten(node)) || !isSignedInByLibrary(file)) return credentials;
  const wholes = found.map(({ node, target }): UserSource => ({
    what: 'user',
    name: file.textOf(node).slice(0, longest),
    flows: () => (target ? outflowsOfName(target, 'object', null, file) : sinksReachedBy(node, 'object', null, file)),
  }));
  return [...credentials, ...wholes];
}

const longest = 40;

/** Where a user may stand: a member, or the name that a pattern gives it. */
interface Place {
  node: TSESTree.Node;
  /** What the pattern binds. */
  target?: TSESTree.Node;
}

function placesOf(file: FileContext): Place[] {
  return placesNamed(leakIndexOf(file.libraries).users.keys(), '.{,', file.sourceCode).flatMap((leaf): Place[] => {
    const { parent } = leaf;
    if (parent?.type === 'MemberExpression') return parent.property === leaf ? [{ node: parent }] : [];
    if (parent?.type !== 'Property' || parent.parent.type !== 'ObjectPattern') return [];
    const target = parent.value.type === 'AssignmentPattern' ? parent.value.left : parent.value;
    return [{ node: target, target }];
  });
}

/** Of a pattern, what it takes out of the user tells. */
function isUser(node: TSESTree.Node, names: readonly string[], file: FileContext): boolean {
  if (node.type !== 'ObjectPattern') return isChain(node, names, file);
  return node.properties.some(
    (one) =>
      one.type === 'Property' &&
      one.value.type === 'Identifier' &&
      isChain(one.value, [...names, staticName(one) ?? ''], file),
  );
}

/** Keys under which credentials come along with a user. */
const keysOf = (file: FileContext): ReadonlySet<string> => new Set(leakIndexOf(file.libraries).credentials.keys());

/** What is taken out of a user, or out of a name that it is given. */
function credentialsOf(
  { node, target }: Place,
  keys: ReadonlySet<string>,
  seen: Set<TSESLint.Scope.Variable>,
  file: FileContext,
): UserSource[] {
  if (target) return ofTarget(target, keys, seen, file);
  const whole = outermost(node, true);
  const { parent } = whole;
  if (parent?.type === 'MemberExpression' && parent.object === whole) {
    const key = staticName(parent) ?? '';
    return keys.has(key)
      ? [{ what: 'credential', name: key, flows: () => sinksReachedBy(parent, 'text', null, file) }]
      : [];
  }
  if (parent?.type !== 'VariableDeclarator' || parent.init !== whole) return [];
  return ofTarget(parent.id, keys, seen, file);
}

function ofTarget(
  target: TSESTree.Node,
  keys: ReadonlySet<string>,
  seen: Set<TSESLint.Scope.Variable>,
  file: FileContext,
): UserSource[] {
  if (target.type !== 'ObjectPattern') return ofName(target, keys, seen, file);
  return target.properties.flatMap((property): UserSource[] => {
    const key = property.type === 'Property' ? (staticName(property) ?? '') : '';
    if (property.type !== 'Property' || !keys.has(key)) return [];
    return [{ what: 'credential', name: key, flows: () => outflowsOfName(property.value, 'text', null, file) }];
  });
}

function ofName(
  name: TSESTree.Node,
  keys: ReadonlySet<string>,
  seen: Set<TSESLint.Scope.Variable>,
  file: FileContext,
): UserSource[] {
  const variable = name.type === 'Identifier' ? variableOf(name, file.sourceCode) : null;
  if (variable?.defs.length !== 1 || seen.has(variable)) return [];
  seen.add(variable);
  const reads = variable.references.filter((one) => one.isRead());
  return reads.flatMap(({ identifier }) => credentialsOf({ node: identifier as TSESTree.Node }, keys, seen, file));
}

function isWritten(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  return parent?.type === 'AssignmentExpression' && parent.left === node;
}

/** Does a library keep users here of which nobody knows what all is in them: passport? */
const isSignedInByLibrary = (file: FileContext): boolean =>
  file.libraries.all.some(
    (library) => (library.credentials ?? library.accountCalls)?.length !== undefined && isInUse(library, file),
  );
