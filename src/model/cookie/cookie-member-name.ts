import type { TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { constantOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';

/** Nobody gives one cookie more names than this. */
const deepest = 5;

/**
 * What names a cookie that is a step of the way to it: `sid` of `cookie.sid`, and of `{ cookie: { sid: id } }` and
 * `const id = cookie.sid` where `id` is the cookie.
 */
export function memberNameOf(expression: TSESTree.Node, file: FileContext, depth = 0): TSESTree.Node {
  const node = unwrap(expression);
  if (node.type === 'MemberExpression') return node.property;
  if (node.type !== 'Identifier' || depth > deepest) return node;
  const variable = variableOf(node, file.sourceCode);
  const definition = definitionOf(variable);
  if (!definition || !('path' in definition) || definition.type === 'import') return node;
  if (definition.path.length > 0) return keyIn(variable?.defs[0]?.name as TSESTree.Node) ?? node;
  return definition.type === 'value' ? memberNameOf(definition.init, file, depth + 1) : node;
}

/** The key that a name is taken out of a pattern by. */
function keyIn(name: TSESTree.Node): TSESTree.Node | undefined {
  const target = name.parent?.type === 'AssignmentPattern' ? name.parent : name;
  return target.parent?.type === 'Property' && !target.parent.computed ? target.parent.key : undefined;
}

/** The text of a cookie's name; undefined where only a run can tell. */
export function nameTextOf(name: TSESTree.Node, file: FileContext): string | undefined {
  const { parent } = name;
  const isKey =
    (parent?.type === 'MemberExpression' && parent.property === name) ||
    (parent?.type === 'Property' && parent.key === name);
  const text = isKey && !parent.computed ? staticName(parent) : constantOf(name, file)?.value;
  return typeof text === 'string' ? text : undefined;
}
