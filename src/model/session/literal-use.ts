import type { TSESTree } from '@typescript-eslint/utils';
import { valueBehind } from '../../ast/definition';
import { objectMethod } from '../../ast/object-method';
import { isAbsent } from '../../ast/presence-test';
import { unwrap } from '../../ast/unwrap';
import { Budget } from '../dataflow/query';
import { keyOf, constantOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { sessionBelow } from './resolve-session';
import type { SessionObject } from './session-object';
import type { SessionUse } from './session-use';

/**
 * The keys that an object literal carries into a session, nested ones too. A constant that holds the literal is
 * followed; anything else carries nothing we can see.
 * @param above the keys the literal is put under
 * @param budget of the names that are followed: a constant may have itself among its values, under each of its keys
 */
export function literalWrites(
  value: TSESTree.Node,
  above: readonly string[],
  session: SessionObject,
  file: FileContext,
  budget = new Budget(),
): SessionUse[] {
  const literal = valueBehind(value, file.sourceCode);
  if (literal.type !== 'ObjectExpression' || above.length > 6) return [];
  if (literal !== unwrap(value) && budget.isSpent()) return [];
  return literal.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') {
      const spread = unwrap(property.argument);
      return spread.type === 'ObjectExpression' ? literalWrites(spread, above, session, file, budget) : [];
    }
    const key = keyOf(property, file);
    if (key === undefined || property.method || property.kind !== 'init') return [];
    const keys = [...above, key];
    const isWrittenElsewhere = literal !== unwrap(value);
    const use = {
      session,
      keys,
      access: { form: 'literal', property },
      node: property.key,
      isWrittenElsewhere,
    } as const;
    if (isAbsent(unwrap(property.value))) return [{ ...use, kind: 'clear' }];
    const write: SessionUse = { ...use, kind: 'write', value: property.value };
    const below = literalWrites(property.value, keys, session, file, budget);
    return [write, ...(isWrittenElsewhere ? below.map((one) => ({ ...one, isWrittenElsewhere })) : below)];
  });
}

/**
 * What a call does with a session that is its first argument: `Object.assign(session, {…})`, `Object.hasOwn(session,
 * 'key')`, `_.set(session, 'key', value)`, `_.merge(session, {…})`, `_.get(session, 'key')`.
 */
export function argumentUses(
  argument: TSESTree.Node,
  call: TSESTree.CallExpression,
  above: readonly string[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  if (call.arguments[0] !== argument) return [];
  const callee = unwrap(call.callee);
  const [, second] = call.arguments;
  const lodash = lodashMethod(callee, file);
  if (objectMethod(call) === 'assign' || /^(?:assign|assignIn|extend|merge|defaults)$/.test(lodash ?? '')) {
    return call.arguments.slice(1).flatMap((one) => literalWrites(one, above, session, file));
  }
  if (!second) return [];
  if (objectMethod(call) === 'hasOwn') {
    const key = constantOf(second, file)?.value;
    return typeof key === 'string'
      ? [{ session, keys: [...above, key], node: second, kind: 'test', access: { form: 'key', key: second } }]
      : [];
  }
  const path = lodash === undefined ? null : pathIn(second, file);
  return path ? byPath(call, lodash, [...above, ...path], session, file) : [];
}

/** What a method of lodash does where its path leads. */
function byPath(
  call: TSESTree.CallExpression,
  method: string | undefined,
  keys: readonly string[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  const kind = kindOf.get(method ?? '');
  const [, node, value] = call.arguments;
  if (!kind || !node) return [];
  // Another way to write a path than by its keys is nothing to put a reference's name into.
  const isWrittenElsewhere = node.type !== 'Literal' || /[[\]]/.test(String(node.value));
  if (kind === 'test' || kind === 'clear')
    return [{ session, keys, node, kind, access: { form: 'key', key: node }, isWrittenElsewhere }];
  const use = { session, keys, node, access: { form: 'method', call, key: node }, isWrittenElsewhere } as const;
  if (kind === 'read') return [{ ...use, kind }];
  return value ? [{ ...use, kind, value }, ...literalWrites(value, keys, session, file)] : [];
}

/** What the methods of lodash that take an object and a path do there. */
const kindOf: ReadonlyMap<string, SessionUse['kind']> = new Map([
  ['has', 'test'],
  ['unset', 'clear'],
  ['get', 'read'],
  ['set', 'write'],
]);

/**
 * The keys of `'user.token'`, `'user["token"]'` and `['user', 'token']`, also of a constant; null where one is not
 * known.
 */
function pathIn(node: TSESTree.Node, file: FileContext): string[] | null {
  const path = valueBehind(node, file.sourceCode);
  if (path.type !== 'ArrayExpression') {
    const text = constantOf(path, file)?.value;
    return typeof text === 'string' ? text.split(/[.[\]'"]+/).filter((key) => key !== '') : null;
  }
  const keys = path.elements.map((one) =>
    one && one.type !== 'SpreadElement' ? constantOf(one, file)?.value : undefined,
  );
  return keys.every((key) => typeof key === 'string') ? keys : null;
}

/** `_.set(req, 'session.user.token', value)`: a path that leads to a session and on. */
export function pathUsesIn(file: FileContext): SessionUse[] {
  return file.nodes.calls.flatMap((call): SessionUse[] => {
    const [object, second] = call.arguments;
    if (!object || !second || call.type !== 'CallExpression') return [];
    const method = lodashMethod(unwrap(call.callee), file);
    const path = kindOf.has(method ?? '') ? pathIn(second, file) : null;
    const below = path && sessionBelow(object, path, file);
    return below
      ? byPath(call, method, below.keys, below.session, file).map((use) => ({ ...use, isWrittenElsewhere: true }))
      : [];
  });
}

/** The method of lodash a callee is, whichever way lodash is loaded. */
export function lodashMethod(callee: TSESTree.Node, file: FileContext): string | undefined {
  const origin = file.originOf(callee);
  const own = /^(?:lodash(?:-es)?|underscore)(?:[./](\w+))?$/.exec(origin?.module ?? '');
  return own ? (origin?.path[0] ?? own[1]) : undefined;
}
