import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../../ast/functions';
import { isRequestName, isResponseName, routingOf } from '../../ast/routing';
import { staticString } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { importedFunction } from '../dataflow/imported-value';
import { queryIn } from '../dataflow/values';
import type { Entry, FileContext } from '../file/file-context';
import { fileHolding, oncePerFile } from '../file/file-context';
import { sessionObjectOf } from './resolve-session';

/** A function of another file that this one hands a session or a request to, or that it has answer requests. */
export interface HandOver extends Entry {
  /** The file of the function. */
  to: FileContext;
}

/** As many are followed from one file; a file of routes has some dozens. */
const most = 100;

/** Through as many files in a row. */
const deepest = 3;

/** Every place of a file where it hands something of a session to a function of another file. */
export const handOversIn = oncePerFile((file: FileContext): readonly HandOver[] => {
  if (!file.others || depthOf(file) >= deepest) return [];
  return importedNamesIn(file)
    .flatMap(({ references }) => references)
    .flatMap(({ identifier }) => handOverAt(identifier as TSESTree.Node, file) ?? [])
    .slice(0, most);
});

function depthOf(file: FileContext): number {
  let depth = 0;
  for (let current: FileContext | undefined = file; current?.entry; current = current.entry.from) depth += 1;
  return depth;
}

/** What the file imports at its top level under a name of its own. */
function importedNamesIn({ sourceCode }: FileContext): TSESLint.Scope.Variable[] {
  const [outermostScope, top] = sourceCode.scopeManager?.scopes ?? [];
  return [outermostScope, top].flatMap((scope) => scope?.variables ?? []).filter(({ defs }) => isImport(defs[0]));
}

function isImport(definition: TSESLint.Scope.Definition | undefined): boolean {
  if ((definition?.type as string) === 'ImportBinding') return true;
  const node = definition?.node as TSESTree.Node | undefined;
  if (node?.type !== 'VariableDeclarator' || !node.init) return false;
  let value = unwrap(node.init);
  while (value.type === 'MemberExpression') value = unwrap(value.object);
  return value.type === 'CallExpression' && staticString(value.arguments[0]) !== undefined;
}

/** `remember(req.session, token)`, `tokens.remember(session)`, `router.post('/login', controller.enter)`. */
function handOverAt(name: TSESTree.Node, file: FileContext): HandOver | null {
  let callee = outermost(name);
  while (callee.parent?.type === 'MemberExpression' && callee.parent.object === callee) {
    callee = outermost(callee.parent);
  }
  const call = callee.parent;
  if (call?.type !== 'CallExpression') return null;
  if (call.callee !== callee) return isRouted(call) ? entered(callee, callee, file, () => true) : null;
  const handed = call.arguments.map((one) => kindOf(one, file));
  if (handed.every((kind) => kind === null)) return null;
  return entered(callee, call, file, (fn) => handed.some((kind, index) => isNews(kind, fn.params[index])));
}

const isRouted = (call: TSESTree.CallExpression): boolean => routingOf(call)?.isMount === false;

type Kind = 'session' | 'request' | 'response';

function kindOf(argument: TSESTree.Node, file: FileContext): Kind | null {
  const node = unwrap(argument);
  if (sessionObjectOf(node, file)) return 'session';
  if (node.type !== 'Identifier') return null;
  return isRequestName(node.name) ? 'request' : isResponseName(node.name) ? 'response' : null;
}

/** Does the parameter's own name say what it is given? Then the file tells by itself what it does with it. */
function isNews(kind: Kind | null, parameter: TSESTree.Parameter | undefined): boolean {
  if (kind === null || !parameter) return false;
  if (kind === 'session' || parameter.type !== 'Identifier') return true;
  return !(kind === 'request' ? isRequestName : isResponseName)(parameter.name);
}

function entered(
  callee: TSESTree.Node,
  node: TSESTree.Node,
  file: FileContext,
  isWorthIt: (fn: FunctionNode) => boolean,
): HandOver | null {
  const fn = importedFunction(callee, queryIn(file));
  const to = fn && fileHolding(fn, file);
  return fn && to && to !== file && isWorthIt(fn) ? { fn, node, from: file, to } : null;
}
