import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import { unwrap } from '../../ast/unwrap';
import type { Library, Setup } from '../../libraries/types';
import { factIndexOf } from '../facts/fact-index';
import type { FileContext } from '../file/file-context';
import { valuesAtPath, possibleValuesOf } from '../dataflow/values';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;
type CallSetup = Extract<Setup, { form: 'call' }>;

/** A set-up that is recognised although nothing was imported. */
export interface UnimportedSetup {
  library: Library;
  fact: CallSetup;
  module: string;
}

/** A call whose name and options leave no doubt, though nothing was imported; null for every other call. */
export function unimportedSetup(call: Call, file: FileContext): UnimportedSetup | null {
  const callee = unwrap(call.callee);
  if (callee.type !== 'Identifier' || call.arguments.length === 0) return null;
  const candidates = factIndexOf(file.libraries).unimported.get(callee.name) ?? [];
  if (candidates.length === 0) return null;
  const variable = variableOf(callee, file.sourceCode);
  if (variable?.defs.some((def) => (def.type as string) !== 'Parameter')) return null;
  for (const { library, fact } of candidates) {
    const options = optionsOf(call, fact.options, file);
    if (options && hasOneOf(options, fact.unimported?.keys ?? [], file))
      return { library, fact, module: library.module };
  }
  return null;
}

function hasOneOf(options: TSESTree.Node, keys: readonly string[], file: FileContext): boolean {
  if (keys.length === 0) return objectsBehind(options, file).length > 0;
  return keys.some((key) => valuesAtPath(options, [key], file).some(({ state }) => state === 'set'));
}

/** The options argument of a call; undefined where a spread hides which argument is which. */
export function optionsOf(call: Call, at: CallSetup['options'], file: FileContext): TSESTree.Node | null | undefined {
  const given = call.arguments;
  if (given.some(({ type }) => type === 'SpreadElement')) return undefined;
  if (at === 'last') return given.at(-1) ?? null;
  if (typeof at === 'number') return given[at] ?? null;
  const candidates = at.flatMap((index) => given[index] ?? []);
  return (
    candidates.find((one) => objectsBehind(one, file).length > 0) ??
    // What another library made (`session(app)`) is no options object.
    candidates.find((one) => !file.originOf(one)) ??
    null
  );
}

/** The object literals an options argument comes from. */
export function objectsBehind(options: TSESTree.Node, file: FileContext): TSESTree.Node[] {
  return possibleValuesOf(options, file).flatMap(({ node }) => (node.type === 'ObjectExpression' ? [node] : []));
}
