import type { TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../../ast/definition';
import { namesIn } from '../../ast/pattern-names';
import type { FileContext } from '../file/file-context';
import type { SessionObject } from './session-object';
import { sessionAt } from './resolve-session';

/**
 * A pattern that takes a session apart on the way to what is in it: `{ user }` of `const { session: { user } } = req`.
 */
export interface SessionPattern {
  session: SessionObject;
  pattern: TSESTree.ObjectPattern;
}

/** Every pattern in a pattern of a file that stands for a session. */
export function sessionPatternsIn(file: FileContext): SessionPattern[] {
  // The patterns around a name all ask about it.
  const known = new Map<TSESTree.Identifier, ReturnType<typeof sessionAbove>>();
  return file.nodes.properties.flatMap(({ parent, value }) => {
    const pattern = value.type === 'AssignmentPattern' ? value.left : value;
    if (parent.type !== 'ObjectPattern' || pattern.type !== 'ObjectPattern') return [];
    for (const name of namesIn(pattern)) {
      if (!known.has(name)) known.set(name, sessionAbove(name, file));
      const below = known.get(name);
      if (below && isBelow(name, pattern, below.keys.length)) return [{ session: below.session, pattern }];
    }
    return [];
  });
}

/** The session that a pattern takes a name out of, and the keys between the two; null for everything else. */
export function sessionAbove(
  name: TSESTree.Identifier,
  file: FileContext,
): { session: SessionObject; keys: readonly string[] } | null {
  const definition = definitionOf(variableOf(name, file.sourceCode));
  if ((definition?.type !== 'value' && definition?.type !== 'parameter') || definition.isRest) return null;
  const { path } = definition;
  for (let index = path.length - 2; index >= 0; index -= 1) {
    const keys = path.slice(index + 1);
    for (const member of file.libraries.sessionMembersNamed.get(path[index] as string) ?? []) {
      const session = sessionAt(name, member, keys, file);
      if (session) return { session, keys };
    }
  }
  return null;
}

/**
 * Do so many keys lead from the pattern to the name? Then the pattern is the session, and no object above or below it.
 */
function isBelow(name: TSESTree.Node, pattern: TSESTree.ObjectPattern, keys: number): boolean {
  let count = 0;
  for (let node: TSESTree.Node | undefined = name; node && node !== pattern; node = node.parent)
    if (node.type === 'Property') count += 1;
  return count === keys;
}
