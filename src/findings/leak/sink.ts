import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../../ast/functions';
import { functionAround } from '../../ast/functions';
import { routedBy } from '../../ast/routing';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import type { HandlerFact, ResponseFact } from '../../libraries/types';
import { leakIndexOf } from '../../model/facts/leak-index';
import type { FileContext } from '../../model/file/file-context';
import type { Fact } from '../../model/facts/known-libraries';
import { handedAs } from '../../model/file/handed-parameter';
import { isWithin } from '../../model/file/imports';
import { isLogCall } from './logger';
import { isChain } from '../../model/file/member-chain';
import { isPath } from '../../model/file/origin';
import type { SessionObject } from '../../model/session/session-object';

/** A place where a value leaves the program: into a log, or in answer to a request. */
export interface Sink {
  as: 'log' | ResponseFact['as'];
  /** The call, assignment or `return` by which it leaves. */
  node: TSESTree.Node;
  /** What a message calls it: `res.json`. */
  by: string;
}

/**
 * The exit a value goes into at the very place it stands.
 * @param value without what its wrappers add: the parent is what decides
 * @param session the session it is of, for handlers that send the sessions of their own library
 */
export function sinkAt(value: TSESTree.Node, session: SessionObject | null, file: FileContext): Sink | null {
  const { parent } = value;
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression': {
      const index = (parent.arguments as TSESTree.Node[]).indexOf(value);
      if (index < 0) return null;
      if (parent.type === 'CallExpression' && isLogCall(parent, file)) return exit('log', parent, parent.callee, file);
      const as = responseBy(parent.callee, parent.type === 'NewExpression', index, file);
      return as && exit(as, parent, parent.callee, file);
    }
    case 'AssignmentExpression': {
      if (parent.right !== value || parent.left.type !== 'MemberExpression') return null;
      const as = responseBy(parent.left, false, 0, file);
      return as && exit(as, parent, parent.left, file);
    }
    case 'ReturnStatement': {
      const fn = functionAround(parent);
      return fn && sentBy(fn, parent, session, file);
    }
    case 'ArrowFunctionExpression':
      return parent.body === value ? sentBy(parent, value, session, file) : null;
    default:
      return null;
  }
}

/** A callee is quoted as it is written, where that is short enough to be read. */
function exit(as: Sink['as'], node: TSESTree.Node, callee: TSESTree.Node, file: FileContext): Sink {
  const text = file.textOf(callee);
  const member = unwrap(callee);
  const isShort = text.length <= 40 && !text.includes('\n');
  return { as, node, by: isShort ? text : (member.type === 'MemberExpression' && staticName(member)) || 'this call' };
}

function responseBy(
  callee: TSESTree.Node,
  isNew: boolean,
  index: number,
  file: FileContext,
): ResponseFact['as'] | null {
  const isGiven = ({ argument }: ResponseFact): boolean => argument === undefined || argument === index;
  const origin = file.originOf(callee);
  if (origin) {
    const facts = file.librariesOf(origin).flatMap(({ responses = [] }) => responses);
    return facts.find((fact) => isGiven(fact) && fact.exports?.some((path) => isPath(origin.path, path)))?.as ?? null;
  }
  const node = unwrap(callee);
  const last =
    node.type === 'MemberExpression' ? staticName(node) : node.type === 'Identifier' && isNew ? node.name : undefined;
  const candidates = leakIndexOf(file.libraries).responses.get(last ?? '') ?? [];
  return (
    candidates.find(({ fact, names }) => isGiven(fact) && isChain(node, names, file, { isFluent: true }))?.fact.as ??
    null
  );
}

/** What a function returns, where that is what a framework sends. */
function sentBy(fn: FunctionNode, node: TSESTree.Node, session: SessionObject | null, file: FileContext): Sink | null {
  const facts = leakIndexOf(file.libraries).handlers;
  if (!facts.some((fact) => isHandler(fn, fact, session, file))) return null;
  const isRendered = decoratorsOf(fn).some(
    (decorator) => decorator.type === 'CallExpression' && /\bRender$/.test(file.textOf(decorator.callee)),
  );
  return { as: isRendered ? 'page' : 'body', node, by: 'return' };
}

function isHandler(
  fn: FunctionNode,
  { library, fact }: Fact<HandlerFact>,
  session: SessionObject | null,
  file: FileContext,
): boolean {
  if (fact.secondParameter !== undefined) {
    const second = fn.params[1];
    if (handedAs(fn, 1, file).includes(fact.secondParameter)) return true;
    return second?.type === 'Identifier' && second.name === fact.secondParameter && isRouted(fn);
  }
  if (fact.exported) {
    const isOwn = fact.within
      ? isWithin(fact.within, file)
      : session?.isShared === false && session.facts.some((one) => one.library === library);
    return isOwn && fact.exported.includes(exportedName(fn) ?? '');
  }
  return isDecorated(fn, fact, file);
}

/** `app.get('/', (request, reply) => …)`, `{ handler: (request, h) => … }`. */
const isRouted = (fn: FunctionNode): boolean =>
  fn.parent.type === 'Property' ? staticName(fn.parent) === 'handler' : routedBy(fn) !== null;

/** `export const loader = () => {}`, `export async function loader() {}`. */
function exportedName(fn: FunctionNode): string | undefined {
  const { parent } = outermost(fn);
  const declarator = parent?.type === 'VariableDeclarator' ? parent : undefined;
  const declaration = declarator?.parent ?? fn;
  if (declaration.parent?.type !== 'ExportNamedDeclaration') return undefined;
  const name = declarator ? declarator.id : fn.id;
  return name?.type === 'Identifier' ? name.name : undefined;
}

const decoratorsOf = ({ parent }: FunctionNode): TSESTree.Expression[] =>
  parent.type === 'MethodDefinition' ? (parent.decorators ?? []).map(({ expression }) => expression) : [];

/** A method with one of the decorators, of which no parameter is the response itself: that one answers by hand. */
function isDecorated(fn: FunctionNode, { decorators = [] }: HandlerFact, file: FileContext): boolean {
  const originOf = (expression: TSESTree.Expression) =>
    file.originOf(expression.type === 'CallExpression' ? expression.callee : expression);
  const isOne = decoratorsOf(fn).some((expression) => {
    const origin = originOf(expression);
    return (
      origin !== null && file.librariesOf(origin).length > 0 && decorators.some((path) => isPath(origin.path, path))
    );
  });
  return (
    isOne &&
    !fn.params.some(
      (parameter) =>
        'decorators' in parameter &&
        parameter.decorators?.some(({ expression }) => /^Res/.test(originOf(expression)?.path[0] ?? '')),
    )
  );
}
