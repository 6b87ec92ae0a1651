import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { functionAround } from '../../ast/functions';
import { isCleared, isPresenceTest } from '../../ast/presence-test';
import { outermost, unwrap } from '../../ast/unwrap';
import { keyOf, constantOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import { secretKeyIn } from '../secret/secrecy';
import { handedOverIn } from './callback-use';
import { argumentUses, literalWrites, pathUsesIn } from './literal-use';
import { calledAtEnd } from './method-use';
import { reflectedUses } from './reflected-use';
import { sessionObjectOf } from './resolve-session';
import { partOf } from './session-alias';
import type { SessionObject } from './session-object';
import { dataNameOf } from './session-object';
import { sessionPatternsIn } from './session-pattern';
import type { SessionUse } from './session-use';
import { strategyUsesIn } from './strategy-use';

/** Every use of a session's keys in a file, in the order of the text. */
export const sessionUsesIn = oncePerFile((file: FileContext): readonly SessionUse[] => {
  const uses = [
    ...file.nodes.expressions.flatMap((node) => {
      const session = sessionObjectOf(node, file);
      if (session) return usesOf(node, [], session, file);
      const part = partOf(node, file);
      return part ? usesOf(node, part.keys, part.session, file) : [];
    }),
    ...sessionPatternsIn(file).flatMap(({ pattern, session }) =>
      dataNameOf(session) === undefined ? patternReads(pattern, [], session, file) : dataReads(pattern, session, file),
    ),
    ...handedOverIn(file),
    ...strategyUsesIn(file),
    ...pathUsesIn(file),
  ].filter((use) => !isSealed(use) && !isLost(use, file));
  return uses.sort((a, b) => a.node.range[0] - b.node.range[0]);
});

/** Below a key that stays on the server, unlike its neighbours. */
const isSealed = ({ keys, session: { facts } }: SessionUse): boolean =>
  keys.length > 0 && facts.some(({ fact }) => fact.sealed?.includes(keys[0] as string));

/** `session.data.user = …` with no `session.update(…)` behind it: gone with the request. */
function isLost({ kind, node, session: { isData = false, facts } }: SessionUse, file: FileContext): boolean {
  const savedBy = kind === 'write' && isData && facts.find(({ fact }) => fact.savedBy)?.fact.savedBy;
  if (!savedBy) return false;
  const [from, to] = [node.range[1], functionAround(node)?.range[1] ?? Infinity];
  return !file.nodes.calls.some(
    (call) => call.range[0] > from && call.range[1] <= to && savedBy.includes(calledName(call)),
  );
}

/** @param above the keys that lead from the session to `node`; none when it is the session itself */
function usesOf(
  node: TSESTree.Node,
  above: readonly string[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  const whole = outermost(node, true);
  const { parent } = whole;
  if (above.length === 0 && dataNameOf(session) !== undefined && parent)
    return aroundData(whole, parent, session, file);
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === whole ? alongChain(parent, above, session, file) : [];
    case 'AssignmentExpression':
      if (parent.left === whole)
        return parent.operator === '=' ? literalWrites(parent.right, above, session, file) : [];
      return patternReads(parent.left, above, session, file);
    case 'VariableDeclarator':
      return patternReads(parent.id, above, session, file);
    case 'BinaryExpression':
      return parent.right === whole && parent.operator === 'in' ? keyTest(parent, above, session, file) : [];
    case 'CallExpression':
      return givenUses(whole, parent, above, session, file);
    default:
      return [];
  }
}

/** Of a session whose values lie below a property of it: its methods, and the property in a pattern. */
function aroundData(
  node: TSESTree.Node,
  parent: TSESTree.Node,
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  if (parent.type === 'MemberExpression' && parent.object === node) {
    const call = outermost(parent).parent;
    const key = keyOf(parent, file);
    return key !== undefined && call?.type === 'CallExpression' && call.callee === outermost(parent)
      ? calledAtEnd(call, [key], [parent], session, file)
      : [];
  }
  return parent.type === 'VariableDeclarator' ? dataReads(parent.id, session, file) : [];
}

/** What a pattern takes out of the property that the values of a session lie below. */
function dataReads(pattern: TSESTree.Node, session: SessionObject, file: FileContext): SessionUse[] {
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property) =>
    property.type === 'Property' && keyOf(property, file) === dataNameOf(session)
      ? patternReads(property.value, [], { ...session, isData: true }, file)
      : [],
  );
}

/** `session.a.b.c` and what is done with the end of it. */
function alongChain(
  first: TSESTree.MemberExpression,
  above: readonly string[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  const keys = [...above];
  const members: TSESTree.MemberExpression[] = [];
  for (let member = first; ;) {
    const key = keyOf(member, file);
    if (key === undefined) break;
    keys.push(key);
    members.push(member);
    const { parent } = outermost(member);
    if (parent?.type === 'CallExpression' && parent.callee === outermost(member)) {
      const uses = calledAtEnd(parent, keys, members, session, file);
      const [own] = uses;
      const isPart = own?.access.form === 'method' && (own.kind === 'read' || own.kind === 'test');
      // `session.get('user').token`; what is below a secret is read with it.
      return isPart && !secretKeyIn(own.keys, file) ? [...uses, ...usesOf(parent, own.keys, session, file)] : uses;
    }
    if (parent?.type !== 'MemberExpression' || parent.object !== outermost(member)) break;
    member = parent;
  }
  return members.length > 0 ? atEnd(keys, members, session, file) : [];
}

function atEnd(
  keys: readonly string[],
  members: readonly TSESTree.MemberExpression[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  const node = members.at(-1) as TSESTree.MemberExpression;
  const whole = outermost(node);
  const { parent } = whole;
  const use = { session, keys, access: { form: 'member', members }, node } as const;
  if (parent?.type === 'AssignmentExpression' && parent.left === whole) {
    if (parent.operator === '=' && isCleared(unwrap(parent.right))) return [{ ...use, kind: 'clear', whole: parent }];
    const write: SessionUse = { ...use, kind: 'write', value: parent.right, whole: parent };
    return [write, ...literalWrites(parent.right, keys, session, file)];
  }
  if (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
    return [{ ...use, kind: 'clear', whole: parent }];
  // Written by a pattern or a loop: what comes in is not to be seen, the name is.
  if (isTarget(whole)) return [{ ...use, kind: 'write', value: node }];
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
    return [{ ...use, kind: 'read' }, ...patternReads(parent.id, keys, session, file)];
  }
  // Most of what is read of a session is no secret, and nobody asks about it.
  if (secretKeyIn(keys, file)) return [{ ...use, kind: isPresenceTest(node) ? 'test' : 'read' }];
  return parent?.type === 'CallExpression' ? givenUses(whole, parent, keys, session, file) : [];
}

/** What a call does with a session, or with an object of one, that is its first argument. */
const givenUses = (...given: Parameters<typeof argumentUses>): SessionUse[] => [
  ...argumentUses(...given),
  ...reflectedUses(...given),
];

/** `[session.a, session.b] = …`, `({ x: session.a } = …)`, `for (session.a of …)`. */
function isTarget(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left === node;
    case 'Property':
      return parent.value === node && parent.parent.type === 'ObjectPattern';
    default:
      return false;
  }
}

/** `'token' in session`. */
function keyTest(
  test: TSESTree.BinaryExpression,
  above: readonly string[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  const key = constantOf(test.left, file)?.value;
  if (typeof key !== 'string') return [];
  const property = test.left as TSESTree.Expression;
  return [{ kind: 'test', session, keys: [...above, key], access: { form: 'key', key: property }, node: property }];
}

/** The keys an object pattern takes out of a session. */
function patternReads(
  pattern: TSESTree.Node,
  above: readonly string[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property) => {
    const key = property.type === 'Property' ? keyOf(property, file) : undefined;
    if (property.type !== 'Property' || key === undefined) return [];
    const keys = [...above, key];
    const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    const use: SessionUse = { kind: 'read', session, keys, access: { form: 'pattern', property }, node: property };
    return [use, ...patternReads(value, keys, session, file)];
  });
}
