import type { TSESTree } from '@typescript-eslint/utils';
import { functionAround } from '../../ast/functions';
import type { AccountAction } from '../../secrets/names/account-actions';
import { accountActionOf, routeActionOf } from '../../secrets/names/account-actions';
import type { FileContext } from '../../model/file/file-context';
import type { Handler } from './handler';
import { handlersAround } from './handler';
import { oncePerFile } from '../../model/file/file-context';

/** A handler that does something with an account. */
export interface AccountHandler extends Handler {
  action: AccountAction;
}

const handlersOf = oncePerFile(() => new Map<TSESTree.Node, AccountHandler[]>());

/** The handlers a place runs in, as far as their routes and names say that they log in or out. */
export function accountHandlersAround(node: TSESTree.Node, file: FileContext): readonly AccountHandler[] {
  // All places of one function have the same handlers.
  const fn = functionAround(node);
  if (!fn) return [];
  const known = handlersOf(file).get(fn);
  if (known) return known;
  const handlers = handlersAround(node, file).flatMap((handler) => {
    const action = actionOf(handler);
    return action ? [{ ...handler, action }] : [];
  });
  handlersOf(file).set(fn, handlers);
  return handlers;
}

/** Methods of a controller that begin and end what the controller is named after. */
const beginning = /^(?:store|create|post|handle|execute|index)$/;
const ending = /^(?:destroy|delete|remove)$/;

function actionOf({ routes, names }: Handler): AccountAction | null {
  const actions = routes.map(({ path, method }) => routeActionOf(path, method));
  const routed = actions.find((action) => action !== null);
  if (routed) return routed;
  const named = names.map(accountActionOf).find((action) => action !== null);
  if (named) return named;
  const isOfSessions = names.slice(1).some((name) => /^(?:User)?Sessions?(?:Controller|Resource)?$/.test(name));
  if (isOfSessions && beginning.test(names[0] ?? '')) return 'login';
  return isOfSessions && ending.test(names[0] ?? '') ? 'logout' : null;
}
