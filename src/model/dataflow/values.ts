import type { TSESTree } from '@typescript-eslint/utils';
import { calledFunction } from '../../ast/callers';
import type { FunctionNode } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import type { FileContext } from '../file/file-context';
import * as constants from './constant';
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

  constantOf(node: TSESTree.Node): Constant | null {
    return constants.constantOf(node, this);
  }

  keyOf(node: Keyed): string | undefined {
    return constants.keyOf(node, this);
  }

  possibleValuesOf(node: TSESTree.Node): PossibleValue[] {
    if (!this.budget.enter()) return [{ node: node as TSESTree.Expression, isFallback: false, isShared: false }];
    const sources = possible.possibleValuesOf(node, this);
    this.budget.leave();
    return sources;
  }

  valuesAtPath(node: TSESTree.Node, path: readonly string[]): PathValue[] {
    if (!this.budget.enter()) return [{ state: 'unknown' }];
    const outcomes = properties.valuesAtPath(node, path, this);
    this.budget.leave();
    return outcomes;
  }

  anew(): Query {
    return new OpenQuery(this.file, this.budget.anew());
  }

  into(call: TSESTree.CallExpression): Query {
    const fn = this.#entries.length < mostCalls ? calledFunction(call, this.file.sourceCode) : null;
    return fn ? new OpenQuery(this.file, this.budget, [...this.#entries, { fn, call, outside: this }]) : this;
  }

  entryTo(fn: FunctionNode): Entry | null {
    return this.#entries.filter((entry) => entry.fn === fn).at(-1) ?? null;
  }
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
