import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/unwrap';
import { predecessorsOf } from './predecessors';
import type { Query, PossibleValue } from './query';
import { isReadElsewhere, objectUsesOf } from './escape-analysis';

/**
 * Every expression a value may come from: arms of `?:`, `||`, `&&` and `??`, constants and all that is written to a
 * name, members of objects of this file, defaults, results of this file's functions. Where the way leads out of sight,
 * the last expression that was seen.
 */
export function possibleValuesOf(node: TSESTree.Node, query: Query): PossibleValue[] {
  const found = new Map<TSESTree.Node, PossibleValue>();
  collect(node, { isFallback: false, isShared: false }, { query, found });
  return [...found.values()];
}

type Way = Omit<PossibleValue, 'node'>;

interface Search {
  query: Query;
  found: Map<TSESTree.Node, PossibleValue>;
}

function collect(expression: TSESTree.Node, way: Way, search: Search): void {
  const { query } = search;
  const { budget } = query;
  const node = unwrap(expression);
  const behind = predecessorsOf(node, query);
  if (!behind || budget.isSpent()) return add(node, way, search);
  const { variable } = behind;
  // Back at a name we came through: its other values say what there is to say.
  if (variable && budget.isUnderWay(variable)) return;
  const uses = objectUsesOf(behind, query);
  const isShared = way.isShared || behind.isShared === true || (uses !== null && isReadElsewhere(uses, []));
  const calls = behind.call ? { calls: [...(way.calls ?? []), behind.call] } : way.calls ? { calls: way.calls } : {};
  budget.goThrough(variable, () => {
    for (const arm of behind.arms) {
      const inner = arm.query ? { ...search, query: arm.query } : search;
      const isFallback = way.isFallback || arm.isFallback;
      if (arm.path.length === 0) {
        collect(arm.node, { isFallback, isShared, ...calls }, inner);
        continue;
      }
      const outcomes = inner.query.valuesAtPath(arm.node, arm.path);
      for (const outcome of outcomes) {
        if (outcome.state === 'set')
          collect(outcome.node, { isFallback, isShared: isShared || outcome.isShared, ...calls }, search);
      }
      if (outcomes.length === 0 || outcomes.some(({ state }) => state !== 'set')) add(node, way, search);
    }
    if (behind.isOpen) add(node, way, search);
  });
}

function add(node: TSESTree.Node, way: Way, { found }: Search): void {
  const known = found.get(node);
  if (!known) found.set(node, { node: node as TSESTree.Expression, ...way });
  // What is reached both ways is no mere fallback.
  else known.isFallback &&= way.isFallback;
}
