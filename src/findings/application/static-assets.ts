import type { TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../../ast/definition';
import { isFunction, statementsOf } from '../../ast/functions';
import { staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { Application, MethodCall } from './application';
import { applicationsIn } from './application';
import { codeOf } from './code-text';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { isPath } from '../../model/file/origin';

/** Static files that are served with a session. */
export interface StaticFiles {
  application: Application;
  /** The middleware or plugin that serves them. */
  node: TSESTree.Node;
  /** The call that adds it. */
  added: TSESTree.CallExpression;
}

/** Middleware that lets not everybody through: files behind it may be nobody else's business. */
const guarding =
  /auth|login|logged|guard|protect|requir(?:e[A-Z_]|ing)|ensure|restrict|admin|role|permission|member|session\.user|req\.user/i;

/** What brings a login back from a session, and lets everybody through. */
const restoring = /\bpassport\.(?:initialize|session)\b|\bauthenticate\(['"]session['"]/g;

/** Where a file adds static files to an application behind its session, with nothing in between that guards them. */
export const sessionedFilesIn = oncePerFile((file: FileContext): readonly StaticFiles[] =>
  applicationsIn(file).flatMap((application) => {
    const { fact, calls, added: session, setup } = application;
    if (setup.fact.opensOnUse && setup.storage() !== 'server') return [];
    const adds = calls.filter(({ method }) => fact.adds.includes(method));
    const scope = staticString(session.arguments[0]) ?? '/';
    const from = adds.findIndex(({ call }) => call === session);
    const behind = fact.isOrdered ? adds.slice(from + 1) : adds;
    return behind.flatMap(({ call }, index): StaticFiles[] => {
      const served = servedBy(call, scope, file);
      const isGuarded = behind.slice(0, index).some((one) => guards(one, file));
      const isAlike = blockOf(call) === blockOf(session);
      return served && !isGuarded && isAlike ? [{ application, node: served, added: call }] : [];
    });
  }),
);

/** Are two calls reached together? Only then does one certainly come before the other. */
function blockOf(node: TSESTree.Node): TSESTree.Node | undefined {
  let current: TSESTree.Node | undefined = node;
  while (current && current.type !== 'BlockStatement' && current.type !== 'Program') current = current.parent;
  return current;
}

/** The one thing a call adds below the session's path, when that serves files. */
function servedBy(call: TSESTree.CallExpression, scope: string, file: FileContext): TSESTree.Node | null {
  const [first, second] = call.arguments;
  const path = first ? staticString(first) : undefined;
  const one = path === undefined ? first : second;
  const others = call.arguments.length - (path === undefined ? 1 : 2);
  if (!one || !isBelow(path ?? '/', scope)) return null;
  // A plugin is followed by its options, a middleware by more of its kind.
  const isPlugin = unwrap(one).type === 'Identifier' && others === 1;
  if (others > 0 && !isPlugin) return null;
  const origin = file.originOf(one);
  if (!origin) return null;
  const isStatic = file
    .librariesOf(origin)
    .some(({ staticFiles = [] }) => staticFiles.some((way) => isPath(origin.path, way)));
  return isStatic ? one : null;
}

const isBelow = (path: string, scope: string): boolean => `${path}/`.startsWith(scope === '/' ? '/' : `${scope}/`);

function guards({ call }: MethodCall, file: FileContext): boolean {
  const text = call.arguments
    .filter((argument) => !letsEverybodyPass(argument))
    .map((argument) => codeOf(file).slice(...argument.range))
    .join();
  return guarding.test(text.replace(restoring, ''));
}

/** `(req, res, next) => { res.locals.user = req.user; next(); }`: it always comes to its end, and hands on there. */
function letsEverybodyPass(middleware: TSESTree.Node): boolean {
  if (!isFunction(middleware) || middleware.body.type !== 'BlockStatement') return false;
  const [next] = middleware.params.slice(2);
  const last = middleware.body.body.at(-1);
  const call =
    last?.type === 'ReturnStatement' ? last.argument : last?.type === 'ExpressionStatement' && last.expression;
  if (!call || call.type !== 'CallExpression' || call.arguments.length > 0) return false;
  const { callee } = call;
  if (next?.type !== 'Identifier' || callee.type !== 'Identifier' || callee.name !== next.name) return false;
  return !statementsOf(middleware).some((one) => one !== last && /^(?:Return|Throw)Statement$/.test(one.type));
}

/**
 * Can the statement that adds the files stand before the one that adds the session, all else being equal: alone on its
 * lines, nothing it uses defined in between?
 * @returns the two statements; null when the move is not certain to keep the program as it is
 */
export function movedBefore(
  { application, added }: StaticFiles,
  file: FileContext,
): [moved: TSESTree.Node, before: TSESTree.Node] | null {
  const [moved, before] = [statementOf(added), statementOf(application.added)];
  if (!application.fact.isOrdered || !moved || !before || moved.parent !== before.parent || moved === before)
    return null;
  const uses = application.calls.filter(
    ({ call }) => call.range[0] > before.range[0] && call.range[1] < moved.range[0],
  );
  // A route in between may answer for the path of a file.
  if (uses.some(({ method }) => !application.fact.adds.includes(method))) return null;
  const names = file.sourceCode.getTokens(moved).filter(({ type }) => (type as string) === 'Identifier');
  const isReady = names.every(({ value }) => !isDefinedBetween(value, before, moved, file));
  return isReady ? [moved, before] : null;
}

function statementOf(call: TSESTree.CallExpression): TSESTree.Node | null {
  const { parent } = call;
  return parent.type === 'ExpressionStatement' ? parent : null;
}

function isDefinedBetween(name: string, from: TSESTree.Node, to: TSESTree.Node, file: FileContext): boolean {
  const variable = variableOf({ name, range: to.range, type: 'Identifier' } as TSESTree.Identifier, file.sourceCode);
  if (!variable || definitionOf(variable)?.type === 'import') return false;
  return variable.defs.some(({ name: { range } }) => range[0] > from.range[0] && range[1] < to.range[0]);
}
