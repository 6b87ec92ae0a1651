import type { TSESTree } from '@typescript-eslint/utils';
import { routingOf } from '../../ast/routing';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';

/** Where requests go to: a path, and a method in lower case, which is empty for all of them. */
export interface Route {
  path: string;
  method: string;
}

/** `app.post('/login', …)`, `router.route('/login').post(…)`: null for every other call. */
export function routeOfCall(call: TSESTree.CallExpression, file: FileContext): Route | null {
  const callee = unwrap(call.callee);
  const routing = routingOf(call);
  if (callee.type !== 'MemberExpression' || !routing) return null;
  const path = pathIn(call.arguments[0], file) ?? pathOfChain(callee.object, file);
  if (path === undefined) return null;
  return {
    path: path === '/' ? baseName(file) : path,
    method: routing.isMount || routing.method === 'all' ? '' : routing.method,
  };
}

/** A path that is written here, or the first of a list of them; one that comes from elsewhere goes by its name. */
function pathIn(node: TSESTree.Node | undefined, file: FileContext): string | undefined {
  const first = node?.type === 'ArrayExpression' ? node.elements[0] : node;
  if (!first) return undefined;
  const value = constantOf(first, file)?.value;
  return typeof value === 'string' ? value : pathName(unwrap(first));
}

/** `loginPath`, `routes.login`: a value of other names may be a handler. */
function pathName(node: TSESTree.Node): string | undefined {
  const names: string[] = [];
  for (let current = node; ; current = unwrap(current.object)) {
    if (current.type === 'Identifier') names.push(current.name);
    if (current.type === 'MemberExpression') names.push(staticName(current) ?? '');
    if (current.type !== 'MemberExpression') break;
  }
  return names.some((name) => /(?:path|route|url|uri|endpoint)s?$/i.test(name)) ? names[0] : undefined;
}

/** `router.route('/login').get(…).post(…)`. */
function pathOfChain(object: TSESTree.Node, file: FileContext): string | undefined {
  for (let node = unwrap(object); node.type === 'CallExpression';) {
    const callee = unwrap(node.callee);
    if (callee.type !== 'MemberExpression') return undefined;
    if (staticName(callee) === 'route') return pathIn(node.arguments[0], file);
    node = unwrap(callee.object);
  }
  return undefined;
}

/** The route an object names whose handler a property is: `{ method: 'POST', path: '/login', handler }`. */
export function routeOfObject(
  property: TSESTree.Property,
  file: FileContext,
): { route: Route; object: TSESTree.ObjectExpression } | null {
  for (let current = property; /^(?:handler|config|options)$/.test(staticName(current) ?? '');) {
    const object = current.parent;
    if (object.type !== 'ObjectExpression') return null;
    const path = textAt(object, ['path', 'url'], file);
    if (path !== undefined)
      return { route: { path, method: textAt(object, ['method'], file)?.toLowerCase() ?? '' }, object };
    if (object.parent.type !== 'Property') return null;
    current = object.parent;
  }
  return null;
}

function textAt(object: TSESTree.ObjectExpression, keys: readonly string[], file: FileContext): string | undefined {
  for (const property of object.properties) {
    if (property.type !== 'Property' || !keys.includes(staticName(property) ?? '')) continue;
    const value = constantOf(property.value, file)?.value;
    if (typeof value === 'string') return value;
  }
  return undefined;
}

const decorating = /^(?:Get|Post|Put|Patch|Delete|All)$/;

/** `@Post('login')` at a method of a class that is `@Controller('auth')`. */
export function routesOfMethod(
  method: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
  textOf: (node: TSESTree.Node) => unknown,
): Route[] {
  const prefix = (method.parent.parent.decorators ?? []).flatMap((one) =>
    decoratorOf(one, /^(?:\w*Controller|Route)$/, textOf),
  );
  return (method.decorators ?? []).flatMap((one) =>
    decoratorOf(one, decorating, textOf).map(({ name, path }) => ({
      path: `${prefix[0]?.path ?? ''}/${path}`,
      method: name === 'All' ? '' : name.toLowerCase(),
    })),
  );
}

function decoratorOf(
  { expression }: TSESTree.Decorator,
  wanted: RegExp,
  textOf: (node: TSESTree.Node) => unknown,
): { name: string; path: string }[] {
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier') return [];
  const { name } = expression.callee;
  if (!wanted.test(name)) return [];
  const [argument] = expression.arguments;
  const path = argument ? textOf(argument) : '';
  return [{ name, path: typeof path === 'string' ? path : '' }];
}

/** Exports that frameworks with routes of files call, and the method they answer. */
const exported = new Map([
  ['GET', 'get'],
  ['POST', 'post'],
  ['PUT', 'put'],
  ['PATCH', 'patch'],
  ['DELETE', 'delete'],
  ['action', 'post'],
  ['loader', 'get'],
  ['default', ''],
]);

/** The route of an export where files are routes: `POST` of `app/api/login/route.ts`. */
export function routesOfFile(name: string, file: FileContext): Route[] {
  const method = exported.get(name);
  return method === undefined ? [] : [{ path: ownPath(file), method }];
}

/** The last folders and the name of a file, as a path: `api/login` for `pages/api/login.post.ts`. */
function ownPath(file: FileContext): string {
  const folders = file.filename.split(/[/\\]/).slice(-3, -1);
  const name = baseName(file);
  return (/^(?:\+?(?:page|server|route|index)|default)$/.test(name) ? folders : [...folders.slice(-1), name]).join('/');
}

/** `login` for `routes/login.js`, where a router's `/` is the path it is mounted at. */
const baseName = ({ filename }: FileContext): string => filename.split(/[/\\]/).at(-1)?.split('.')[0] ?? '';
