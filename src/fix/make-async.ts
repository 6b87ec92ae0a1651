import type { TSESLint } from '@typescript-eslint/utils';
import type { FunctionNode } from '../ast/functions';

/** The edit that makes a function `async`. */
export function makeAsync(fixer: TSESLint.RuleFixer, fn: FunctionNode): TSESLint.RuleFix {
  return fixer.insertTextBefore(fn, 'async ');
}
