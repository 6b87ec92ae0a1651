import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { definitionOf, functionNamed, valueBehind, variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isFunction } from '../../ast/functions';
import { isSameFile } from '../../ast/source-of';
import { staticName, staticString } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { functionCalledBy, importedFunction } from '../dataflow/imported-function';
import { importedValue } from '../dataflow/imported-value';
import { keyOf, queryIn } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { fileHolding, oncePerFile } from '../file/file-context';
import { isPath } from '../file/origin';
import type { PassedOn } from './callback-use';
import { callsOfParameter, passedOnIn } from './callback-use';
import { literalWrites } from './literal-use';
import type { SessionObject } from './session-object';
import type { SessionUse } from './session-use';

/**
 * What the strategies of a file hand to `done`, where its serializer passes on what it is given:
 * `passport.use(new Strategy({}, (token, refresh, profile, done) => done(null, { profile, token })))`. Where the file
 * is looked at from that of the serializer, also what a strategy hands on that is used there.
 */
export function strategyUsesIn(file: FileContext): SessionUse[] {
  const { entry } = file;
  const from = entry ? strategiesElsewhere(entry.from).filter(({ fn }) => fn === entry.fn) : [];
  const own = wholesIn(file).flatMap((passedOn) =>
    strategiesOf(passedOn, file).flatMap((one) => (one.node ? [] : { fn: one.fn, passedOn })),
  );
  return [...own, ...from].flatMap(({ fn, passedOn }) => {
    const argument = factOf(passedOn)?.argument ?? 0;
    const users = callsOfParameter(fn, fn.params.length - 1, file).flatMap((done) => done.arguments[argument] ?? []);
    return users.flatMap((user) => [
      ...literalWrites(user, [], passedOn.session, file),
      ...memberWrites(user, passedOn.session, file),
    ]);
  });
}

/** The callback of a strategy in another file. */
interface StrategyElsewhere {
  fn: FunctionNode;
  /** The call or import of this file that leads there. */
  node: TSESTree.Node;
  /** The serializer of this file that gets its users. */
  passedOn: PassedOn;
}

/** Every strategy of other files that is used where the serializer of this one is, as far as this one leads there. */
export const strategiesElsewhere = oncePerFile((file: FileContext): readonly StrategyElsewhere[] =>
  file.others
    ? wholesIn(file).flatMap((passedOn) => [
        ...strategiesOf(passedOn, file).flatMap(({ fn, node }) => (node ? { fn, node, passedOn } : [])),
        ...strategiesBeside(passedOn, file),
      ])
    : [],
);

const wholesIn = oncePerFile((file: FileContext) => passedOnIn(file).filter((one) => isPassedWhole(one, file)));

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

/** The callback of a strategy, and the expression of this file that leads there, where it stands in another one. */
interface Strategy {
  fn: FunctionNode;
  node: TSESTree.Node | null;
}

/** The callbacks of the strategies that the object of a serializer is given. */
function strategiesOf(passedOn: PassedOn, file: FileContext): Strategy[] {
  const { parent: call } = passedOn.fn;
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  const object = callee?.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const method = factOf(passedOn)?.madeBy;
  return method !== undefined && object?.type === 'Identifier' ? givenTo(object, method, null, file) : [];
}

/**
 * The strategies that an object is given, under its name and as a parameter of the functions that it is handed to.
 * @param by the call of this file that handed it to another one
 */
function givenTo(
  name: TSESTree.Identifier,
  method: string,
  by: TSESTree.CallExpression | null,
  file: FileContext,
): Strategy[] {
  return (variableOf(name, file.sourceCode)?.references ?? []).flatMap(({ identifier }) => {
    const whole = outermost(identifier as TSESTree.Node);
    const { parent } = whole;
    if (parent?.type === 'MemberExpression') {
      const use = staticName(parent) === method ? parent.parent : undefined;
      const strategy = use?.type === 'CallExpression' && use.callee === parent ? use.arguments.at(-1) : undefined;
      const fn = strategy ? verifierOf(strategy, file) : null;
      if (!use || !fn) return [];
      return [{ fn, node: by ?? (isSameFile(fn, use) ? null : use) }];
    }
    if (by || parent?.type !== 'CallExpression' || parent.callee === whole) return [];
    const fn = functionCalledBy(parent, queryIn(file));
    const parameter = fn?.params[parent.arguments.indexOf(whole as TSESTree.Expression)];
    if (!fn || parameter?.type !== 'Identifier') return [];
    return givenTo(parameter, method, parent, file).map((one) =>
      isSameFile(fn, whole) ? { ...one, node: null } : one,
    );
  });
}

/** The last argument of `new Strategy(options, verify)`, also under a name, and of another file. */
function verifierOf(strategy: TSESTree.Node, from: FileContext): FunctionNode | null {
  const own = valueBehind(strategy, from.sourceCode);
  const made = own.type === 'NewExpression' ? own : (importedValue(own, [], queryIn(from))?.node ?? own);
  const file = fileHolding(made, from);
  const value = valueBehind(made, file.sourceCode);
  const last = value.type === 'NewExpression' ? value.arguments.at(-1) : undefined;
  const verify = last && unwrap(last);
  if (!verify || isFunction(verify)) return verify ?? null;
  const named = verify.type === 'Identifier' ? functionNamed(verify, file.sourceCode) : null;
  return named ?? importedFunction(verify, queryIn(file));
}

/** `import './strategies/google'`, where that gives a strategy to the same object of the library. */
function strategiesBeside(passedOn: PassedOn, file: FileContext): StrategyElsewhere[] {
  const method = factOf(passedOn)?.madeBy;
  return file.sourceCode.ast.body.flatMap((node) => {
    const specifier = specifierOf(node);
    const other = specifier === undefined ? null : file.others?.fileAt(specifier, file);
    return (other?.nodes.calls ?? []).flatMap((call) => {
      const callee = unwrap(call.callee);
      const [last] = call.arguments.slice(-1);
      if (!other || !last || callee.type !== 'MemberExpression' || staticName(callee) !== method) return [];
      const origin = other.originOf(callee.object);
      const isIts = origin && factOf(passedOn)?.exports?.some((path) => isPath(origin.path, path.slice(0, -1)));
      const isOfLibrary = isIts && other.librariesOf(origin).includes(passedOn.session.facts[0]?.library as never);
      const fn = isOfLibrary ? verifierOf(last, other) : null;
      return fn ? [{ fn, node, passedOn }] : [];
    });
  });
}

/** `import './a'`, `require('./a')` as a statement of its own. */
function specifierOf(statement: TSESTree.ProgramStatement): string | undefined {
  if (statement.type === 'ImportDeclaration')
    return statement.specifiers.length === 0 ? statement.source.value : undefined;
  const call = statement.type === 'ExpressionStatement' ? statement.expression : null;
  const isLoaded =
    call?.type === 'CallExpression' && call.callee.type === 'Identifier' && call.callee.name === 'require';
  return isLoaded ? staticString(call.arguments[0]) : undefined;
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
