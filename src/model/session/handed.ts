import type { TSESTree } from '@typescript-eslint/utils';
import type { Call } from '../../ast/callers';
import type { FunctionNode } from '../../ast/functions';
import { isRequestName, isResponseName } from '../../ast/routing';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../file/file-context';
import { isPath } from '../file/origin';
import { sessionObjectOf } from './resolve-session';

/** `application`: also a router, and what has serializers of users. */
export type Kind = 'session' | 'request' | 'response' | 'application';

/** What the arguments of a call are; null where none of them is anything of a session. */
export function kindsOf({ arguments: given }: Call, file: FileContext): (Kind | null)[] | null {
  const kinds = given.map((one) => kindOf(one, file));
  return kinds.some((kind) => kind !== null) ? kinds : null;
}

function kindOf(argument: TSESTree.Node, file: FileContext): Kind | null {
  const node = unwrap(argument);
  if (sessionObjectOf(node, file)) return 'session';
  if (node.type !== 'Identifier') return null;
  if (isRequestName(node.name)) return 'request';
  if (isResponseName(node.name)) return 'response';
  return isApplication(node, file) ? 'application' : null;
}

/** `express()`, `new Router()`, `passport`. */
function isApplication(node: TSESTree.Identifier, file: FileContext): boolean {
  const origin = file.originOf(node);
  if (!origin) return false;
  return file.librariesOf(origin).some(({ applications = [], hands, sessions = [] }) => {
    const made = [...applications.map((one) => one.export), ...(hands?.by ?? [])];
    const serializers = sessions.flatMap(({ passedOn }) => passedOn?.exports ?? []);
    return [...made, ...serializers.map((path) => path.slice(0, -1))].some((path) => isPath(origin.path, path));
  });
}

/** Does a function not tell by itself what it is handed? It does where the parameter's own name says so. */
export const isNewsTo = ({ params }: FunctionNode, handed: readonly (Kind | null)[]): boolean =>
  handed.some((kind, index) => isNews(kind, params[index]));

function isNews(kind: Kind | null, given: TSESTree.Parameter | undefined): boolean {
  if (kind === null || !given) return false;
  const parameter = given.type === 'TSParameterProperty' ? given.parameter : given;
  if (kind === 'session' || kind === 'application' || parameter.type !== 'Identifier') return true;
  return !(kind === 'request' ? isRequestName : isResponseName)(parameter.name);
}
