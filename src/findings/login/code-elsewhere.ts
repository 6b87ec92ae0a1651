import type { TSESTree } from '@typescript-eslint/utils';
import type { CalledBy } from '../../ast/callers';
import { whileCalled } from '../../ast/callers';
import type { FunctionNode } from '../../ast/functions';
import { isKey } from '../../ast/static-name';
import { endOfChain } from '../../ast/unwrap';
import { callsBy, importedConstructor, importedFunction } from '../../model/dataflow/imported-function';
import { queryIn } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { fileHolding, oncePerFile } from '../../model/file/file-context';
import { wayInto } from '../../model/file/way-in';
import type { HandlerCode } from './handler-body';
import { codeIn } from './handler-body';

/** As many functions of other files are read for the handlers of one file; what is left then is not known. */
const most = 500;

/** Through as many files in a row. */
const deepest = 5;

const budgetOf = oncePerFile((_file: FileContext) => ({ left: most }));

type Test = (code: HandlerCode, file: FileContext) => boolean;

/**
 * Is something so in what runs: in code of this file, or in the functions of other files that it calls or names? Those
 * are looked at as they are called from here. Yes, too, where there are more of them than anybody reads.
 */
export function isAnywhere(code: HandlerCode, file: FileContext, test: Test): boolean {
  return isIn(code, file, test, { budget: budgetOf(wayInto(file).root), seen: new Set(), depth: 0 });
}

interface Search {
  budget: { left: number };
  seen: Set<FunctionNode>;
  depth: number;
}

function isIn(code: HandlerCode, file: FileContext, test: Test, search: Search): boolean {
  if (test(code, file)) return true;
  const { budget, seen, depth } = search;
  if (depth >= deepest) return false;
  return functionsElsewhere(code, file).some(({ fn, node, calledBy }) => {
    if (seen.has(fn)) return false;
    seen.add(fn);
    budget.left -= 1;
    if (budget.left < 0) return true;
    const there = fileHolding(fn, file);
    const entered = there.entry || there === file ? there : there.from({ fn, node, from: file });
    return whileCalled(calledBy, file.sourceCode, () =>
      isIn(codeIn([fn], entered), entered, test, { ...search, depth: depth + 1 }),
    );
  });
}

interface Elsewhere {
  fn: FunctionNode;
  node: TSESTree.Node;
  calledBy: readonly CalledBy[];
}

/** `renew(req)`, `auth.renew(req)`, `new Sessions(req).renew()`, `router.post('/login', renew, …)`. */
function functionsElsewhere({ calls, identifiers }: HandlerCode, from: FileContext): Elsewhere[] {
  const called = calls.flatMap((call): Elsewhere[] => {
    const query = queryIn(fileHolding(call, from));
    const fn = importedFunction(call.callee, query);
    return fn ? [{ fn, node: call, calledBy: callsBy(call, fn, query) }] : [];
  });
  const named = identifiers.flatMap((name): Elsewhere[] => {
    const node = isKey(name) ? null : endOfChain(name);
    const { parent } = node ?? {};
    if (!node || (parent?.type === 'CallExpression' && parent.callee === node)) return [];
    const query = queryIn(fileHolding(node, from));
    const isMade = parent?.type === 'NewExpression' && parent.callee === node;
    const fn = isMade ? importedConstructor(parent, query) : importedFunction(node, query);
    return fn ? [{ fn, node, calledBy: isMade ? [{ fn, call: parent }] : [] }] : [];
  });
  return [...called, ...named];
}
