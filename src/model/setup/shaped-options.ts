import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import { outermost } from '../../ast/unwrap';
import type { Library, Setup } from '../../libraries/types';
import { factIndexOf } from '../facts/fact-index';
import type { FileContext } from '../file/file-context';
import { isPart } from './typed-options';

/** An object literal whose keys together are those of one library's options, whatever its type says. */
export interface ShapedOptions {
  match: { library: Library; fact: Extract<Setup, { form: 'typed' }>; module: string };
  node: TSESTree.Node;
  /** The name it is given, else the object. */
  anchor: TSESTree.Node;
  options: TSESTree.Node;
  /** True where somebody else may add to it, so that nothing is said of what is not there. */
  isPart: boolean;
}

/**
 * `{ secret, resave, cookie }` under an in-house type or none; whoever sets the session up with it may be another file.
 */
export function shapedOptionsIn(file: FileContext): ShapedOptions[] {
  const { shapes } = factIndexOf(file.libraries);
  const seen = new Set<TSESTree.Node>();
  return file.nodes.properties.flatMap((property) => {
    const { parent: object } = property;
    const candidates = shapes.get(staticName(property) ?? '') ?? [];
    if (candidates.length === 0 || object.type !== 'ObjectExpression' || seen.has(object)) return [];
    seen.add(object);
    const keys = new Set(object.properties.map((one) => (one.type === 'Property' ? staticName(one) : undefined)));
    const found = candidates.find(({ fact }) => fact.shape?.every((key) => keys.has(key)));
    if (!found) return [];
    const match = { ...found, module: found.library.module };
    return [{ match, ...placeOf(object, file) }];
  });
}

type Place = Omit<ShapedOptions, 'match'>;

function placeOf(object: TSESTree.ObjectExpression, file: FileContext): Place {
  const { parent } = outermost(object);
  const isNamed = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier';
  if (isNamed && !isPart(parent.id as TSESTree.Identifier, file))
    return { node: parent, anchor: parent.id, options: parent.id, isPart: false };
  const isWhole = /^(?:ExportDefaultDeclaration|ReturnStatement|ArrowFunctionExpression)$/.test(parent?.type ?? '');
  return { node: object, anchor: object, options: object, isPart: !isWhole };
}
