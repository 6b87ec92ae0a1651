import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import type { SessionFact } from '../../libraries/types';
import type { Fact } from '../../model/facts/known-libraries';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { isPath } from '../../model/file/origin';
import { originOfType } from '../../model/file/type-origin';
import type { SecretKey } from '../../model/secret/secrecy';
import { secretKeyIn } from '../../model/secret/secrecy';
import { typeFactsOf } from '../../model/session/session-facts';
import { isClientVisible } from '../../model/session/session-object';
import { setupsIn } from '../../model/setup/session-setup';
import { augmentedIn } from './augmented-interface';
import type { Body } from './type-members';
import { argumentsOf, bodiesOf, isUsedElsewhere, named } from './type-members';

/** A member of a session's type that is the name of a secret. */
export interface SecretMember {
  key: SecretKey;
  /** From the session down: `['user', 'token']`. */
  keys: readonly string[];
  node: TSESTree.TSPropertySignature;
  /** The names of all that stands beside it. */
  siblings: ReadonlySet<string>;
  /** Does the library hand this session to scripts in the browser? */
  isHandedOver: boolean;
  /** True when the type is used for more than the session, as far as the file shows. */
  isShared: boolean;
}

/** Every secret member of a type of session data in a file, by names that settle it. */
export const secretMembersIn = oncePerFile((file: FileContext): readonly SecretMember[] => {
  const found = new Map<TSESTree.Node, SecretMember>();
  for (const body of bodiesIn(file)) {
    for (const member of secretsOf(body, [], file)) if (!found.has(member.node)) found.set(member.node, member);
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
});

function secretsOf(body: Body, above: readonly string[], file: FileContext): SecretMember[] {
  const properties = body.members.flatMap((node) =>
    node.type === 'TSPropertySignature' ? [{ node, name: staticName(node) }] : [],
  );
  const siblings = new Set(properties.flatMap(({ name }) => name ?? []));
  return properties.flatMap(({ node, name }) => {
    if (name === undefined || (above.length === 0 && isSealed(name, body))) return [];
    const keys = [...above, name];
    const key = secretKeyIn(keys, file);
    const type = node.typeAnnotation?.typeAnnotation;
    if (key?.isCertain) {
      if (type && isHarmless(type)) return [];
      return [
        {
          key,
          keys,
          node,
          siblings,
          isShared: body.isShared,
          isHandedOver: isClientVisible({ facts: body.facts, isShared: false }),
        },
      ];
    }
    return literalsIn(type).flatMap(({ members }) => secretsOf({ ...body, members }, keys, file));
  });
}

/** Below a key that stays on the server, unlike its neighbours. */
const isSealed = (name: string, { facts }: Body): boolean => facts.some(({ fact }) => fact.sealed?.includes(name));

const literalsIn = (type: TSESTree.TypeNode | undefined): TSESTree.TSTypeLiteral[] =>
  type?.type === 'TSTypeLiteral'
    ? [type]
    : type?.type === 'TSUnionType' || type?.type === 'TSIntersectionType'
      ? type.types.flatMap(literalsIn)
      : [];

/** A flag, a number, a time, a function: whatever it is called, no secret. */
function isHarmless(type: TSESTree.TypeNode): boolean {
  switch (type.type) {
    case 'TSBooleanKeyword':
    case 'TSNumberKeyword':
    case 'TSBigIntKeyword':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSNeverKeyword':
    case 'TSFunctionType':
      return true;
    case 'TSLiteralType':
      return (
        type.literal.type !== 'TemplateLiteral' && 'value' in type.literal && typeof type.literal.value !== 'string'
      );
    case 'TSTypeReference':
      return type.typeName.type === 'Identifier' && type.typeName.name === 'Date';
    case 'TSUnionType':
      return type.types.every(isHarmless);
    default:
      return false;
  }
}

/**
 * Every type that says what a session holds: augmented interfaces, what extends or adds to a session's type, type
 * arguments.
 */
function bodiesIn(file: FileContext): Body[] {
  const fromTypes = file.nodes.types.flatMap((node): Body[] => {
    if (node.type === 'TSInterfaceDeclaration') return [];
    if (node.type === 'TSInterfaceHeritage') {
      const facts = node.expression.type === 'Identifier' ? typeFactsOf(file.originOf(node.expression), file) : [];
      const declaration = node.parent as TSESTree.Node;
      return facts.length > 0 && declaration.type === 'TSInterfaceDeclaration' ? named(declaration, facts, file) : [];
    }
    const facts = typeFactsOf(originOfType(node.typeName, file), file);
    if (facts.length === 0) return [];
    const { parent } = node;
    const beside = parent.type === 'TSIntersectionType' ? parent.types.filter((one) => one !== node) : [];
    return [...argumentsOf(node), ...beside].flatMap((type) => bodiesOf(type, facts, file));
  });
  const fromCalls = file.nodes.calls.flatMap((call) => {
    if (argumentsOf(call).length === 0) return [];
    const facts = factsOfCall(call, file);
    return facts.length > 0 ? argumentsOf(call).flatMap((type) => bodiesOf(type, facts, file)) : [];
  });
  return [...augmentedIn(file), ...fromTypes, ...fromCalls, ...besideSetups(file)];
}

/**
 * `export interface SessionData {…}` in the file that sets the session up: other files give it to `getIronSession`, as
 * the documentation of iron-session does.
 */
function besideSetups(file: FileContext): Body[] {
  const facts = setupsIn(file).flatMap(({ library }) =>
    (library.sessions ?? [])
      .filter(({ exports = [], storage }) => exports.length > 0 && storage !== 'browser')
      .map((fact) => ({ library, fact })),
  );
  if (facts.length === 0) return [];
  return file.sourceCode.ast.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    const isType = declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration';
    if (!isType || !/Session(?:Data)?$/.test(declaration.id.name)) return [];
    const variable = variableOf(declaration.id, file.sourceCode);
    const isShared = variable !== null && isUsedElsewhere(variable, file);
    if (declaration.type === 'TSInterfaceDeclaration') return [{ members: declaration.body.body, facts, isShared }];
    return bodiesOf(declaration.typeAnnotation, facts, file).map((body) => ({ ...body, isShared }));
  });
}

/**
 * Facts of the sessions that a call gives, or that what it gives will give: `getIronSession<T>`,
 * `createCookieSessionStorage<T>`.
 */
function factsOfCall(call: TSESTree.CallExpression | TSESTree.NewExpression, file: FileContext): Fact<SessionFact>[] {
  const origin = file.originOf(call.callee);
  if (!origin) return [];
  const way = [...origin.path, '()'];
  return file
    .librariesOf(origin)
    .flatMap((library) =>
      (library.sessions ?? [])
        .filter(({ exports = [] }) =>
          exports.some((path) => path.length >= way.length && isPath(way, path.slice(0, way.length))),
        )
        .map((fact) => ({ library, fact })),
    );
}
