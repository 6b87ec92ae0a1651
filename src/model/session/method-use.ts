import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, returnedBy } from '../../ast/functions';
import { isCleared, isPresenceTest } from '../../ast/presence-test';
import { unwrap } from '../../ast/unwrap';
import { keyOf, constantOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { literalWrites } from './literal-use';
import type { SessionObject } from './session-object';
import { sessionObjectOf } from './resolve-session';
import type { SessionUse } from './session-use';

/** What stands in for a library's own words where the session is the user's own or shared by several libraries. */
const usualMethods = {
  set: ['set', 'put', 'flash'],
  get: ['get', 'pull'],
  has: ['has'],
  clear: ['unset', 'forget', 'clear', 'delete'],
  assign: ['assign', 'update'],
} as const;

/** Does a method of a session do this? */
function doesMethod(method: string, does: keyof typeof usualMethods, { facts }: SessionObject): boolean {
  return facts.length > 0
    ? facts.some(({ fact }) => fact.methods?.[does]?.includes(method))
    : usualMethods[does].some((usual) => usual === method);
}

/** The method that reads a key of a session: `get`; undefined where there is none. */
export function getterOf({ facts }: SessionObject): string | undefined {
  return facts.length > 0 ? facts.flatMap(({ fact }) => fact.methods?.get ?? [])[0] : usualMethods.get[0];
}

/** The session and the key that a call reads: `session.get('user')`. Null for every other expression. */
export function readByMethod(node: TSESTree.Node, file: FileContext): { session: SessionObject; key: string } | null {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return null;
  const method = keyOf(callee, file);
  const session = method === undefined ? null : sessionObjectOf(callee.object, file);
  if (method === undefined || !session || !doesMethod(method, 'get', session)) return null;
  const [first] = node.arguments;
  const key = first && constantOf(first, file)?.value;
  return typeof key === 'string' ? { session, key } : null;
}

/** Methods that put their last argument into a collection: `session.apiKeys.push(key)`. */
const collecting = new Set(['push', 'unshift', 'add', 'set']);

/**
 * What a method call does to a session.
 * @param keys from the session down to the method's name
 * @param members one for each key, the innermost first
 */
export function calledAtEnd(
  call: TSESTree.CallExpression,
  keys: readonly string[],
  members: readonly TSESTree.MemberExpression[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  const method = keys.at(-1) as string;
  if (keys.length > 1) {
    const node = members.at(-2);
    if (!node) return [];
    const use = {
      session,
      keys: keys.slice(0, -1),
      access: { form: 'member', members: members.slice(0, -1) },
      node,
    } as const;
    const value = call.arguments.at(-1);
    return [collecting.has(method) && value ? { ...use, kind: 'write', value } : { ...use, kind: 'read' }];
  }
  const is = (does: keyof typeof usualMethods): boolean => doesMethod(method, does, session);
  const [first, value] = call.arguments;
  if (!first) return [];
  if (is('assign')) return assigned(first, session, file);
  const key = constantOf(first, file)?.value;
  if (typeof key !== 'string') return [];
  if (method === 'hasOwnProperty')
    return [{ kind: 'test', session, keys: [key], access: { form: 'key', key: first }, node: first }];
  const use = { session, keys: [key], access: { form: 'method', call, key: first }, node: first, whole: call } as const;
  if (is('set')) {
    if (!value || isCleared(unwrap(value))) return value ? [{ ...use, kind: 'clear' }] : [];
    return [{ ...use, kind: 'write', value }, ...literalWrites(value, [key], session, file)];
  }
  if (is('get')) return [{ ...use, kind: isPresenceTest(call) ? 'test' : 'read' }];
  if (is('has')) return [{ ...use, kind: 'test' }];
  return is('clear') ? [{ ...use, kind: 'clear' }] : [];
}

/** `session.update({…})`, `session.update((data) => ({ ...data, … }))`. */
function assigned(value: TSESTree.Node, session: SessionObject, file: FileContext): SessionUse[] {
  const given = isFunction(value) ? returnedBy(value) : [value];
  return given.flatMap((one) => literalWrites(one, [], session, file));
}
