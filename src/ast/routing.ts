import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from './functions';
import { staticName } from './static-name';
import { unwrap } from './unwrap';

/** Methods of applications and routers that take what answers the requests of one method, or of all. */
const verbs = /^(?:all|del|delete|get|head|options|patch|post|put)$/;

/** Methods that take what stands before requests, or is below a path. */
const mounts = /^(?:route|use)$/;

/** The method by which a call hands functions to an application or a router, if its name is one. */
export function routingOf({ callee }: TSESTree.CallExpression): { method: string; isMount: boolean } | null {
  const member = unwrap(callee);
  const method = member.type === 'MemberExpression' ? staticName(member) : undefined;
  if (method === undefined) return null;
  return verbs.test(method) || mounts.test(method) ? { method, isMount: mounts.test(method) } : null;
}

/** The call that routes requests to a function which is written in place: `app.get('/', (req, res) => {…})`. */
export function routedBy(fn: FunctionNode): TSESTree.CallExpression | null {
  const { parent } = fn;
  if (parent.type !== 'CallExpression' || parent.callee === fn) return null;
  return routingOf(parent)?.isMount === false ? parent : null;
}

const requests = /^_*(?:req|request|ctx|context|c|event|evt)$/;
const responses = /^_*(?:res|resp|response|reply|rep|h|toolkit|next)$/;

/** What handlers call the request, or what they are given in its place. */
export const isRequestName = (name: string): boolean => requests.test(name);

/** What handlers call what comes second. */
export const isResponseName = (name: string): boolean => responses.test(name);
