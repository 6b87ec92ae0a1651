import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { functionAround, isFunction } from '../../ast/functions';
import { isResponseName } from '../../ast/routing';
import { staticName } from '../../ast/static-name';
import { outermost } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { isPromiseCall } from './awaited-function';

/**
 * Is something under way where an `await` would come to stand, that must not be left alone meanwhile: a promise whose
 * rejection nobody holds yet (`Promise.all([f(await …), g(await …)])`), an emitter that nobody listens to yet, a sum
 * that others add to?
 */
export function isMeanwhile(node: TSESTree.Node, file: FileContext): boolean {
  const fn = functionAround(node);
  return (
    fn !== null &&
    (isAmongOthers(node, fn, file) ||
      spansIn(fn, file).some(([from, to]) => from <= node.range[0] && node.range[0] < to))
  );
}

function isAmongOthers(node: TSESTree.Node, fn: FunctionNode, { sourceCode }: FileContext): boolean {
  for (let current = node; current !== fn && current.parent; current = current.parent) {
    const { parent } = current;
    if (parent.type === 'CallExpression' && parent.callee !== current && isPromiseCall(parent)) return true;
    if (
      parent.type === 'ArrayExpression' &&
      parent.elements.some(
        (one) => one !== current && one?.type === 'CallExpression' && one.range[0] < current.range[0],
      )
    )
      return true;
    if (
      parent.type === 'AssignmentExpression' &&
      parent.right === current &&
      !/^(?:=|\?\?=|\|\|=|&&=)$/.test(parent.operator)
    ) {
      const root = rootOf(parent.left);
      const [own] = (root && variableOf(root, sourceCode)?.defs) ?? [];
      const at = (own?.name as TSESTree.Node | undefined)?.range[0];
      if (at === undefined || at < fn.range[0] || at > fn.range[1]) return true;
    }
  }
  return false;
}

type Span = readonly [number, number];

const spansOf = oncePerFile((_file: FileContext) => new Map<FunctionNode, readonly Span[]>());

/** The stretches of a function in which something is under way. */
function spansIn(fn: FunctionNode, file: FileContext): readonly Span[] {
  const known = spansOf(file).get(fn);
  if (known) return known;
  const spans = [...promisesIn(fn, file), ...listenersIn(fn, file)];
  spansOf(file).set(fn, spans);
  return spans;
}

/** From where a promise is made to where somebody waits for it: `const a = f(); … await Promise.all([a, b])`. */
function promisesIn(fn: FunctionNode, { sourceCode }: FileContext): Span[] {
  return variablesOf(sourceCode.getScope(fn)).flatMap(({ defs: [def], references }): Span[] => {
    const declarator = def?.node as TSESTree.Node | undefined;
    const init = declarator?.type === 'VariableDeclarator' ? declarator.init : undefined;
    if (init?.type !== 'CallExpression' && init?.type !== 'ArrayExpression') return [];
    const waits = references.map(({ identifier }) => identifier as TSESTree.Node).filter(isWaitedFor);
    return waits.length > 0 ? [[init.range[0], Math.max(...waits.map(({ range }) => range[0]))]] : [];
  });
}

/** The variables of a function, those of its blocks and not of functions in it. */
function variablesOf(scope: TSESLint.Scope.Scope): TSESLint.Scope.Variable[] {
  return [
    ...scope.variables,
    ...scope.childScopes.flatMap((one) => (one.type === ('function' as never) ? [] : variablesOf(one))),
  ];
}

function isWaitedFor(node: TSESTree.Node): boolean {
  let current = outermost(node);
  for (let { parent } = current; parent; { parent } = current) {
    if (parent.type === 'AwaitExpression') return true;
    if (parent.type === 'CallExpression') return parent.callee !== current && isPromiseCall(parent);
    if (parent.type === 'MemberExpression')
      return parent.object === current && /^(?:then|catch|finally)$/.test(staticName(parent) ?? '');
    if (parent.type !== 'ArrayExpression' && parent.type !== 'SpreadElement') return false;
    current = parent;
  }
  return false;
}

const listening = /\.(?:on|once|addListener|prependListener|addEventListener)\s*\(|\.on[a-z]+\s*=(?!=)/g;

/** From where an emitter is made to where it is listened to: `const s = open(); … s.on('data', …)`. */
function listenersIn(fn: FunctionNode, { sourceCode }: FileContext): Span[] {
  const [start] = fn.range;
  return [...sourceCode.getText(fn).matchAll(listening)].flatMap(({ index }): Span[] => {
    const member = sourceCode.getNodeByRangeIndex(start + index + 1)?.parent;
    const root = member?.type === 'MemberExpression' && functionAround(member) === fn ? rootOf(member) : undefined;
    if (!member || !root || (root.type === 'Identifier' && isResponseName(root.name))) return [];
    const def = variableOf(root, sourceCode)?.defs[0]?.node as TSESTree.Node | undefined;
    // What comes from outside of the function was there before it began.
    const isOwn = def && !isFunction(def) && def.range[0] > start && def.range[1] < fn.range[1];
    return [[isOwn ? def.range[0] : start, member.range[0]]];
  });
}

/** `a` of `a.b.c`; undefined where a chain begins with anything but a name. */
function rootOf(node: TSESTree.Node): TSESTree.Identifier | undefined {
  let current = node;
  while (current.type === 'MemberExpression') current = current.object;
  return current.type === 'Identifier' ? current : undefined;
}
