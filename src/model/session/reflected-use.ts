import type { TSESTree } from '@typescript-eslint/utils';
import { valueBehind } from '../../ast/definition';
import { methodOfGlobal } from '../../ast/object-method';
import { isAbsent, isCleared } from '../../ast/presence-test';
import { unwrap } from '../../ast/unwrap';
import { constantOf, keyOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { literalWrites } from './literal-use';
import type { SessionObject } from './session-object';
import type { SessionUse } from './session-use';

/** What the methods of `Reflect` that take an object and a key do there. */
const kindOf: ReadonlyMap<string, SessionUse['kind']> = new Map([
  ['set', 'write'],
  ['get', 'read'],
  ['has', 'test'],
  ['deleteProperty', 'clear'],
]);

/**
 * What the language's own functions do with a session that is their first argument: `Reflect.set(session, 'key',
 * value)`, `Reflect.deleteProperty(session, 'key')`, `Object.defineProperty(session, 'key', { value, enumerable: true
 * })`. None of them is edited, so each of them keeps its key where it is.
 * @param above the keys that lead from the session to the argument
 */
export function reflectedUses(
  argument: TSESTree.Node,
  call: TSESTree.CallExpression,
  above: readonly string[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  const [object, key, value, receiver] = call.arguments;
  // What is set on behalf of a receiver lands there.
  if (object !== argument || !key || receiver) return [];
  const reflected = methodOfGlobal(call, 'Reflect');
  const method = reflected ?? methodOfGlobal(call, 'Object');
  if (method === 'defineProperties') return reflected ? [] : definedTogether(key, above, session, file);
  const kind = method === 'defineProperty' ? 'write' : reflected === undefined ? undefined : kindOf.get(reflected);
  const name = kind && constantOf(key, file)?.value;
  if (!kind || typeof name !== 'string') return [];
  const keys = [...above, name];
  const use = {
    session,
    keys,
    access: { form: 'key', key },
    node: key,
    whole: call,
    isWrittenElsewhere: true,
  } as const;
  if (kind !== 'write') return [{ ...use, kind }];
  const written = value && method === 'defineProperty' ? definedValue(value, file) : value;
  if (!written) return [];
  return isCleared(unwrap(written)) ? [{ ...use, kind: 'clear' }] : writesOf(use, written, file);
}

/** `Object.defineProperties(session, { key: { value, enumerable: true } })`. */
function definedTogether(
  given: TSESTree.Node,
  above: readonly string[],
  session: SessionObject,
  file: FileContext,
): SessionUse[] {
  const literal = valueBehind(given, file.sourceCode);
  if (literal.type !== 'ObjectExpression') return [];
  return literal.properties.flatMap((property) => {
    const key = property.type === 'Property' ? keyOf(property, file) : undefined;
    const value = property.type === 'Property' ? definedValue(property.value, file) : undefined;
    if (property.type !== 'Property' || key === undefined || !value) return [];
    const keys = [...above, key];
    const use = { session, keys, access: { form: 'key', key: property.key }, node: property.key } as const;
    if (isAbsent(unwrap(value))) return [{ ...use, kind: 'clear', isWrittenElsewhere: true }];
    return writesOf({ ...use, isWrittenElsewhere: true }, value, file);
  });
}

const writesOf = (use: Omit<SessionUse, 'kind'>, value: TSESTree.Node, file: FileContext): SessionUse[] => [
  { ...use, kind: 'write', value },
  ...literalWrites(value, use.keys, use.session, file).map((one) => ({ ...one, isWrittenElsewhere: true })),
];

/**
 * The value of a descriptor, if it is saved with the session: JSON has the enumerable properties only. Whoever leaves
 * `enumerable` out keeps a value for the request alone, as express-session does with the request itself.
 */
function definedValue(given: TSESTree.Node, file: FileContext): TSESTree.Node | undefined {
  const descriptor = valueBehind(given, file.sourceCode);
  if (descriptor.type !== 'ObjectExpression') return undefined;
  const of = (name: string): TSESTree.Node | undefined => {
    const own = descriptor.properties.find((one) => one.type === 'Property' && keyOf(one, file) === name);
    return own?.type === 'Property' ? own.value : undefined;
  };
  const enumerable = of('enumerable');
  return enumerable && constantOf(enumerable, file)?.value === true ? of('value') : undefined;
}
