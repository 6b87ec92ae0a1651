import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import type { Library, SessionFact } from '../../libraries/types';
import { factIndexOf } from '../../model/facts/fact-index';
import type { FileContext } from '../../model/file/file-context';
import type { Fact } from '../../model/facts/known-libraries';
import { isInUse } from '../../model/file/library-in-use';
import type { Body } from './type-members';
import { bodiesOf } from './type-members';

/**
 * What the interfaces say that a library has its users extend: `declare module 'express-session' { interface
 * SessionData {…} }`.
 */
export function augmentedIn(file: FileContext): Body[] {
  const known = factIndexOf(file.libraries).interfaces;
  return interfacesBelow(file.sourceCode.ast.body, []).flatMap(({ declaration, module, names }) => {
    const candidates = known.get(declaration.id.name);
    if (!candidates || (module === undefined && names.length < 2)) return [];
    const members = declaration.body.body;
    const name = names.join('.');
    return candidates.flatMap(({ library, fact, extended }): Body[] => {
      if (extended.name !== name || !isOf(library, extended.module, module)) return [];
      const own = { library, fact };
      const { member } = extended;
      if (member === undefined) return [{ members, facts: [own], isShared: false }];
      // Anybody may call something of an own a session there.
      return isInUse(library, file) ? members.flatMap((one) => sessionIn(one, member, own, file)) : [];
    });
  });
}

/** Does a declaration speak of the module whose interface users extend, by whichever of the library's names? */
const isOf = ({ module: main, specifiers = [] }: Library, own: string, module: string | undefined): boolean =>
  module === undefined || own === module || (own === main && specifiers.includes(module));

interface Augmented {
  declaration: TSESTree.TSInterfaceDeclaration;
  /** What `declare module` names. */
  module: string | undefined;
  /** Of its namespaces, the outermost first, and its own. */
  names: readonly string[];
}

function interfacesBelow(
  statements: readonly TSESTree.Node[],
  namespaces: readonly string[],
  module?: string,
): Augmented[] {
  const found: Augmented[] = [];
  for (const statement of statements) {
    const node =
      statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
    if (node.type === 'TSInterfaceDeclaration')
      found.push({ declaration: node, module, names: [...namespaces, node.id.name] });
    if (node.type !== 'TSModuleDeclaration' || !node.body) continue;
    if (node.id.type === 'Literal') found.push(...interfacesBelow(node.body.body, namespaces, node.id.value));
    else
      found.push(
        ...interfacesBelow(
          node.body.body,
          [...namespaces, ...(node.kind === 'global' ? [] : namesOf(node.id))],
          module,
        ),
      );
  }
  return found;
}

const namesOf = (name: TSESTree.EntityName): string[] =>
  name.type === 'Identifier'
    ? [name.name]
    : name.type === 'TSQualifiedName'
      ? [...namesOf(name.left), name.right.name]
      : [];

/** What a member of a wider interface says of the session, written in place or under a name of this file. */
function sessionIn(member: TSESTree.TypeElement, name: string, fact: Fact<SessionFact>, file: FileContext): Body[] {
  if (member.type !== 'TSPropertySignature' || staticName(member) !== name || !member.typeAnnotation) return [];
  const type = member.typeAnnotation.typeAnnotation;
  const types = type.type === 'TSUnionType' ? type.types : [type];
  return types.flatMap((one) => bodiesOf(one, [fact], file));
}
