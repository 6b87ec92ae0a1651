import { dirname } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import { valueBehind } from '../../ast/definition';
import { isFunction } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import type { AccountCall, Library } from '../../libraries/types';
import { candidateCallsIn } from '../../model/file/candidate-calls';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { versionOf } from '../../model/file/library-version';
import type { Fact, KnownLibraries } from '../../model/facts/known-libraries';
import { isChain } from '../../model/file/member-chain';
import { oncePerFacts } from '../../model/facts/once-per-facts';
import { isPath, originOf } from '../../model/file/origin';
import { nearestPackageJson, readPackageJson } from '../../model/file/package-json';
import { isInUse } from '../../model/file/library-in-use';

/** The facts that speak of a callee: `req.logout`, `passport.authenticate`. */
export function accountCallsOf(
  callee: TSESTree.Node,
  does: AccountCall['does'],
  file: FileContext,
): Fact<AccountCall>[] {
  const node = unwrap(callee);
  const name = node.type === 'MemberExpression' ? staticName(node) : undefined;
  // Hardly any call of a file has such a name, and the facts without one are none of a chain's.
  if (name === undefined || !accountCallNames(file.libraries).has(name)) return [];
  return file.libraries.accountCalls.filter(({ library, fact }) => {
    if (fact.does !== does) return false;
    const isMember = (path: string): boolean => path.endsWith(`.${name}`) && isChain(node, path.split('.'), file);
    if (fact.members?.some(isMember)) return true;
    const origin = fact.exports?.some((path) => path.at(-1) === name) ? file.originOf(node) : null;
    return (
      origin !== null &&
      file.librariesOf(origin).includes(library) &&
      (fact.exports ?? []).some((path) => isPath(origin.path, path))
    );
  });
}

/** What the methods are called that any facts of calls speak of. */
const accountCallNames = oncePerFacts(({ accountCalls }: KnownLibraries): ReadonlySet<string> => {
  const last = accountCalls.flatMap(({ fact: { members = [], exports = [] } }) => [
    ...members.map((path) => path.slice(path.lastIndexOf('.') + 1)),
    ...exports.flatMap((path) => path.at(-1) ?? []),
  ]);
  return new Set(last);
});

/** Does this give the session a new id by itself? What is known to be too old for it does not. */
export function isRenewedBy(callee: TSESTree.MemberExpression, file: FileContext): boolean {
  const all = accountCallsOf(callee, 'login', file);
  // `request.logIn` is a name of two libraries.
  const used = all.length > 1 ? all.filter(({ library }) => isInUse(library, file)) : all;
  const facts = used.length > 0 ? used : all;
  return (facts.length > 0 ? facts : ownInstanceOf(callee, file)).some(
    ({ library, fact }) =>
      !isLeftAlone(callee, fact, file) &&
      (fact.renewsFrom === undefined || !versionOf(library, library.module, file).isBefore(fact.renewsFrom)),
  );
}

/** `passport.authenticate` of `import passport from './passport'`: a module of the program that sets the library up. */
function ownInstanceOf(callee: TSESTree.MemberExpression, { sourceCode, libraries }: FileContext): Fact<AccountCall>[] {
  const module = originOf(callee.object, sourceCode)?.module ?? '';
  if (!/^(?:\.{1,2}\/|[@~#]\/|#)/.test(module)) return [];
  const chain = sourceCode.getText(callee);
  return libraries.accountCalls.filter(({ fact }) => fact.does === 'login' && fact.members?.includes(chain));
}

/** `authenticate('local', (error, user) => …)` hands the user on; `{ session: false }` is for every request anew. */
export function isLeftAlone(
  callee: TSESTree.Node,
  { callbackTakesOver, skippedBy = [] }: AccountCall,
  file: FileContext,
): boolean {
  const { parent } = outermost(callee);
  if (parent?.type !== 'CallExpression' || unwrap(parent.callee) !== callee) return false;
  return parent.arguments.some((argument) => {
    const value = valueBehind(argument, file.sourceCode);
    if (isFunction(value)) return callbackTakesOver === true;
    return (
      value.type === 'ObjectExpression' &&
      value.properties.some(
        (one) =>
          one.type === 'Property' &&
          skippedBy.includes(staticName(one) ?? '') &&
          constantOf(one.value, file)?.value === false,
      )
    );
  });
}

/** A logout without the callback its library insists on. */
export interface BareLogout {
  call: TSESTree.CallExpression;
  library: string;
  callbackFrom: string;
  /** Does the version in use insist on it? Undefined where the version is not known. */
  isRefused: boolean | undefined;
}

/**
 * The logouts of a file that are given no function. One whose result is used may be another library's that gives a
 * promise: it counts where the version in use is known to throw.
 */
export const bareLogoutsIn = oncePerFile((file: FileContext): readonly BareLogout[] =>
  candidateCallsIn(file).flatMap((call) => {
    if (call.type !== 'CallExpression' || !call.arguments.every(isNoFunction)) return [];
    const facts = accountCallsOf(call.callee, 'logout', file);
    // A library that shares the name and takes no callback may be the one in use.
    const [only, ...others] = facts.length > 1 ? facts.filter(({ library }) => isInUse(library, file)) : facts;
    const callbackFrom = only?.fact.callbackFrom;
    if (!only || others.length > 0 || callbackFrom === undefined) return [];
    const isOlder = versionOf(only.library, only.library.module, file).isBefore(callbackFrom);
    if (isOlder !== false && isResultUsed(call)) return [];
    if (isOlder === undefined && isOfAnother(only.library, file)) return [];
    return [
      { call, library: only.library.module, callbackFrom, isRefused: isOlder === undefined ? undefined : !isOlder },
    ];
  }),
);

/** A package that depends on libraries we know, and not on this one, has its method from somewhere else: everyauth. */
function isOfAnother(library: Library, file: FileContext): boolean {
  if (isInUse(library, file)) return false;
  const dependencies = dependenciesAround(file);
  return !dependencies.has(library.module) && file.libraries.all.some(({ module }) => dependencies.has(module));
}

/** Those of the nearest package.json that has any: a part of an application may have one with nothing but its name. */
function dependenciesAround(file: FileContext): ReadonlySet<string> {
  for (let folder = nearestPackageJson(file)?.folder; folder !== undefined; folder = dirname(folder)) {
    const names = Object.keys(readPackageJson(folder)?.dependencies ?? {});
    if (names.length > 0 || dirname(folder) === folder) return new Set(names);
  }
  return new Set();
}

/** `{ keepSessionInfo: true }`; a name may hold a function. */
const isNoFunction = (argument: TSESTree.Node): boolean => unwrap(argument).type === 'ObjectExpression';

/** Is the result of a call awaited, returned, or given to something? Not in `req.user && req.logout();`. */
function isResultUsed(call: TSESTree.CallExpression): boolean {
  const { parent } = outermost(call);
  const statement = parent?.type === 'LogicalExpression' ? parent.parent : parent;
  return statement?.type !== 'ExpressionStatement';
}
