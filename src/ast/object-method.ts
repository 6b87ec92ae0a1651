import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from './static-name';
import { unwrap } from './unwrap';

/** The method of the global `Object` that is called: `assign` for `Object.assign(…)`; undefined for all else. */
export const objectMethod = (call: TSESTree.Node): string | undefined => methodOfGlobal(call, 'Object');

/** The method of a global object that is called: of `Reflect`, `set` for `Reflect.set(…)`; undefined for all else. */
export function methodOfGlobal(call: TSESTree.Node, global: 'Object' | 'Reflect'): string | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const object = unwrap(callee.object);
  return object.type === 'Identifier' && object.name === global ? staticName(callee) : undefined;
}
