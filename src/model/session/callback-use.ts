import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import type { FunctionNode } from '../../ast/functions';
import { isFunction, returnedBy } from '../../ast/functions';
import { variableOf } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import type { ExportPath, Library, SessionFact } from '../../libraries/types';
import { candidateCallsIn } from '../file/candidate-calls';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import type { Fact } from '../facts/known-libraries';
import { isChain } from '../file/member-chain';
import { isPath } from '../file/origin';
import { literalWrites } from './literal-use';
import type { SessionObject } from './session-object';
import { callbackOf } from './session-callback';
import type { SessionUse } from './session-use';

/**
 * Keys that reach a session although nothing is assigned to it: what a session callback returns, and what a serializer
 * passes on.
 */
export function handedOverIn(file: FileContext): SessionUse[] {
  return [
    ...returnedByCallbacks(file),
    ...passedOnIn(file).flatMap(({ value, session }) => literalWrites(value, [], session, file)),
    ...writtenByCalls(file),
  ];
}

/** `setUserSession(event, { user })`, `customSession(({ user }) => ({ user, token }))`. */
function writtenByCalls(file: FileContext): SessionUse[] {
  const { sessionWriters, writerNames } = file.libraries;
  if (sessionWriters.length === 0) return [];
  const hasWriter = (library: Library): boolean => sessionWriters.some((one) => one.library === library);
  return candidateCallsIn(file).flatMap((call) => {
    const name = calledName(call);
    const origin = file.originOf(call.callee);
    // Hardly any call is of a library that has such functions, or has their name.
    if (origin ? !file.librariesOf(origin).some(hasWriter) : !writerNames.has(name)) return [];
    const isKnown = call.callee.type === 'Identifier' && variableOf(call.callee, file.sourceCode)?.defs.length;
    return sessionWriters.flatMap((one) => {
      const { library, fact } = one;
      const isFrom = (paths: readonly ExportPath[] = []): boolean =>
        origin !== null &&
        file.librariesOf(origin).includes(library) &&
        paths.some((path) => isPath(origin.path, path));
      const writer = fact.writers?.find(
        ({ exports, unimported }) => isFrom(exports) || (!isKnown && !origin && unimported?.includes(name)),
      );
      const session = { facts: [one], isShared: false };
      const written = writer && call.arguments[writer.argument];
      if (written) return literalWrites(written, [], session, file);
      const [first] = call.arguments;
      return first && isFunction(first) && isFrom(fact.returned)
        ? returnedBy(first).flatMap((value) => literalWrites(value, [], session, file))
        : [];
    });
  });
}

/** `callbacks: { session: ({ session, token }) => ({ ...session, accessToken: token.accessToken }) }`. */
function returnedByCallbacks(file: FileContext): SessionUse[] {
  return file.nodes.properties.flatMap(({ value }) => {
    const session = isFunction(value) ? callbackOf(value, file) : null;
    return session ? returnedBy(value as FunctionNode).flatMap((one) => literalWrites(one, [], session, file)) : [];
  });
}

/** What a serializer of the file passes on, as it is written there. */
export interface PassedOn {
  fn: FunctionNode;
  value: TSESTree.Node;
  session: SessionObject;
}

/** `passport.serializeUser((user, done) => done(null, { … }))`, and the method of a class that does the same. */
export const passedOnIn = oncePerFile((file: FileContext): readonly PassedOn[] => {
  const { sessionHandovers } = file.libraries;
  if (sessionHandovers.length === 0) return [];
  return [
    ...candidateCallsIn(file).flatMap((call) => {
      const [callback] = call.arguments;
      const fn = callback && isFunction(callback) ? callback : undefined;
      return fn
        ? sessionHandovers
            .filter((one) => hasCallback(fn, one) && isHandover(call, one, file))
            .flatMap((one) => passedBy(fn, one, file))
        : [];
    }),
    ...file.nodes.expressions.flatMap((base) => {
      const { parent } = base;
      const isBase =
        (parent?.type === 'ClassDeclaration' || parent?.type === 'ClassExpression') && parent.superClass === base;
      return isBase
        ? sessionHandovers.flatMap((one) => methodsOf(parent, base, one, file).flatMap((fn) => passedBy(fn, one, file)))
        : [];
    }),
  ];
});

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

function isHandover(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  { library, fact }: Fact<SessionFact>,
  file: FileContext,
): boolean {
  const { exports = [], members = [] } = fact.passedOn ?? {};
  const origin = file.originOf(call.callee);
  if (origin) return file.librariesOf(origin).includes(library) && exports.some((path) => isPath(origin.path, path));
  return members.some((path) => isChain(call.callee, path.split('.'), file));
}

/** `class Serializer extends PassportSerializer { serializeUser(user, done) {…} }`, by what is extended. */
function methodsOf(
  made: ClassNode,
  base: TSESTree.Node,
  { library, fact }: Fact<SessionFact>,
  file: FileContext,
): FunctionNode[] {
  const { method } = fact.passedOn ?? {};
  const origin = method ? file.originOf(base) : null;
  const isIts =
    method &&
    origin &&
    file.librariesOf(origin).includes(library) &&
    method.of.some((path) => isPath(origin.path, path));
  if (!isIts) return [];
  return made.body.body.flatMap((member) => {
    const isOne = (member.type === 'MethodDefinition' || member.type === 'PropertyDefinition') && !member.static;
    return isOne && staticName(member) === method.name && isFunction(member.value) ? [member.value] : [];
  });
}

/** Is the last parameter of a function the one that the value is given to? */
const hasCallback = ({ params }: FunctionNode, { fact }: Fact<SessionFact>): boolean =>
  fact.passedOn?.callbackParameter === params.length - 1;

function passedBy(fn: FunctionNode, handover: Fact<SessionFact>, file: FileContext): PassedOn[] {
  if (!hasCallback(fn, handover)) return [];
  const argument = handover.fact.passedOn?.argument ?? 0;
  const session = { facts: [handover], isShared: true };
  return callsOfParameter(fn, fn.params.length - 1, file).flatMap((done) => {
    const value = done.arguments[argument];
    return value ? [{ fn, value, session }] : [];
  });
}

/** The calls of a parameter: what is handed on by `done(null, user)`. */
export function callsOfParameter(fn: FunctionNode, index: number, file: FileContext): TSESTree.CallExpression[] {
  const parameter = fn.params[index];
  const variable = parameter?.type === 'Identifier' ? variableOf(parameter, file.sourceCode) : null;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const call = (identifier as TSESTree.Node).parent;
    return call?.type === 'CallExpression' && call.callee === (identifier as TSESTree.Node) ? [call] : [];
  });
}
