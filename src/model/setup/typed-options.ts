import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import { isFunction, returnedBy } from '../../ast/functions';
import { outermost, unwrap } from '../../ast/unwrap';
import type { Library, Setup } from '../../libraries/types';
import { fieldDefinedBy } from '../../ast/class-field';
import type { FileContext } from '../file/file-context';
import { isPath } from '../file/origin';
import { originOfType } from '../file/type-origin';

interface Match {
  library: Library;
  fact: Extract<Setup, { form: 'typed' }>;
  module: string;
}

/** An expression that is annotated with a library's options type. */
export interface TypedOptions {
  match: Match;
  node: TSESTree.Node;
  /** The name it is given, or its type where it has none. */
  anchor: TSESTree.Node;
  options: TSESTree.Node;
}

/** Options that are typed where they are written; whoever sets the session up with them may be another file. */
export function typedOptionsIn(file: FileContext): TypedOptions[] {
  return file.nodes.types.flatMap((type) => {
    if (type.type !== 'TSTypeReference') return [];
    const match = factOf(type, file);
    return match ? annotatedWith(type, file).map((place) => ({ match, ...place })) : [];
  });
}

function factOf(type: TSESTree.TSTypeReference, file: FileContext): Match | null {
  const origin = originOfType(type.typeName, file);
  const names = file.textOf(type.typeName).split('.');
  for (const library of origin ? file.librariesOf(origin) : file.libraries.all) {
    for (const fact of library.setups ?? []) {
      if (fact.form !== 'typed') continue;
      // Namespaces that types packages declare for everybody need no import.
      const isGlobal = !origin && fact.export.length > 1 && isUndeclared(type.typeName, file);
      if (isPath(isGlobal ? names : (origin?.path ?? []), fact.export)) {
        return { library, fact, module: origin?.module ?? library.module };
      }
    }
  }
  return null;
}

function isUndeclared(name: TSESTree.EntityName, file: FileContext): boolean {
  if (name.type === 'TSQualifiedName') return isUndeclared(name.left, file);
  return name.type === 'Identifier' && !variableOf(name, file.sourceCode)?.defs.length;
}

type Place = Pick<TypedOptions, 'node' | 'anchor' | 'options'>;

function annotatedWith(type: TSESTree.TSTypeReference, file: FileContext): Place[] {
  const at = type.parent;
  switch (at.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return unwrap(at.expression).type === 'ObjectExpression' ? placeOf(at.expression, type, file) : [];
    case 'TSTypeParameterInstantiation':
      // `Promise<Options>`, `Readonly<Options>`; in `Partial<Options>` nothing is missing.
      return at.parent.type === 'TSTypeReference' && /^(?:Promise|Readonly)$/.test(file.textOf(at.parent.typeName))
        ? annotatedWith(at.parent, file)
        : [];
    case 'TSTypeAnnotation':
      return annotated(at.parent, type, file);
    default:
      return [];
  }
}

function annotated(at: TSESTree.Node, type: TSESTree.Node, file: FileContext): Place[] {
  if (isFunction(at)) return returnedBy(at).map((one) => ({ node: one, anchor: type, options: one }));
  if (at.type === 'PropertyDefinition') return fieldPlace(at, file);
  if (at.type !== 'Identifier') return [];
  // The default of a parameter is seldom all there is to say: `(options: Options = {})`.
  return at.parent.type === 'VariableDeclarator' && !isPart(at, file)
    ? [{ node: at.parent, anchor: at, options: at }]
    : [];
}

/** A field that is written to through `this` says what it says after that. */
function fieldPlace(field: TSESTree.PropertyDefinition, file: FileContext): Place[] {
  const definition = fieldDefinedBy(field, file.sourceCode);
  return definition ? [{ node: field, anchor: field.key, options: definition.uses[0] ?? definition.value }] : [];
}

/** `{…} satisfies Options`, with the name it is given. */
function placeOf(expression: TSESTree.Expression, type: TSESTree.Node, file: FileContext): Place[] {
  const { parent } = outermost(expression);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') {
    return parent?.type === 'SpreadElement' ? [] : [{ node: expression, anchor: type, options: expression }];
  }
  return isPart(parent.id, file) ? [] : [{ node: parent, anchor: parent.id, options: parent.id }];
}

/** Is the object only a part of another, so that it need not be complete by itself? */
export function isPart(name: TSESTree.Identifier, file: FileContext): boolean {
  const uses = variableOf(name, file.sourceCode)?.references ?? [];
  return uses.some(({ identifier }) => {
    const { parent } = outermost(identifier as TSESTree.Node);
    return (
      parent?.type === 'SpreadElement' ||
      (parent?.type === 'CallExpression' && /assign|merge|defaults|extend/i.test(file.textOf(parent.callee)))
    );
  });
}
