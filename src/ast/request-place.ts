import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variablesNamed } from './definition';
import { isRequestName } from './routing';
import { staticName } from './static-name';
import { outermost, unwrap } from './unwrap';

/** The text of a place of a request, such as `req.desk`; undefined for all else. */
export function requestPlace(target: TSESTree.Node): string | undefined {
  const node = unwrap(target);
  if (node.type !== 'MemberExpression') return undefined;
  const object = unwrap(node.object);
  const name = staticName(node);
  const isPlace = object.type === 'Identifier' && isRequestName(object.name) && name !== undefined;
  return isPlace ? `${object.name}.${name}` : undefined;
}

/**
 * Every mention of a place of a request, in whatever function the request is a parameter of.
 * @param known places that were asked for; this one is added, and asked for once
 */
export function mentionsOf(target: TSESTree.Node, known: Set<string>, sourceCode: TSESLint.SourceCode) {
  const place = requestPlace(target);
  if (place === undefined || known.has(place)) return [];
  known.add(place);
  const references = variablesNamed(place.split('.', 1)[0] ?? '', sourceCode).flatMap((one) => one.references);
  return references.flatMap(({ identifier }): TSESTree.Node[] => {
    const { parent } = outermost(identifier as TSESTree.Node);
    return parent && requestPlace(parent) === place ? [parent] : [];
  });
}
