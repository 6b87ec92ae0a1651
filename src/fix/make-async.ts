import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../ast/functions';

/** The edits that make a function `async`: the word, and a promise of the result that it says it gives. */
export function makeAsync(fixer: TSESLint.RuleFixer, fn: FunctionNode): TSESLint.RuleFix[] {
  const word = fixer.insertTextBefore(fn, 'async ');
  const type = fn.returnType?.typeAnnotation;
  if (!type || isPromise(type)) return [word];
  return [word, fixer.insertTextBefore(type, 'Promise<'), fixer.insertTextAfter(type, '>')];
}

const isPromise = (type: TSESTree.TypeNode): boolean =>
  type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Promise';
