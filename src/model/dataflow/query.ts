import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../../ast/functions';
import type { FileContext } from '../file/file-context';

/** A value that the text alone decides. `{ value: undefined }` says that it is `undefined`, null that nobody knows. */
export interface Constant {
  value: string | number | boolean | null | undefined;
}

/** One expression a value may come from, followed as far back as this file goes. */
export interface PossibleValue {
  node: TSESTree.Expression;
  /** True when it is taken where something else has no value: `||`, `??`, a default, `if (!x) x = …`. */
  isFallback: boolean;
  /** True when it stands in a constant or object that others read too, so that an edit reaches further. */
  isShared: boolean;
  /**
   * The calls of this file's functions that it is returned by, the outermost first; their arguments are its parameters.
   */
  calls?: readonly TSESTree.CallExpression[];
}

/** What may be found at a path below an expression; one expression can have several outcomes. */
export type PathValue =
  | {
      state: 'set';
      /** The value where it is written. */
      node: TSESTree.Expression;
      /** True when others than the way we came by read it too. */
      isShared: boolean;
    }
  | {
      state: 'absent';
      /** The object literal to add to; null when there is none. */
      owner: TSESTree.ObjectExpression | null;
      /** The keys that are missing below `owner`. */
      missing: readonly string[];
      isShared: boolean;
      /** The object of another file that was read instead. */
      elsewhere?: TSESTree.ObjectExpression;
    }
  | { state: 'unknown' };

export type Keyed = TSESTree.MemberExpression | TSESTree.Property;

/** One question under way, and the four questions it may lead to: each takes its steps from the same budget. */
export interface Query {
  readonly file: FileContext;
  readonly budget: Budget;
  constantOf(node: TSESTree.Node): Constant | null;
  keyOf(node: Keyed): string | undefined;
  possibleValuesOf(node: TSESTree.Node): PossibleValue[];
  valuesAtPath(node: TSESTree.Node, path: readonly string[]): PathValue[];
  /** The same question where a node stands: in this file, or in another one it was led to. */
  at(node: TSESTree.Node): Query;
  /** The same with a budget of its own and in no call, for answers that are kept for others. */
  anew(): Query;
  /** Goes on inside the function that a call calls: its parameters are what this one call gives them. */
  into(call: TSESTree.CallExpression): Query;
  /**
   * The call by which the question came into a function, and the question as it was outside; null if it came otherwise.
   */
  entryTo(fn: FunctionNode): Entry | null;
}

/** How a question came into a function. */
export interface Entry {
  call: TSESTree.CallExpression;
  outside: Query;
}

/** How many steps one question may take; real code needs a few dozen. */
const most = 500;

/**
 * How many questions may be under way, each asked by the one before: what is deeper than that is written by no hand.
 */
const deepest = 80;

/** How far one question may lead. Generated code and cycles (`a = b.c; b = a.d`) must end. */
export class Budget {
  #steps = 0;
  #depth: number;
  /** Made with the first name: most questions go through none. */
  #underWay: Map<TSESLint.Scope.Variable, Set<string>> | undefined;

  /** @param depth how many questions are under way already */
  constructor(depth = 0) {
    this.#depth = depth;
  }

  /** For an answer that is kept for others: with all steps left, but as deep as this one. */
  anew(): Budget {
    return new Budget(this.#depth);
  }

  /** Begins a question within another; false when there are too many of them: then it is not asked, nor left. */
  enter(): boolean {
    if (this.#depth >= deepest) return false;
    this.#depth += 1;
    return true;
  }

  leave(): void {
    this.#depth -= 1;
  }

  /** Takes one step; true when there is none left. */
  isSpent(): boolean {
    this.#steps += 1;
    return this.#steps > most;
  }

  /** Are we on the way through this name already, for what lies at this path? */
  isUnderWay(variable: TSESLint.Scope.Variable, path: readonly string[] = []): boolean {
    return this.#underWay?.get(variable)?.has(path.join('.')) ?? false;
  }

  /** Goes a way that leads through a name. */
  goThrough<T>(variable: TSESLint.Scope.Variable | undefined, way: () => T, path: readonly string[] = []): T {
    if (!variable) return way();
    this.#underWay ??= new Map();
    const paths = this.#underWay.get(variable) ?? new Set();
    const key = path.join('.');
    this.#underWay.set(variable, paths.add(key));
    const result = way();
    paths.delete(key);
    return result;
  }
}
