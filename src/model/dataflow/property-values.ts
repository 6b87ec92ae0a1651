import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, returnedBy } from '../../ast/functions';
import { objectMethod } from '../../ast/object-method';
import { isInside } from '../../ast/is-inside';
import { unwrap } from '../../ast/unwrap';
import type { ImportedValue } from './imported-value';
import { importedValue } from './imported-value';
import type { Predecessors } from './predecessors';
import { argumentBehind, predecessorsOf } from './predecessors';
import type { PathValue, Query } from './query';
import type { ObjectUses, Write } from './escape-analysis';
import { isReadElsewhere, objectUsesOf } from './escape-analysis';

const unknown: PathValue = { state: 'unknown' };

const nothing = (missing: readonly string[]): PathValue => ({ state: 'absent', owner: null, missing, isShared: true });

/** What lies at a path below an expression's value, in every way the file lets it come about. */
export function valuesAtPath(expression: TSESTree.Node, path: readonly string[], query: Query): PathValue[] {
  const { budget } = query;
  const node = unwrap(expression);
  if (path.length === 0) return valueItself(node, query);
  if (budget.isSpent()) return [unknown];
  const walk: Walk = { query, budget, again: (next, rest) => query.valuesAtPath(next, rest) };

  if (node.type === 'ObjectExpression') return inObject(node, path, walk);
  if (node.type === 'ArrayExpression') return inArray(node, path, walk);
  // An options object may be given as a function that makes it.
  if (isFunction(node)) return oneOrMore(returnedBy(node).flatMap((one) => walk.again(one, path)));
  if (node.type === 'CallExpression' && objectMethod(node) === 'assign') return inParts(node.arguments, path, walk);

  const imported = importedValue(node, path, query);
  if (imported) return throughImport(node, imported, path, walk);

  const arms = predecessorsOf(node, query);
  if (!arms) {
    const constant = query.constantOf(node);
    return constant && (constant.value === undefined || constant.value === null || constant.value === false)
      ? [nothing(path)]
      : [unknown];
  }
  return throughArms(node, arms, path, walk);
}

/** The value of a parameter is what the call gives that the question came in by: outside, nobody knows of the call. */
function valueItself(node: TSESTree.Node, query: Query): PathValue[] {
  const given = argumentBehind(node, query);
  if (given && !query.budget.isSpent()) return shared(given.query.valuesAtPath(given.node, given.path));
  return [{ state: 'set', node: node as TSESTree.Expression, isShared: false }];
}

/** One question under way. */
interface Walk {
  query: Query;
  budget: Query['budget'];
  again(node: TSESTree.Node, path: readonly string[]): PathValue[];
}

const oneOrMore = (outcomes: PathValue[]): PathValue[] => (outcomes.length > 0 ? outcomes : [unknown]);

const shared = (outcomes: readonly PathValue[]): PathValue[] =>
  outcomes.map((outcome) => (outcome.state === 'unknown' ? outcome : { ...outcome, isShared: true }));

/** Is it only the first key that is missing, so that what comes before may have it? */
const isPassedBy = (outcome: PathValue, path: readonly string[]): boolean =>
  outcome.state === 'absent' && outcome.missing.length === path.length;

/** From the last property to the first, as the engine would: a later key wins. */
function inObject(object: TSESTree.ObjectExpression, path: readonly string[], { query, again }: Walk): PathValue[] {
  const [first, ...rest] = path;
  const found: PathValue[] = [];
  let isOwn = true;
  for (const property of [...object.properties].reverse()) {
    if (property.type === 'SpreadElement') {
      const spread = again(property.argument, path);
      const kept = spread.filter((outcome) => !isPassedBy(outcome, path));
      found.push(...shared(kept));
      if (kept.length > 0 && kept.length === spread.length) return found;
      continue;
    }
    const key = query.keyOf(property);
    if (key === '__proto__' && !property.computed && !property.shorthand) {
      isOwn = false;
      continue;
    }
    if (key !== undefined && key !== first) continue;
    if (key === undefined || property.kind !== 'init') return [...found, unknown];
    return [...found, ...again(property.value, rest)];
  }
  return [...found, isOwn ? { state: 'absent', owner: object, missing: path, isShared: false } : unknown];
}

/** `Object.assign({}, a, b)` is `{ ...a, ...b }`. */
function inParts(
  parts: readonly TSESTree.CallExpressionArgument[],
  path: readonly string[],
  { again }: Walk,
): PathValue[] {
  const found: PathValue[] = [];
  for (const part of [...parts].reverse()) {
    if (part.type === 'SpreadElement') return [...found, unknown];
    const outcomes = again(part, path);
    const kept = outcomes.filter((outcome) => !isPassedBy(outcome, path));
    found.push(...kept);
    if (kept.length > 0 && kept.length === outcomes.length) return found;
  }
  const last = parts.at(-1);
  const owner = last?.type === 'ObjectExpression' ? last : null;
  return [...found, { state: 'absent', owner, missing: path, isShared: false }];
}

function inArray(array: TSESTree.ArrayExpression, path: readonly string[], { again }: Walk): PathValue[] {
  const [first, ...rest] = path;
  const index = Number(first);
  const elements = array.elements.slice(0, index + 1);
  const element = elements[index];
  return element && elements.every((one) => one?.type !== 'SpreadElement') ? again(element, rest) : [unknown];
}

/** What another file exports under a path, and what this file has written there since. */
function throughImport(node: TSESTree.Node, imported: ImportedValue, path: readonly string[], walk: Walk): PathValue[] {
  const { variable } = imported;
  const arm = { node: imported.node as TSESTree.Expression, path: imported.path, isFallback: false, isFalsy: false };
  const arms = { arms: [arm], isOpen: false, isShared: true, ...(variable ? { variable } : {}) };
  return throughArms(node, arms, path, walk, []);
}

/** @param below keys from the values of the arms down to the one in question, where it is not the whole path */
function throughArms(
  node: TSESTree.Node,
  arms: Predecessors,
  path: readonly string[],
  walk: Walk,
  below: readonly string[] = path,
): PathValue[] {
  const { variable } = arms;
  const { query, budget } = walk;
  const uses = objectUsesOf(arms, query);
  const around = uses?.writes.find(({ value }) => value !== null && isInside(node, value));
  const way = around ? [...path, `before ${around.at}`] : path;
  // Back at a name we came through: its other values say what there is to say.
  if (variable && budget.isUnderWay(variable, way)) return [];
  return budget.goThrough(
    variable,
    () => {
      const outcomes = arms.arms.flatMap((arm) =>
        arm.isFalsy ? [nothing(path)] : (arm.query ?? query).valuesAtPath(arm.node, [...arm.path, ...below]),
      );
      if (arms.isOpen) outcomes.push(unknown);
      const now = uses ? afterWrites(outcomes, uses, path, walk, around) : outcomes;
      return arms.isShared ? shared(now) : now;
    },
    way,
  );
}

/**
 * What remains when the writes through a name, anywhere in the file, have been made.
 * @param around the write whose value asks, `o.secret = env.S || o.secret`: it sees what was there before it
 */
function afterWrites(
  outcomes: PathValue[],
  uses: ObjectUses,
  path: readonly string[],
  walk: Walk,
  around: Write | undefined,
): PathValue[] {
  let now = outcomes;
  for (const write of uses.writes) {
    if (write === around && write.isCertain) break;
    if (write === around) continue;
    const written = whatIsWritten(write, path, walk);
    if (!written) continue;
    const replaces = write.isCertain && written.every((outcome) => outcome.state !== 'unknown');
    now = replaces ? written : [...now, ...written];
  }
  const isEscaped = uses.escapes.some((escape) => escape.length < path.length && overlaps(escape, path));
  if (isEscaped) now = now.map((outcome) => (outcome.state === 'absent' ? unknown : outcome));
  return isReadElsewhere(uses, path) ? shared(now) : now;
}

/** Does one path lead along the other? A key that is not known may be any. */
const overlaps = (a: readonly (string | null)[], b: readonly string[]): boolean =>
  a.slice(0, b.length).every((key, index) => key === null || key === b[index]);

/** What a write does to the value at a path; null when it is about something else. */
function whatIsWritten(write: Write, path: readonly string[], { again }: Walk): PathValue[] | null {
  if (!overlaps(write.path, path)) return null;
  // A write below the value in question does not exchange it.
  if (write.path.length > path.length) return null;
  if (write.kind === 'unreadable' || write.path.includes(null)) return [unknown];
  const rest = path.slice(write.path.length);
  if (!write.value) return [nothing(path.slice(write.path.length - 1))];
  if (write.kind === 'value') return again(write.value, rest);
  // Merged in: what the source does not have stays as it was.
  const merged = rest.length > 0 ? again(write.value, rest).filter((outcome) => !isPassedBy(outcome, rest)) : [unknown];
  return merged.length > 0 ? merged : null;
}
