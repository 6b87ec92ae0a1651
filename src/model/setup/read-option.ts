import type { TSESTree } from '@typescript-eslint/utils';
import type { AttributeFact, Scalar } from '../../libraries/types';
import type { FileContext } from '../file/file-context';
import type { PathValue } from '../dataflow/query';
import { valuesAtPath } from '../dataflow/values';

/** What one option of a set-up says. */
export type Reading =
  | {
      state: 'set';
      /** The value where it is written: what to report, and what to edit. */
      node: TSESTree.Expression;
      /** True when the object or constant that holds it has other readers, so that an edit reaches further. */
      isShared: boolean;
      /** What it may be instead, `absent` included: arms of a conditional object, writes in a branch. */
      others: readonly PathValue[];
    }
  | {
      state: 'absent';
      /** What then happens; undefined when that depends on run time. */
      whenAbsent: Scalar | undefined;
      /** The object literal to add to; null when there is none. */
      owner: TSESTree.ObjectExpression | null;
      /** The keys that are missing below `owner`, as the library spells them. */
      missing: readonly string[];
      isShared: boolean;
      /** The object of another file that was read instead. */
      elsewhere?: TSESTree.ObjectExpression;
    }
  /** A parameter, an import, an unreadable spread: say nothing. */
  | { state: 'unknown' };

const unknown: Reading = { state: 'unknown' };

/**
 * Reads an option below an options argument.
 * @param options null when the argument was left out
 */
export function readOption(options: TSESTree.Node | null, fact: AttributeFact, file: FileContext): Reading {
  const whenAbsent = options || fact.withoutOptions === undefined ? fact.whenAbsent : fact.withoutOptions;
  if (!options) return { state: 'absent', whenAbsent, owner: null, missing: fact.path, isShared: false };
  const isImplied = fact.impliedBy?.some((path) =>
    valuesAtPath(options, path, file).some(({ state }) => state !== 'absent'),
  );
  if (isImplied) return unknown;
  const readings = [fact.path, ...(fact.aliases ?? [])].map((path) =>
    readingOf(valuesAtPath(options, path, file), whenAbsent),
  );
  return (
    readings.find(({ state }) => state === 'set') ??
    readings.find(({ state }) => state === 'unknown') ??
    nearest(readings.filter((reading) => reading.state === 'absent'))
  );
}

/** One answer for all that may happen; a single outcome nobody can read makes it unknown. */
export function readingOf(outcomes: readonly PathValue[], whenAbsent?: Scalar): Reading {
  if (outcomes.length === 0 || outcomes.some(({ state }) => state === 'unknown')) return unknown;
  const set = outcomes.find((outcome) => outcome.state === 'set');
  if (set) return { ...set, others: outcomes.filter((outcome) => outcome !== set) };
  const absent = outcomes.filter((outcome) => outcome.state === 'absent');
  const [first] = absent;
  if (!first) return unknown;
  const hasOneOwner = absent.every(({ owner }) => owner === first.owner);
  return { ...first, whenAbsent, owner: hasOneOwner ? first.owner : null };
}

/** Of several places an option could be added at, the one where the most of its path is there already. */
function nearest(readings: readonly Extract<Reading, { state: 'absent' }>[]): Reading {
  return [...readings].sort((a, b) => a.missing.length - b.missing.length)[0] ?? unknown;
}
