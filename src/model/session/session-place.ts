import type { TSESTree } from '@typescript-eslint/utils';
import { requestPlace } from '../../ast/request-place';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';

/** What is written to each place of a request; null where that is done more than once. */
const placesIn = oncePerFile((file: FileContext): ReadonlyMap<string, TSESTree.Expression | null> => {
  const places = new Map<string, TSESTree.Expression | null>();
  for (const { left, right, operator } of file.nodes.assignments) {
    const place = requestPlace(left);
    if (place !== undefined) places.set(place, places.has(place) || operator !== '=' ? null : right);
  }
  return places;
});

/** `req.desk = req.session`: what the file writes to a place once, whichever function that stands in. */
export const placedAt = (node: TSESTree.Node, file: FileContext): TSESTree.Expression | undefined =>
  placesIn(file).get(requestPlace(node) ?? '') ?? undefined;
