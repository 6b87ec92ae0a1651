import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { definitionOf, functionNamed, valueBehind, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isFunction } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { keyOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import type { PassedOn } from './callback-use';
import { callsOfParameter, passedOnIn } from './callback-use';
import { literalWrites } from './literal-use';
import type { SessionObject } from './session-object';
import type { SessionUse } from './session-use';

/**
 * What the strategies of a file hand to `done`, where its serializer passes on what it is given:
 * `passport.use(new Strategy({}, (token, refresh, profile, done) => done(null, { profile, token })))`.
 */
export function strategyUsesIn(file: FileContext): SessionUse[] {
  return passedOnIn(file).flatMap((passedOn) => {
    if (!isPassedWhole(passedOn, file)) return [];
    const argument = factOf(passedOn)?.argument ?? 0;
    const users = verifiersBeside(passedOn, file).flatMap((fn) =>
      callsOfParameter(fn, fn.params.length - 1, file).flatMap((done) => done.arguments[argument] ?? []),
    );
    return users.flatMap((user) => [
      ...literalWrites(user, [], passedOn.session, file),
      ...memberWrites(user, passedOn.session, file),
    ]);
  });
}

const factOf = ({ session }: PassedOn) => session.facts[0]?.fact.passedOn;

/** `(user, done) => done(null, user)`, and nothing is taken away from the user before. */
function isPassedWhole({ fn, value }: PassedOn, file: FileContext): boolean {
  const user = unwrap(value);
  const variable = user.type === 'Identifier' ? variableOf(user, file.sourceCode) : null;
  const definition = definitionOf(variable);
  if (definition?.type !== 'parameter' || definition.fn !== fn || definition.path.length > 0) return false;
  return variable?.references.every(({ identifier }) => !isDeletedFrom(identifier as TSESTree.Node)) === true;
}

/** `delete user.token`. */
export function isDeletedFrom(name: TSESTree.Node): boolean {
  const { parent } = outermost(name);
  return (
    parent?.type === 'MemberExpression' &&
    parent.parent.type === 'UnaryExpression' &&
    parent.parent.operator === 'delete'
  );
}

/** The callbacks of the strategies that the object of a serializer is given. */
function verifiersBeside(passedOn: PassedOn, file: FileContext): FunctionNode[] {
  const method = factOf(passedOn)?.madeBy;
  const { parent: call } = passedOn.fn;
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  const object = callee?.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const variable = method !== undefined && object?.type === 'Identifier' ? variableOf(object, file.sourceCode) : null;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const member = outermost(identifier as TSESTree.Node).parent;
    if (member?.type !== 'MemberExpression' || staticName(member) !== method) return [];
    const use = member.parent;
    const strategy = use.type === 'CallExpression' && use.callee === member ? use.arguments.at(-1) : undefined;
    return strategy ? verifiersOf(strategy, file) : [];
  });
}

/** The last argument of `new Strategy(options, verify)`, also under a name. */
function verifiersOf(strategy: TSESTree.Node, file: FileContext): FunctionNode[] {
  const made = valueBehind(strategy, file.sourceCode);
  const last = made.type === 'NewExpression' ? made.arguments.at(-1) : undefined;
  const verify = last && unwrap(last);
  const fn = verify?.type === 'Identifier' ? (functionNamed(verify, file.sourceCode) ?? verify) : verify;
  return isFunction(fn) ? [fn] : [];
}

/** `user.token = token; done(null, user)`. */
function memberWrites(user: TSESTree.Node, session: SessionObject, file: FileContext): SessionUse[] {
  const name = unwrap(user);
  const variable: TSESLint.Scope.Variable | null =
    name.type === 'Identifier' ? variableOf(name, file.sourceCode) : null;
  return (variable?.references ?? []).flatMap(({ identifier }): SessionUse[] => {
    const node = outermost(identifier as TSESTree.Node).parent;
    if (node?.type !== 'MemberExpression' || node.object !== outermost(identifier as TSESTree.Node)) return [];
    const key = keyOf(node, file);
    const { parent } = node;
    if (key === undefined || parent.type !== 'AssignmentExpression' || parent.left !== node || parent.operator !== '=')
      return [];
    const access = { form: 'member', members: [node] } as const;
    return [{ kind: 'write', session, keys: [key], access, node, value: parent.right, isWrittenElsewhere: true }];
  });
}
