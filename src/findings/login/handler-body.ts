import type { TSESTree } from '@typescript-eslint/utils';
import { calledFunctions } from '../../ast/callers';
import { functionNamed } from '../../ast/definition';
import { isKey, staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';

/** What runs when a handler does, as far as the file shows it. */
export interface HandlerCode {
  /** Every member that is read, called or written. */
  members: readonly TSESTree.MemberExpression[];
  /** Every name of something else: variables, functions, destructured keys. */
  identifiers: readonly TSESTree.Identifier[];
  calls: readonly TSESTree.CallExpression[];
}

/** Handlers are written by hand; what is larger was generated. */
const most = 20_000;

/**
 * Reads a handler, what its routes run beside it, and the functions and methods of the file these name. It is only
 * asked for where something was found, because it goes through all of their nodes.
 */
export const codeOf = (
  { fn, beside }: { fn: TSESTree.Node; beside: readonly TSESTree.Node[] },
  file: FileContext,
): HandlerCode => codeIn([fn, ...beside], file);

/** The same for any nodes, and what they name. */
export function codeIn(nodes: readonly TSESTree.Node[], file: FileContext): HandlerCode {
  const members: TSESTree.MemberExpression[] = [];
  const identifiers: TSESTree.Identifier[] = [];
  const calls: TSESTree.CallExpression[] = [];
  const seen = new Set<TSESTree.Node>();
  const stack = [...nodes];
  const { visitorKeys } = file.sourceCode;
  for (let node = stack.pop(); node && seen.size < most; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.type === 'CallExpression') calls.push(node);
    if (node.type === 'CallExpression' || node.type === 'NewExpression')
      stack.push(...calledFunctions(node, file.sourceCode));
    if (node.type === 'Identifier') {
      identifiers.push(node);
      const named = isKey(node) ? null : functionNamed(node, file.sourceCode);
      if (named) stack.push(named);
    }
    if (node.type === 'MemberExpression') {
      members.push(node);
      const method = unwrap(node.object).type === 'ThisExpression' ? methodNamed(staticName(node), node) : undefined;
      if (method) stack.push(method);
    }
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>)[
        key
      ];
      for (const one of Array.isArray(child) ? child : [child]) if (one) stack.push(one);
    }
  }
  return { members, identifiers, calls };
}

/** The method of the class (or object) around a node that has a name: `this.renew(req)`. */
export function methodNamed(name: string | undefined, from: TSESTree.Node): TSESTree.Node | undefined {
  for (let node: TSESTree.Node | undefined = from; node && name !== undefined; node = node.parent) {
    const members = node.type === 'ClassBody' ? node.body : node.type === 'ObjectExpression' ? node.properties : [];
    const found = members.find((one) => 'key' in one && staticName(one as TSESTree.MethodDefinition) === name);
    if (found && 'value' in found && found.value) return found.value;
    if (node.type === 'ClassBody') return undefined;
  }
  return undefined;
}
