import type { TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../../ast/definition';
import { leavesAt } from '../../ast/leaves';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import type { Application } from './application';
import { codeWithoutSentences } from './code-text';

/** Protections of one's own, and checks of where a request comes from, by the words they leave. */
const protecting =
  /csrf|xsrf|anti-?forgery|same-?origin|sec-fetch-site|x-requested-with|headers\.origin|\(\s*['"`]origin['"`]\s*\)/gi;

type Route = TSESTree.CallExpression;

/**
 * Which of an application's routes may something keep from forged requests? Null where that is not certain of any: a
 * protection whose reach is not to be seen may reach them all.
 */
export function guardedRoutes(
  application: Application,
  routes: readonly Route[],
  file: FileContext,
): Set<Route> | null {
  const guarded = new Set<Route>();
  for (const mention of mentionsIn(file)) {
    const own = routes.filter((route) => isWithin(mention, route));
    if (own.length > 0) own.forEach((route) => guarded.add(route));
    else {
      const added = application.calls.find(({ call }) => call.arguments.some((one) => isWithin(mention, one)));
      if (!added || !application.fact.adds.includes(added.method) || !application.fact.isOrdered) return null;
      // What is added later runs later, and never for a request that was answered before.
      const isOwn = (route: Route): boolean => application.calls.some(({ call }) => call === route);
      const isBefore = (route: Route): boolean => isBehind(added.call, route) && isOwn(route);
      routes.filter((route) => !isBefore(route)).forEach((route) => guarded.add(route));
    }
  }
  return guarded;
}

const isWithin = ({ range }: TSESTree.Node, { range: [from, to] }: TSESTree.Node): boolean =>
  range[0] >= from && range[1] <= to;

/** Do both stand in the same block, the first one later? */
const isBehind = (late: Route, early: Route): boolean =>
  late.callee.range[1] > early.callee.range[1] && late.parent.parent === early.parent.parent;

/** Where a file speaks of a protection in its code, or uses one that it loads; not where it only loads or names it. */
const mentionsIn = oncePerFile((file: FileContext): readonly TSESTree.Node[] => {
  const text = codeWithoutSentences(file);
  const offsets = Array.from(text.matchAll(protecting), ({ index }) => index + 1);
  const pending = [...nodesAt(offsets, file), ...loadedNamesIn(file)];
  const seen = new Set<TSESTree.Node>();
  const mentions: TSESTree.Node[] = [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const name = nameGiven(node, file);
    if (name === null) mentions.push(node);
    else pending.push(...name.flatMap((one) => usesOf(one, file)));
  }
  return mentions;
});

/**
 * The names that what loads a protection, or makes one, is given; null where it is used. One that lets POST pass is
 * none.
 */
function nameGiven(node: TSESTree.Node, file: FileContext): TSESTree.Identifier[] | null {
  for (let current: TSESTree.Node | undefined = node; current; current = current.parent) {
    if (current.type === 'CallExpression' && letsPostPass(current)) return [];
    if (current.type === 'ImportDeclaration') return current.specifiers.map(({ local }) => local);
    if (current.type === 'VariableDeclarator') {
      return isPlain(current, file) ? [current.id as TSESTree.Identifier] : null;
    }
    if (/Function|Statement$/.test(current.type)) return null;
  }
  return null;
}

/** `const csrf = require('csurf')`, `const protect = csrf({ cookie: true })`: nothing happens yet. */
function isPlain({ id, init }: TSESTree.VariableDeclarator, file: FileContext): boolean {
  if (id.type !== 'Identifier' || !init || unwrap(init).type !== 'CallExpression') return false;
  return definitionOf(variableOf(id, file.sourceCode))?.type === 'value';
}

/** `csurf({ ignoreMethods: ['GET', 'POST'] })`. */
function letsPostPass({ arguments: [options] }: TSESTree.CallExpression): boolean {
  if (options?.type !== 'ObjectExpression') return false;
  return options.properties.some(
    (one) =>
      one.type === 'Property' &&
      staticName(one) === 'ignoreMethods' &&
      one.value.type === 'ArrayExpression' &&
      one.value.elements.some((element) => element && staticString(element) === 'POST'),
  );
}

const usesOf = (name: TSESTree.Identifier, file: FileContext): TSESTree.Node[] =>
  (variableOf(name, file.sourceCode)?.references ?? []).flatMap((one) =>
    one.isRead() ? [one.identifier as TSESTree.Node] : [],
  );

/** What a file loads of a package that is there to stop forged requests, under whatever name. */
function loadedNamesIn(file: FileContext): TSESTree.Node[] {
  const specifiers = file.libraries.all.flatMap(({ stopsForgery, module, specifiers: others = [] }) =>
    stopsForgery ? [module, ...others] : [],
  );
  const text = codeWithoutSentences(file);
  const offsets = specifiers.flatMap((specifier) =>
    ["'", '"'].flatMap((quote) => {
      const at = text.indexOf(`${quote}${specifier}${quote}`);
      return at === -1 ? [] : [at + 1];
    }),
  );
  return nodesAt(
    offsets.sort((a, b) => a - b),
    file,
  );
}

const nodesAt = (offsets: readonly number[], { sourceCode }: FileContext): TSESTree.Node[] =>
  offsets.length > 0 ? leavesAt(offsets, sourceCode) : [];
