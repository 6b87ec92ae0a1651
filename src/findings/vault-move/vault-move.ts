import type { TSESTree } from '@typescript-eslint/utils';
import type { AwaitPlace } from '../../ast/await';
import { awaitPlaceOf } from '../../ast/await';
import { isShortCircuited, wholeRead } from '../../ast/chain';
import { isChangedInPlace, isNameOfChanged } from '../../ast/mutation';
import { isKeyWritten } from '../../ast/reference-key';
import { isRepeatable } from '../../ast/repeatable';
import { outermost } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { getterOf } from '../../model/session/method-use';
import { isClientVisible } from '../../model/session/session-object';
import { isOverwrite } from './secret-overwrite';
import type { SessionUse } from '../../model/session/session-use';
import { splitPlace } from './destructuring-split';
import type { Vault } from '../../model/secret/vault';
import { isVaultHidden } from '../../model/secret/vault';

/** What becomes of one use of a secret when the secret moves to the vault, and the nodes that are edited for it. */
export type Move = {
  /** Where the key's name is written. */
  key: TSESTree.Node;
  /** Where the `await` would stand; undefined for an edit without one. */
  place: AwaitPlace | undefined;
} &
  /** `former`: where the reference is that the new value goes behind; not there for the first write. */
  (
    | { kind: 'store'; value: TSESTree.Node; former?: Holder | undefined }
    | { kind: 'read'; expression: TSESTree.Node }
    | { kind: 'rename' }
    | { kind: 'revoke'; holder: Holder; statement: TSESTree.ExpressionStatement }
    | { kind: 'split'; properties: readonly TSESTree.Property[]; declaration: TSESTree.VariableDeclaration }
  );

/** Where a session holds a reference: a member, or the call of a method whose first argument is the key. */
export interface Holder {
  node: TSESTree.MemberExpression | TSESTree.CallExpression;
  /** The method that reads the key, where the call is of another one. */
  getter?: string | undefined;
}

/** Operators whose assignment stays what it is when its value becomes a reference. */
const assigning = new Set(['=', '??=', '||=', '&&=']);

/**
 * The move of one use; null for a use that only a person can move.
 * @param index which of the use's keys is the secret
 */
export function moveOf(use: SessionUse, index: number, vault: Vault, file: FileContext): Move | null {
  const known = movesIn(file);
  let move = known.get(use);
  if (move === undefined) {
    const possible = possibleMove(use, index, vault, file);
    known.set(use, (move = possible && isKeyWritten(possible.key) ? possible : null));
  }
  return move;
}

const movesIn = oncePerFile((_file: FileContext) => new Map<SessionUse, Move | null>());

/** What an `await` would stand before. */
export function placeNodeOf(move: Move): TSESTree.Node | undefined {
  switch (move.kind) {
    case 'store':
      return move.value;
    case 'read':
      return move.expression;
    case 'revoke':
      return move.statement;
    case 'split':
      return move.declaration;
    case 'rename':
      return undefined;
  }
}

function possibleMove(use: SessionUse, index: number, vault: Vault, file: FileContext): Move | null {
  // What a function is handed may be another object at another call.
  if (use.session.isHandedOn) return null;
  if (
    use.isWrittenElsewhere ||
    isClientVisible(use.session) ||
    isVaultHidden(vault.binding ?? vault.freeName, use.node, file)
  )
    return null;
  const isPart = index < use.keys.length - 1;
  switch (use.kind) {
    case 'write':
      return isPart ? null : storeMove(use, vault, file);
    case 'clear':
      return isPart ? null : clearMove(use, file);
    case 'test':
      // A test of a part reads the whole.
      return isPart ? readMove(use, index, file) : renameMove(use);
    case 'read':
      return readMove(use, index, file);
  }
}

/** The name of the key a use ends in; a path in one string (`_.set(session, 'user.token', …)`) has none of its own. */
function lastKey({ access, keys }: SessionUse): TSESTree.Node | undefined {
  switch (access.form) {
    case 'member':
      return access.members.at(-1)?.property;
    case 'method':
      return keys.length === 1 ? access.key : undefined;
    case 'key':
      return keys.at(-1) === (access.key as Partial<TSESTree.Literal>).value ? access.key : undefined;
    default:
      return access.property.key;
  }
}

/** `return (session.user = { token })`, `a = session.user = { token }`: somebody reads what is assigned. */
function isAssignmentRead(literal: TSESTree.Property): boolean {
  let node: TSESTree.Node = literal.parent;
  while (node.parent && /^(?:Property|ObjectExpression|SpreadElement)$/.test(node.parent.type)) node = node.parent;
  const { parent } = outermost(node);
  return parent?.type === 'AssignmentExpression' && outermost(parent, true).parent?.type !== 'ExpressionStatement';
}

function storeMove(use: SessionUse, vault: Vault, file: FileContext): Move | null {
  const { access, value, whole } = use;
  const key = lastKey(use);
  if (!key || !value) return null;
  if (access.form === 'member') {
    // Somebody who reads the assignment itself would get the reference.
    const isAlone = whole?.type === 'AssignmentExpression' && whole.parent.type === 'ExpressionStatement';
    if (!isAlone || !assigning.has(whole.operator)) return null;
  }
  if (access.form === 'literal' && isAssignmentRead(access.property)) return null;
  const former = isOverwrite(use, vault, file) ? holderOf(use, file) : undefined;
  return { kind: 'store', key, value, former, place: awaitPlaceOf(value) };
}

function renameMove(use: SessionUse): Move | null {
  const key = lastKey(use);
  return key ? { kind: 'rename', key, place: undefined } : null;
}

/** Where the reference is read that a write or a clear is about; undefined where it cannot be named a second time. */
function holderOf({ access, keys, session }: SessionUse, { sourceCode }: FileContext): Holder | undefined {
  if (access.form === 'member') {
    const node = access.members.at(-1);
    return node && isRepeatable(node) && sourceCode.getCommentsInside(node).length === 0 ? { node } : undefined;
  }
  if (access.form !== 'method' || keys.length > 1) return undefined;
  const { call } = access;
  const getter = getterOf(session);
  const object = call.callee.type === 'MemberExpression' ? call.callee.object : undefined;
  const isNamed = object && isRepeatable(object) && sourceCode.getCommentsInside(object).length === 0;
  return isNamed && getter !== undefined ? { node: call, getter } : undefined;
}

function clearMove(use: SessionUse, file: FileContext): Move | null {
  // `session = { token: null }` begins anew: there is nothing to revoke.
  if (use.access.form === 'literal') return isAssignmentRead(use.access.property) ? null : renameMove(use);
  const key = lastKey(use);
  const holder = holderOf(use, file);
  const statement = use.whole && outermost(use.whole, true).parent;
  if (!key || !holder || statement?.type !== 'ExpressionStatement') return null;
  return { kind: 'revoke', key, holder, statement, place: awaitPlaceOf(statement) };
}

function readMove(use: SessionUse, index: number, file: FileContext): Move | null {
  const { access, keys } = use;
  if (access.form === 'pattern') {
    const declaration = splitPlace(access.property, file.sourceCode);
    const { key, value } = access.property;
    if (value.type === 'Identifier' && isNameOfChanged(value, file.sourceCode)) return null;
    return (
      declaration && {
        kind: 'split',
        key,
        properties: [access.property],
        declaration,
        place: awaitPlaceOf(declaration),
      }
    );
  }
  const member = access.form === 'member' ? access.members[index - (keys.length - access.members.length)] : undefined;
  const read = member ?? (access.form === 'method' ? access.call : undefined);
  const key = member?.property ?? lastKey(use);
  if (!read || !key) return null;
  const expression = wholeRead(read);
  if (outermost(expression).parent?.type === 'UpdateExpression') return null;
  if (isShortCircuited(expression) || isChangedInPlace(expression, file.sourceCode)) return null;
  return { kind: 'read', key, expression, place: awaitPlaceOf(expression) };
}
