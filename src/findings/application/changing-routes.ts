import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import { isPath } from '../../model/file/origin';
import type { Application } from './application';
import { chainFrom, receiverOf, referencesOf } from './application';

/**
 * The routes of an application for requests that change something, those of routers that are added to it included.
 * Only what this file shows.
 */
export function changingRoutesOf({ calls, fact }: Application, file: FileContext): TSESTree.CallExpression[] {
  const routers = calls
    .flatMap(({ call, method }) => (fact.adds.includes(method) ? call.arguments : []))
    .flatMap((argument) => {
      const router = routerIn(argument);
      return router && isRouter(router, file) ? referencesOf(variableOf(router, file.sourceCode)) : [];
    });
  const onRouters = routers.flatMap((router) => chainFrom(router)[0]).filter(({ method }) => changing.has(method));
  return [...calls.filter(({ method }) => fact.changes.includes(method)), ...onRouters].map(({ call }) => call);
}

const changing = new Set(['post', 'put', 'patch', 'delete', 'del']);

/** `router`, and `router` in `router.routes()`. */
function routerIn(argument: TSESTree.Node): TSESTree.Identifier | null {
  let node: TSESTree.Node | null = unwrap(argument);
  while (node?.type === 'CallExpression') node = receiverOf(node);
  return node?.type === 'Identifier' ? node : null;
}

function isRouter(node: TSESTree.Identifier, file: FileContext): boolean {
  const origin = file.originOf(node);
  if (!origin) return false;
  return file.librariesOf(origin).some(({ routers = [] }) => routers.some((path) => isPath(origin.path, path)));
}
