import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import type { FileContext } from '../file/file-context';
import { isPath } from '../file/origin';
import type { SessionObject } from './session-object';
import { certain } from './session-object';

/** The `session` that an options object's callback is given: `callbacks: { session({ session }) {…} }`. */
export function byCallback(
  definition: { fn: TSESTree.Node; index: number; path: string[]; isRest: boolean },
  file: FileContext,
): SessionObject | null {
  if (definition.index !== 0 || definition.isRest || definition.path.length !== 1) return null;
  return callbackOf(definition.fn, file, definition.path[0]);
}

/**
 * The session facts whose callback a function is; null for every other function.
 * @param property what the callback's first parameter gives the session under; left out where it does not matter
 */
export function callbackOf(fn: TSESTree.Node, file: FileContext, property?: string): SessionObject | null {
  if (!isFunction(fn)) return null;
  const keys = keysAround(fn, 3);
  return certain(
    file.libraries.sessionCallbacks.filter(({ library, fact }) => {
      const { path = [], property: given } = fact.callback ?? {};
      const inner = keys.slice(-path.length);
      return (
        (property === undefined || given === property) && isPath(inner, path) && isMentioned(library.module, file, path)
      );
    }),
  );
}

/** Keys of the properties a node sits below, the outermost first. */
function keysAround(node: TSESTree.Node, most: number): string[] {
  const keys: string[] = [];
  for (let current = node; keys.length < most;) {
    const property = current.parent;
    if (property?.type !== 'Property' || property.value !== current) break;
    keys.unshift(staticName(property) ?? '');
    current = property.parent;
    while (current.parent && /^TS(?:As|Satisfies)Expression$/.test(current.parent.type)) current = current.parent;
  }
  return keys;
}

/** A callback path of two steps is telling by itself; a shorter one needs the library in the file. */
function isMentioned(module: string, file: FileContext, path: readonly string[]): boolean {
  return path.length > 1 || file.sourceCode.text.includes(module);
}
