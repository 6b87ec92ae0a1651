import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import type { SessionFact } from '../../libraries/types';
import type { Fact } from '../../model/facts/known-libraries';
import type { FileContext } from '../../model/file/file-context';
import { originOfType } from '../../model/file/type-origin';
import { typeFactsOf } from '../../model/session/session-facts';

/** Members of a type that says what a session holds. */
export interface Body {
  members: readonly TSESTree.TypeElement[];
  facts: readonly Fact<SessionFact>[];
  isShared: boolean;
}

export const argumentsOf = (node: {
  typeArguments?: TSESTree.TSTypeParameterInstantiation | undefined;
}): TSESTree.TypeNode[] => node.typeArguments?.params ?? [];

/** The members of a type: written in place, or under a name of this file. */
export function bodiesOf(
  type: TSESTree.TypeNode,
  facts: readonly Fact<SessionFact>[],
  file: FileContext,
  depth = 0,
): Body[] {
  if (depth > 5) return [];
  const again = (one: TSESTree.TypeNode): Body[] => bodiesOf(one, facts, file, depth + 1);
  switch (type.type) {
    case 'TSTypeLiteral':
      return [{ members: type.members, facts, isShared: false }];
    case 'TSIntersectionType':
      return type.types.flatMap(again);
    case 'TSTypeReference': {
      if (type.typeName.type !== 'Identifier') return [];
      if (/^(?:Partial|Required|Readonly)$/.test(type.typeName.name))
        return argumentsOf(type).slice(0, 1).flatMap(again);
      const variable = variableOf(type.typeName, file.sourceCode);
      const declaration =
        variable?.defs.length === 1 ? (variable.defs[0]?.node as TSESTree.Node | undefined) : undefined;
      if (declaration?.type === 'TSInterfaceDeclaration') return named(declaration, facts, file);
      if (declaration?.type !== 'TSTypeAliasDeclaration' || declaration.typeParameters) return [];
      const isShared = variable !== null && isUsedElsewhere(variable, file);
      return again(declaration.typeAnnotation).map((body) => ({ ...body, isShared: body.isShared || isShared }));
    }
    default:
      return [];
  }
}

export function named(
  declaration: TSESTree.TSInterfaceDeclaration,
  facts: readonly Fact<SessionFact>[],
  file: FileContext,
): Body[] {
  const variable = variableOf(declaration.id, file.sourceCode);
  return [{ members: declaration.body.body, facts, isShared: variable !== null && isUsedElsewhere(variable, file) }];
}

/** Anything but an export, a type argument or an assertion: a parameter or a constant that has the members, too. */
export function isUsedElsewhere({ references }: TSESLint.Scope.Variable, file: FileContext, depth = 0): boolean {
  if (depth > 5) return true;
  return references.some(({ identifier }) => {
    let node = (identifier as TSESTree.Node).parent;
    while (
      node?.type === 'TSTypeReference' ||
      node?.type === 'TSIntersectionType' ||
      node?.type === 'TSTypeParameterInstantiation'
    ) {
      node = node.parent;
    }
    switch (node?.type) {
      case 'ExportSpecifier':
      case 'CallExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        return false;
      case 'TSTypeAnnotation':
        return !isSessionType(node.typeAnnotation, file);
      case 'TSTypeAliasDeclaration': {
        const alias = variableOf(node.id, file.sourceCode);
        return !isSessionType(node.typeAnnotation, file) && (!alias || isUsedElsewhere(alias, file, depth + 1));
      }
      case 'TSInterfaceDeclaration':
      case 'TSInterfaceHeritage':
        return false;
      default:
        return true;
    }
  });
}

/** `IronSession<Data>`, `Promise<IronSession<Data>>`: the name is an argument of a session's type. */
function isSessionType(type: TSESTree.TypeNode, file: FileContext): boolean {
  if (type.type === 'TSIntersectionType') return type.types.some((one) => isSessionType(one, file));
  if (type.type !== 'TSTypeReference') return false;
  const own = typeFactsOf(originOfType(type.typeName, file), file).length > 0;
  return own || argumentsOf(type).some((one) => isSessionType(one, file));
}
