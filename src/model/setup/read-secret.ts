import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions';
import { unwrap } from '../../ast/unwrap';
import type { SecretFact } from '../../libraries/types';
import type { FileContext } from '../file/file-context';
import { valuesAtPath, possibleValuesOf } from '../dataflow/values';
import type { Reading } from './read-option';
import { readingOf } from './read-option';

/** One secret of a place that signs or seals. */
export interface SecretReading {
  fact: SecretFact;
  /** The expression of this one secret, for `possibleValuesOf`; null when none is given or nobody can say. */
  node: TSESTree.Expression | null;
  reading: Reading;
}

/**
 * The secrets at a place that takes one, a list of them, or an object of them.
 * @param options what the fact's path starts from; null when it was left out
 */
export function readSecret(options: TSESTree.Node | null, fact: SecretFact, file: FileContext): SecretReading[] {
  if (!options) {
    const reading: Reading = {
      state: 'absent',
      whenAbsent: undefined,
      owner: null,
      missing: fact.path,
      isShared: false,
    };
    return [{ fact, node: null, reading }];
  }
  const outcomes = valuesAtPath(options, fact.path, file);
  const found = outcomes.flatMap((outcome) =>
    outcome.state === 'set'
      ? singly(outcome.node, file).map((node) => ({ fact, node, reading: { ...outcome, others: [] } }))
      : [],
  );
  return found.length > 0 ? found : [{ fact, node: null, reading: readingOf(outcomes) }];
}

/** Each secret by itself: out of lists (`[now, before]`), what wraps them (`new Keygrip([…])`), maps (`{ 1: … }`). */
function singly(node: TSESTree.Expression, file: FileContext): TSESTree.Expression[] {
  const sources = possibleValuesOf(node, file);
  if (!sources.some((source) => itemsOf(source.node))) return [node];
  return sources.flatMap((source) => itemsOf(source.node) ?? [source.node]);
}

function itemsOf(expression: TSESTree.Expression): TSESTree.Expression[] | null {
  const node = unwrap(expression);
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.flatMap((one) => (one ? [one.type === 'SpreadElement' ? one.argument : one] : []));
    case 'ObjectExpression':
      return node.properties.flatMap((one) =>
        one.type === 'Property' && one.kind === 'init' && !isFunction(one.value)
          ? [one.value as TSESTree.Expression]
          : [],
      );
    case 'NewExpression': {
      const [first] = node.arguments;
      return first && unwrap(first).type === 'ArrayExpression' ? itemsOf(first as TSESTree.Expression) : null;
    }
    default:
      return null;
  }
}
