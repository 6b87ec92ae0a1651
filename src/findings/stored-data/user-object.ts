import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Definition } from '../../ast/definition';
import { definitionOf, valueBehind, variableOf } from '../../ast/definition';
import { isInside } from '../../ast/is-inside';
import { objectMethod } from '../../ast/object-method';
import { isAbsent } from '../../ast/presence-test';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { calledName } from '../../ast/called-name';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { secretKeyIn } from '../../model/secret/secrecy';
import { passedOnIn } from '../../model/session/callback-use';
import type { SessionObject } from '../../model/session/session-object';
import { secretWritesIn } from '../../model/session/secret-use';
import { isClientVisible } from '../../model/session/session-object';
import type { SessionUse } from '../../model/session/session-use';
import { sessionUsesIn } from '../../model/session/session-uses';
import { isUserQuery, namesPeople } from './user-query';
import { arePickedHere } from './verified-user';

/** A whole user that is put into a session. */
export interface UserObject {
  node: TSESTree.Node;
  session: SessionObject;
  /**
   * `row`: it is what a query of users gave; `credential`: this file reads a credential of it; `serialized`: passport's
   * serializer hands on the user it is given.
   */
  cause: 'row' | 'credential' | 'serialized';
  /** The credential that is read; empty elsewhere. */
  credential: string;
}

/** The users that are put whole into a session, where nothing visible takes their credentials away. */
export const userObjectsIn = oncePerFile((file: FileContext): readonly UserObject[] => {
  const found = new Map<TSESTree.Node, UserObject>();
  const clears = sessionUsesIn(file).filter(({ kind }) => kind === 'clear');
  for (const { kind, keys, value, session } of sessionUsesIn(file)) {
    if (kind !== 'write' || !value || isClientVisible(session) || isClearedBelow(keys, clears)) continue;
    const node = bare(value);
    const cause = node && causeOf(node, namesPeople(keys.at(-1)), file);
    if (cause && !isReportedInside(value, keys, cause, file)) found.set(value, { node: value, session, ...cause });
  }
  const passedOn = passedOnIn(file).flatMap((one) => armsOf(one.value).map((value) => ({ ...one, value })));
  for (const { fn, value, session } of passedOn) {
    const node = bare(value);
    const definition = node?.type === 'Identifier' ? definitionOf(variableOf(node, file.sourceCode)) : null;
    const isGiven = definition?.type === 'parameter' && definition.fn === fn && definition.path.length === 0;
    if (
      isGiven &&
      node?.type === 'Identifier' &&
      isUserName(node.name) &&
      !isCleared(node, file) &&
      !arePickedHere(file)
    )
      found.set(value, { node: value, session, cause: 'serialized', credential: '' });
  }
  return [...found.values()];
});

/** Both arms of `?:`; in `typeof user === 'string' ? user : JSON.stringify(user)` the bare name is no user. */
function armsOf(value: TSESTree.Node): TSESTree.Node[] {
  const node = unwrap(value);
  if (node.type !== 'ConditionalExpression') return [value];
  const { test } = node;
  const asksType =
    test.type === 'BinaryExpression' && [test.left, test.right].some((one) => one.type === 'UnaryExpression');
  return [node.consequent, node.alternate].filter((arm) => !asksType || unwrap(arm).type !== 'Identifier');
}

/** `session.user = { ...user }; delete session.user.password`. */
function isClearedBelow(keys: readonly string[], clears: readonly SessionUse[]): boolean {
  return clears.some((use) => use.keys.length > keys.length && keys.every((key, index) => use.keys[index] === key));
}

/** `const user = { name, password }`: the credential that makes it a user's is reported at its own key. */
function isReportedInside(
  value: TSESTree.Node,
  keys: readonly string[],
  { credential }: Cause,
  file: FileContext,
): boolean {
  const literal = valueBehind(value, file.sourceCode);
  if (credential === '' || literal.type !== 'ObjectExpression') return false;
  return secretWritesIn(file).some(
    ({ use }) => use.keys.join() === [...keys, credential].join() && isInside(use.node, literal),
  );
}

type Cause = Pick<UserObject, 'cause' | 'credential'>;

/** Methods and fields that give all of a row as a plain object. */
const plain = /^(?:toObject|get|dataValues|_doc|\$toJson|lean)$/;

/** The user under what only changes its dress: `{ ...user }`, `user.toObject()`, `JSON.parse(JSON.stringify(user))`. */
function bare(expression: TSESTree.Node): TSESTree.Node | null {
  const node = unwrap(expression);
  switch (node.type) {
    case 'ObjectExpression': {
      const spreads = node.properties.filter((one) => one.type === 'SpreadElement');
      const [first] = spreads;
      const isCopy =
        first &&
        spreads.length === 1 &&
        node.properties.every((one) => one === first || (one.type === 'Property' && !isAbsent(unwrap(one.value))));
      return isCopy ? bare(first.argument) : null;
    }
    case 'NewExpression': {
      // `new User(row)`: what it is made from is in it. A `UserDto` is another thing.
      const [first, second] = node.arguments;
      const isModel = node.callee.type === 'Identifier' && namesPeople(node.callee.name);
      return isModel && first && !second && first.type !== 'SpreadElement' ? bare(first) : node;
    }
    case 'MemberExpression':
      return plain.test(staticName(node) ?? '') ? bare(node.object) : node;
    case 'CallExpression': {
      const callee = unwrap(node.callee);
      const [first, second] = node.arguments;
      if (callee.type === 'MemberExpression' && plain.test(staticName(callee) ?? '') && isPlainCall(node))
        return bare(callee.object);
      if (/^(?:parse|stringify|structuredClone|cloneDeep|clone)$/.test(calledName(node)) && first)
        return second ? null : bare(first);
      if (
        objectMethod(node) === 'assign' &&
        second &&
        unwrap(first as TSESTree.Node).type === 'ObjectExpression' &&
        node.arguments.length === 2
      )
        return bare(second);
      return node;
    }
    default:
      return node;
  }
}

/** `get()` and `get({ plain: true })` of Sequelize, not `map.get('key')`. */
function isPlainCall({ arguments: [first, ...others] }: TSESTree.CallExpression): boolean {
  return others.length === 0 && (!first || unwrap(first).type === 'ObjectExpression');
}

/** What serializers call the user they are given; a `username` or an `id` is none. */
const isUserName = (name: string): boolean => namesPeople(name) || /^(?:obj|object|usr|u|profile|entity)$/i.test(name);

/** @param isUser whether the key it is put under says that it is a user */
function causeOf(node: TSESTree.Node, isUser: boolean, file: FileContext): Cause | null {
  if (node.type === 'CallExpression') return isUserQuery(node, false, file) ? { cause: 'row', credential: '' } : null;
  const [name, isOne] = firstOf(node);
  if (name.type !== 'Identifier')
    return isOne && isUserQuery(name, true, file) ? { cause: 'row', credential: '' } : null;
  const variable = variableOf(name, file.sourceCode);
  const definition = definitionOf(variable);
  if (!variable || !definition || isCleared(name, file)) return null;
  const credential = isOne ? undefined : credentialRead(variable, file);
  if (credential !== undefined && (isUser || namesPeople(name.name)) && hasWhole(definition))
    return { cause: 'credential', credential };
  return isRow(definition, isOne, file) ? { cause: 'row', credential: '' } : null;
}

/** `rows` of `rows[0]` and `result.rows[0]`. */
function firstOf(node: TSESTree.Node): [TSESTree.Node, isOne: boolean] {
  if (node.type !== 'MemberExpression' || staticName(node) !== '0') return [node, false];
  const list = unwrap(node.object);
  return [list.type === 'MemberExpression' && staticName(list) === 'rows' ? unwrap(list.object) : list, true];
}

/** Not what is left after something was taken out. */
const hasWhole = (definition: Definition): boolean =>
  (definition.type === 'value' || definition.type === 'parameter') && !definition.isRest;

/** Is what a name stands for the result of a query of users, at once or in a callback of it? */
function isRow(definition: Definition, isOne: boolean, file: FileContext): boolean {
  if (definition.type === 'value') {
    const path = definition.path.filter((key) => key !== 'rows');
    const isFirst = path.length > 0 && path.every((key) => key === '0');
    return (
      !definition.isRest &&
      (path.length === 0 || isFirst) &&
      isUserQuery(definition.init, isOne || isFirst || definition.path.length > 0, file)
    );
  }
  if (definition.type !== 'parameter' || definition.isRest || definition.path.some((key) => key !== '0')) return false;
  const own = definition.fn.parent;
  if (own.type !== 'CallExpression' || own.callee === definition.fn) return false;
  // `query(once((user) => …))`, `query(proxy.done((user) => …))`: the error is dealt with, or comes first as ever.
  const { parent: query } = own;
  if (/^(?:once|done)$/.test(calledName(own)) && query.type === 'CallExpression' && query.callee !== own)
    return definition.index === definition.fn.params.length - 1 && isUserQuery(query, isOne, file);
  const call = own;
  const callee = unwrap(call.callee);
  const isOneOf = isOne || definition.path.length > 0;
  // `query.then((user) => …)`, `query.exec((error, user) => …)`, `query((error, user) => …)`.
  if (callee.type === 'MemberExpression' && /^(?:then|exec|asCallback)$/.test(staticName(callee) ?? ''))
    return definition.index === (staticName(callee) === 'then' ? 0 : 1) && isUserQuery(callee.object, isOneOf, file);
  return definition.index === 1 && isUserQuery(call, isOneOf, file);
}

/** A credential of the object that the file reads: what is read is there. */
function credentialRead(variable: TSESLint.Scope.Variable, file: FileContext): string | undefined {
  for (const member of membersOf(variable)) {
    const name = staticName(member) ?? '';
    const { parent } = outermost(member);
    const isWritten = parent?.type === 'AssignmentExpression' && parent.left === outermost(member);
    if (!isWritten && isCredential(name, file)) return name;
  }
  return undefined;
}

/** `pass` says little of a session and enough of a user. */
function isCredential(name: string, file: FileContext): boolean {
  const key = secretKeyIn([name], file);
  return key !== null && (key.isCertain || /^(?:pass|pwd|pw)$/i.test(name));
}

/** `delete user.password`, `user.password = undefined`: somebody has thought about what goes in. */
function isCleared(name: TSESTree.Identifier, file: FileContext): boolean {
  const variable = variableOf(name, file.sourceCode);
  return (variable ? membersOf(variable) : []).some((member) => {
    const whole = outermost(member);
    const { parent } = whole;
    const isChanged =
      (parent?.type === 'UnaryExpression' && parent.operator === 'delete') ||
      (parent?.type === 'AssignmentExpression' && parent.left === whole);
    return isChanged && (secretKeyIn([staticName(member) ?? ''], file) !== null || member.computed);
  });
}

const membersOf = (variable: TSESLint.Scope.Variable): TSESTree.MemberExpression[] =>
  variable.references.flatMap(({ identifier }) => {
    const node = outermost(identifier as TSESTree.Node);
    return node.parent?.type === 'MemberExpression' && node.parent.object === node ? [node.parent] : [];
  });
