import type { TSESTree } from '@typescript-eslint/utils';

/** The text of a string literal or a template without expressions, else undefined. */
export function staticString(node: TSESTree.Node | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

type Keyed =
  | TSESTree.MemberExpression
  | TSESTree.Property
  | TSESTree.MethodDefinition
  | TSESTree.PropertyDefinition
  | TSESTree.TSPropertySignature;

/**
 * The key a member or property is reached by, when the text alone says it: `a.b`, `a['b']`, `{ b }`, `{ 'b': 1 }`.
 * Computed keys that are constants need a scope: see `keyOf` in `model/dataflow/constant.ts`.
 */
export function staticName(node: Keyed): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (node.computed) {
    if (key.type === 'Literal' && typeof key.value === 'number') return String(key.value);
    return staticString(key);
  }
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'Literal') return String(key.value);
  return undefined;
}

/** `b` in `a.b` and in `{ b: 1 }`: a key, and no expression of its own. */
export function isKey(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand;
}

/** `cookie.session`: a cookie by the name of a session, not a session. */
export function isJar(node: TSESTree.Node): boolean {
  const object = node.type === 'MemberExpression' ? node.object : node;
  const name =
    object.type === 'MemberExpression' ? staticName(object) : object.type === 'Identifier' ? object.name : '';
  return name === 'cookie';
}
