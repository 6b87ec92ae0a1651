import type { TSESTree } from '@typescript-eslint/utils';
import { valueBehind } from '../../ast/definition';
import { objectMethod } from '../../ast/object-method';
import { isAbsent } from '../../ast/presence-test';
import { unwrap } from '../../ast/unwrap';
import { Budget } from '../dataflow/query';
import { keyOf, scalarOf } from '../dataflow/values';
import type { File } from '../file/file-context';
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
  file: File,
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
    const isApart = literal !== unwrap(value);
    const use = { session, keys, access: { form: 'literal', property }, node: property.key, isApart } as const;
    if (isAbsent(unwrap(property.value))) return [{ ...use, kind: 'clear' }];
    const write: SessionUse = { ...use, kind: 'write', value: property.value };
    const below = literalWrites(property.value, keys, session, file, budget);
    return [write, ...(isApart ? below.map((one) => ({ ...one, isApart })) : below)];
  });
}

/**
 * What a call does with a session that is its first argument: `Object.assign(session, {…})`, `Object.hasOwn(session, 'key')`,
 * `_.set(session, 'key', value)`, `_.merge(session, {…})`, `_.get(session, 'key')`.
 */
export function argumentUses(
  argument: TSESTree.Node,
  call: TSESTree.CallExpression,
  above: readonly string[],
  session: SessionObject,
  file: File,
): SessionUse[] {
  if (call.arguments[0] !== argument) return [];
  const callee = unwrap(call.callee);
  const [, second, third] = call.arguments;
  const lodash = lodashMethod(callee, file);
  if (objectMethod(call) === 'assign' || /^(?:assign|assignIn|extend|merge|defaults)$/.test(lodash ?? '')) {
    return call.arguments.slice(1).flatMap((one) => literalWrites(one, above, session, file));
  }
  const isOwn = objectMethod(call) === 'hasOwn';
  const key = second && (isOwn || lodash !== undefined) ? scalarOf(second, file)?.value : undefined;
  if (typeof key !== 'string' || !second) return [];
  const named: Pick<SessionUse, 'session' | 'keys' | 'node'> = { session, keys: [...above, ...key.split('.')], node: second };
  if (isOwn || lodash === 'has') return [{ ...named, kind: 'test', access: { form: 'key', key: second } }];
  if (lodash === 'unset') return [{ ...named, kind: 'clear', access: { form: 'key', key: second } }];
  const access = { form: 'method', call, key: second } as const;
  if (lodash === 'get') return [{ ...named, kind: 'read', access }];
  return lodash === 'set' && third ? [{ ...named, kind: 'write', access, value: third }] : [];
}

/** The method of lodash a callee is, whichever way lodash is loaded. */
export function lodashMethod(callee: TSESTree.Node, file: File): string | undefined {
  const origin = file.originOf(callee);
  const [, own] = /^(?:lodash(?:-es)?|underscore)(?:[./](\w+))?$/.exec(origin?.module ?? '') ?? [];
  return origin?.path[0] ?? own;
}
