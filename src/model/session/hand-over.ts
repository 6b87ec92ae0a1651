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
  /** The file of the function, as it is looked at from here: one for all rules. */
  to: FileContext;
}

/** As many are followed from a file under lint, those of the files it leads to included; one of routes has dozens. */
const most = 200;

/** Through as many files in a row. */
const deepest = 3;

/** Every place of a file where it hands something of a session to a function of another file. */
export const handOversIn = oncePerFile((file: FileContext): readonly HandOver[] => {
  const { root, depth } = startOf(file);
  if (!file.others || depth >= deepest) return [];
  const found: HandOver[] = [];
  const budget = budgetOf(root);
  for (const { references } of importedNamesIn(file)) {
    for (const { identifier } of references) {
      const handOver = budget.left > 0 ? handOverAt(identifier as TSESTree.Node, file) : null;
      if (!handOver) continue;
      budget.left -= 1;
      found.push(handOver);
    }
  }
  return found;
});

const budgetOf = oncePerFile((_root: FileContext) => ({ left: most }));

/** The file that a file is looked at from in the end, and through how many others. */
function startOf(file: FileContext): { root: FileContext; depth: number } {
  let root = file;
  let depth = 0;
  for (; root.entry; root = root.entry.from) depth += 1;
  return { root, depth };
}

/** What the file imports at its top level, under a name of its own, from other files of the project. */
function importedNamesIn(file: FileContext): TSESLint.Scope.Variable[] {
  const [outermostScope, top] = file.sourceCode.scopeManager?.scopes ?? [];
  return [outermostScope, top]
    .flatMap((scope) => scope?.variables ?? [])
    .filter(({ defs }) => {
      const specifier = specifierOf(defs[0]);
      return specifier !== undefined && file.others?.has(specifier, file);
    });
}

function specifierOf(definition: TSESLint.Scope.Definition | undefined): string | undefined {
  const { node, parent } = (definition ?? {}) as { node?: TSESTree.Node; parent?: TSESTree.Node | null };
  if (parent?.type === 'ImportDeclaration') return parent.source.value;
  if (node?.type === 'TSImportEqualsDeclaration') {
    return node.moduleReference.type === 'TSExternalModuleReference'
      ? staticString(node.moduleReference.expression)
      : undefined;
  }
  if (node?.type !== 'VariableDeclarator' || !node.init) return undefined;
  let value = unwrap(node.init);
  while (value.type === 'MemberExpression') value = unwrap(value.object);
  return value.type === 'CallExpression' ? staticString(value.arguments[0]) : undefined;
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
  if (!fn || !to || to === file || !isWorthIt(fn)) return null;
  const entry = { fn, node, from: file };
  return { ...entry, to: to.from(entry) };
}
