import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import type { FileContext } from '../file/file-context';
import { fileHolding } from '../file/file-context';
import * as constants from './constant';
import { functionCalledBy } from './imported-function';
import * as possible from './possible-values';
import * as properties from './property-values';
import type { Constant, Entry, Keyed, PathValue, Query, PossibleValue } from './query';
import { Budget } from './query';

/** As many calls inside each other are told apart; further in, a parameter is what all callers give it. */
const mostCalls = 3;

/** Ties the four questions together: each may lead to the others, and none of their files knows of another. */
class OpenQuery implements Query {
  readonly file: FileContext;
  readonly budget: Budget;
  /** The calls the question came through, the innermost last. */
  readonly #entries: readonly (Entry & { fn: FunctionNode })[];

  constructor(file: FileContext, budget: Budget, entries: readonly (Entry & { fn: FunctionNode })[] = []) {
    this.file = file;
    this.budget = budget;
    this.#entries = entries;
  }

  /** The same question where a node stands: in this file, or in another one it was led to. */
  at(node: TSESTree.Node): OpenQuery {
    const file = fileHolding(node, this.file);
    return file === this.file ? this : new OpenQuery(file, this.budget, this.#entries);
  }

  constantOf(node: TSESTree.Node): Constant | null {
    return constants.constantOf(node, this.at(node));
  }

  keyOf(node: Keyed): string | undefined {
    return constants.keyOf(node, this.at(node));
  }

  possibleValuesOf(node: TSESTree.Node): PossibleValue[] {
    if (!this.budget.enter()) return [{ node: node as TSESTree.Expression, isFallback: false, isShared: false }];
    const query = this.at(node);
    const sources = possible.possibleValuesOf(node, query);
    this.budget.leave();
    for (const source of sources) {
      noteArrival(source.node, node, query);
      if (query !== this) passOnArrival(source.node, node, this);
    }
    return sources;
  }

  valuesAtPath(node: TSESTree.Node, path: readonly string[]): PathValue[] {
    if (!this.budget.enter()) return [{ state: 'unknown' }];
    const query = this.at(node);
    const outcomes = properties.valuesAtPath(node, path, query);
    this.budget.leave();
    return outcomes.map((outcome) => {
      if (query !== this && outcome.state === 'set') passOnArrival(outcome.node, node, this);
      return arrived(outcome, node, query);
    });
  }

  anew(): Query {
    return new OpenQuery(this.file, this.budget.anew());
  }

  into(call: TSESTree.CallExpression): Query {
    const fn = this.#entries.length < mostCalls ? functionCalledBy(call, this) : null;
    return fn ? new OpenQuery(this.file, this.budget, [...this.#entries, { fn, call, outside: this }]) : this;
  }

  entryTo(fn: FunctionNode): Entry | null {
    return this.#entries.filter((entry) => entry.fn === fn).at(-1) ?? null;
  }
}

/**
 * Remembers by what expression of a file one of another file was reached: the name or call that a question began at, or
 * that stands in the object it began at.
 */
function noteArrival(reached: TSESTree.Node, by: TSESTree.Node, { file, budget }: Query): void {
  if (fileHolding(reached, file) === file) return;
  const known = file.arrivals.get(reached);
  // Another question may have come there by another way: one is enough.
  if (known && (known.isFixed || known.question !== budget)) return;
  const isPart = /^(?:Object|Array)Expression$/.test(by.type);
  const isWay = isPart || /^(?:Conditional|Logical)Expression$/.test(by.type);
  file.arrivals.set(reached, { by: known && isWay ? known.by : by, isFixed: isPart, question: budget });
}

/** A question about a node of another file, that leads on there: by what led to that node. */
function passOnArrival(reached: TSESTree.Node, from: TSESTree.Node, { file, budget }: Query): void {
  if (fileHolding(reached, file) === file || file.arrivals.has(reached)) return;
  for (let around: TSESTree.Node | undefined = from; around; around = around.parent) {
    const known = file.arrivals.get(around);
    if (known) return void file.arrivals.set(reached, { ...known, question: budget });
  }
}

/** What is found in another file can be told here, but not edited: to an object of it nothing is added. */
function arrived(outcome: PathValue, by: TSESTree.Node, query: Query): PathValue {
  const { file } = query;
  if (outcome.state === 'set') noteArrival(outcome.node, by, query);
  if (outcome.state !== 'absent' || !outcome.owner || fileHolding(outcome.owner, file) === file) return outcome;
  return { ...outcome, owner: null, isShared: true, elsewhere: outcome.owner };
}

/** A question about a file, with a budget of its own unless one is under way. */
export const queryIn = (file: FileContext, budget: Budget = new Budget()): Query => new OpenQuery(file, budget);

/** The string, number, boolean, null or undefined an expression is in every run; null when nobody knows. */
export const constantOf = (node: TSESTree.Node, file: FileContext): Constant | null =>
  node.type === 'Literal' ? constants.literal(node) : queryIn(file).constantOf(node);

/** The key a member or property is reached by, computed keys that are constants included: `req.session[KEY]`. */
export const keyOf = (node: Keyed, file: FileContext): string | undefined =>
  staticName(node) ?? queryIn(file).keyOf(node);

/** Every expression a value may come from, followed as far back as this file goes. */
export const possibleValuesOf = (node: TSESTree.Node, file: FileContext): PossibleValue[] =>
  queryIn(file).possibleValuesOf(node);

/** What may be found at a path below an expression. */
export const valuesAtPath = (
  node: TSESTree.Node,
  path: readonly string[],
  file: FileContext,
  budget?: Budget,
): PathValue[] => queryIn(file, budget).valuesAtPath(node, path);
