import type { TSESTree } from '@typescript-eslint/utils';
import { staticString } from '../../ast/static-name';
import type { Application } from './application';
import { applicationsIn } from './application';
import { changingRoutesOf } from './changing-routes';
import { guardedRoutes } from './forgery-guard';
import { constantOf, possibleValuesOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { sessionObjectOf } from '../../model/session/resolve-session';

/** An application whose session other sites can use. */
export interface ForgeableApplication {
  application: Application;
  /** The first route that changes something for whoever the session says is there. */
  route: { method: string; path: string };
}

/** Requests that begin or end a session, or come from another server: they trust no session. */
const sessionless = /log[-_]?(?:in|out)|sign[-_]?(?:in|out|up)|register|auth|webhook|callback|password/i;

/** The applications of a file with routes that trust the session, which nothing here keeps other sites from. */
export const forgeableApplicationsIn = oncePerFile((file: FileContext): readonly ForgeableApplication[] => {
  const applications = applicationsIn(file);
  if (applications.length === 0) return [];
  const seen = new Set<TSESTree.Node>();
  return applications.flatMap((application): ForgeableApplication[] => {
    if (application.isOpen || seen.has(application.made) || !isSentByOthers(application, file)) return [];
    seen.add(application.made);
    const routes = changingRoutesOf(application, file);
    const guarded = guardedRoutes(application, routes, file);
    const route = guarded && routes.find((call) => !guarded.has(call) && trustsSession(call, file));
    return route ? [{ application, route: labelOf(route, file) }] : [];
  });
});

/** Is the session's cookie in requests that other sites start? Only where that is certain. */
function isSentByOthers({ setup }: Application, file: FileContext): boolean {
  const sameSite = setup.read('sameSite');
  if (sameSite?.state === 'absent') return sameSite.whenAbsent === false;
  if (sameSite?.state !== 'set' || sameSite.others.length > 0) return false;
  return possibleValuesOf(sameSite.node, file).every((source) => {
    const constant = constantOf(source.node, file);
    return constant !== null && (constant.value === false || /^none$/i.test(String(constant.value)));
  });
}

const usesIdentity = /\b(?:req|request|ctx|ctx\.state|context)\.(?:user|isAuthenticated|currentUser)\b/;

function trustsSession(route: TSESTree.CallExpression, file: FileContext): boolean {
  const { path } = labelOf(route, file);
  if (sessionless.test(path)) return false;
  const [from, to] = route.range;
  const isWithin = ({ range }: TSESTree.Node): boolean => range[0] > from && range[1] < to;
  if (route.arguments.some((argument) => usesIdentity.test(file.textOf(argument)))) return true;
  return file.nodes.expressions.some((node) => isWithin(node) && isRead(node) && sessionObjectOf(node, file) !== null);
}

/** `session.userId = …` alone begins a session and trusts none. */
function isRead(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return false;
  const { parent: around } = parent;
  return !(around.type === 'AssignmentExpression' && around.left === parent) && around.type !== 'UpdateExpression';
}

/** A path that is not written out is called what the code calls it; the first of several stands for all. */
function labelOf(route: TSESTree.CallExpression, file: FileContext): ForgeableApplication['route'] {
  const { callee } = route;
  const [first] = route.arguments;
  const path = first?.type === 'ArrayExpression' ? first.elements[0] : first;
  const method =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
  return { method: method.toUpperCase(), path: staticString(path) ?? (path ? file.textOf(path) : '') };
}
