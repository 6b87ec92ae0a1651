import type { TSESLint } from '@typescript-eslint/utils';

/** How many steps one question may take; real code needs a few dozen. */
const most = 500;

/** How far one question may lead. Generated code and cycles (`a = b.c; b = a.d`) must end. */
export class Budget {
  #steps = 0;
  /** Made with the first name: most questions go through none. */
  #underWay: Map<TSESLint.Scope.Variable, Set<string>> | undefined;

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
