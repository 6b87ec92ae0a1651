import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../ast/static-name';
import type { Library, SessionFact } from '../libraries/types';
import type { File } from './file';
import type { Fact } from './known-libraries';
import { isInUse } from './session-storage';
import type { Body } from './session-type';
import { bodiesOf } from './session-type';

/** What the interfaces say that a library has its users extend: `declare module 'express-session' { interface SessionData {…} }`. */
export function augmentedIn(file: File): Body[] {
  return interfacesBelow(file.sourceCode.ast.body, []).flatMap(({ declaration, module, names }) => {
    if (module === undefined && names.length < 2) return [];
    const members = declaration.body.body;
    return interfacesNamed(names.join('.'), module, file).flatMap(({ member, ...fact }): Body[] => {
      if (member === undefined) return [{ members, facts: [fact], isShared: false }];
      // Anybody may call something of an own a session there.
      return isInUse(fact.library, file) ? members.flatMap((one) => sessionIn(one, member, fact, file)) : [];
    });
  });
}

interface Augmented {
  declaration: TSESTree.TSInterfaceDeclaration;
  /** What `declare module` names. */
  module: string | undefined;
  /** Of its namespaces, the outermost first, and its own. */
  names: readonly string[];
}

function interfacesBelow(statements: readonly TSESTree.Node[], namespaces: readonly string[], module?: string): Augmented[] {
  return statements.flatMap((statement): Augmented[] => {
    const node = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
    if (node.type === 'TSInterfaceDeclaration') return [{ declaration: node, module, names: [...namespaces, node.id.name] }];
    if (node.type !== 'TSModuleDeclaration' || !node.body) return [];
    if (node.id.type === 'Literal') return interfacesBelow(node.body.body, namespaces, node.id.value);
    const own = node.kind === 'global' ? [] : namesOf(node.id);
    return interfacesBelow(node.body.body, [...namespaces, ...own], module);
  });
}

const namesOf = (name: TSESTree.EntityName): string[] =>
  name.type === 'Identifier' ? [name.name] : name.type === 'TSQualifiedName' ? [...namesOf(name.left), name.right.name] : [];

/** The facts that name an interface as the one users extend: by its module, or by its namespace. */
function interfacesNamed(name: string, module: string | undefined, file: File): (Fact<SessionFact> & { member: string | undefined })[] {
  const isIts = (own: string, { module: main, specifiers = [] }: Library): boolean =>
    module === undefined || own === module || (own === main && specifiers.includes(module));
  return file.libraries.all.flatMap((library) =>
    (library.sessions ?? []).flatMap((fact) =>
      (fact.interfaces ?? []).filter((one) => one.name === name && isIts(one.module, library)).map(({ member }) => ({ library, fact, member })),
    ),
  );
}

/** What a member of a wider interface says of the session, written in place or under a name of this file. */
function sessionIn(member: TSESTree.TypeElement, name: string, fact: Fact<SessionFact>, file: File): Body[] {
  if (member.type !== 'TSPropertySignature' || staticName(member) !== name || !member.typeAnnotation) return [];
  const type = member.typeAnnotation.typeAnnotation;
  const types = type.type === 'TSUnionType' ? type.types : [type];
  return types.flatMap((one) => bodiesOf(one, [fact], file));
}
