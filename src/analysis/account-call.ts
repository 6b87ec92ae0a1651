import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../ast/static-name';
import { unwrap } from '../ast/unwrap';
import type { AccountCall } from '../libraries/types';
import type { File } from './file';
import { versionOf } from './library-version';
import type { Fact } from './known-libraries';
import { endsIn } from './member-chain';
import { isPath } from './origin';
import { isInUse } from './session-storage';

/** The facts that speak of a callee: `req.logout`, `passport.authenticate`. */
export function accountCallsOf(callee: TSESTree.Node, does: AccountCall['does'], file: File): Fact<AccountCall>[] {
  const node = unwrap(callee);
  const name = node.type === 'MemberExpression' ? staticName(node) : undefined;
  return file.libraries.accountCalls.filter(({ library, fact }) => {
    if (fact.does !== does) return false;
    const isMember = (path: string): boolean =>
      path.endsWith(`.${name}`) && endsIn(node, path.split('.'), file.sourceCode);
    if (name !== undefined && fact.members?.some(isMember)) return true;
    const origin = fact.exports?.some((path) => path.at(-1) === name) ? file.originOf(node) : null;
    return origin !== null && file.librariesOf(origin).includes(library) && (fact.exports ?? []).some((path) => isPath(origin.path, path));
  });
}

/** Does this give the session a new id by itself? What is known to be too old for it does not. */
export function isRenewedBy(callee: TSESTree.Node, does: AccountCall['does'], file: File): boolean {
  return accountCallsOf(callee, does, file).some(
    ({ library, fact }) => fact.renewsFrom === undefined || !versionOf(library, library.module, file).isBefore(fact.renewsFrom),
  );
}

/** A logout without the callback its library insists on. */
export interface BareLogout {
  call: TSESTree.CallExpression;
  library: string;
  callbackFrom: string;
  /** Does the version in use insist on it? Undefined where the version is not known. */
  isRefused: boolean | undefined;
}

/** The logouts of a file that are given no function and whose result nobody waits for. */
export function bareLogoutsIn(file: File): BareLogout[] {
  return file.sites.calls.flatMap((call) => {
    if (call.type !== 'CallExpression' || !call.arguments.every(isNoFunction) || isAwaited(call)) return [];
    const facts = accountCallsOf(call.callee, 'logout', file);
    // A library that shares the name and takes no callback may be the one in use.
    const [only, ...others] = facts.length > 1 ? facts.filter(({ library }) => isInUse(library, file)) : facts;
    if (!only || others.length > 0 || only.fact.callbackFrom === undefined) return [];
    const { callbackFrom } = only.fact;
    const isOlder = versionOf(only.library, only.library.module, file).isBefore(callbackFrom);
    return [{ call, library: only.library.module, callbackFrom, isRefused: isOlder === undefined ? undefined : !isOlder }];
  });
}

/** `{ keepSessionInfo: true }`; a name may hold a function. */
const isNoFunction = (argument: TSESTree.Node): boolean => unwrap(argument).type === 'ObjectExpression';

/** Is the result of a call used: awaited, returned, given to something? Then it may be a promise. */
function isAwaited(call: TSESTree.CallExpression): boolean {
  const parent = call.parent.type === 'ChainExpression' ? call.parent.parent : call.parent;
  return parent.type !== 'ExpressionStatement' && !(parent.type === 'LogicalExpression' && parent.parent.type === 'ExpressionStatement') && parent.type !== 'ArrowFunctionExpression';
}
