import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/unwrap';

/**
 * The declaration a key can be taken out of and read on a line of its own: `const { token, user } = req.session;`. Null
 * for patterns in patterns, defaults, rests, comments that would be lost, and sessions that a call gives.
 */
export function splitPlace(
  property: TSESTree.Property,
  sourceCode: TSESLint.SourceCode,
): TSESTree.VariableDeclaration | null {
  const pattern = property.parent;
  const declarator = pattern.parent;
  if (pattern.type !== 'ObjectPattern' || declarator?.type !== 'VariableDeclarator' || declarator.id !== pattern)
    return null;
  const declaration = declarator.parent;
  const isPlain = !property.computed && property.value.type === 'Identifier' && !pattern.typeAnnotation;
  const isWhole = pattern.properties.every(({ type }) => type === 'Property');
  // `{ key, label = key }`: the default would come before what it names.
  const isNeeded = pattern.properties.some((other) => other !== property && names(other, property.value, sourceCode));
  if (
    !isPlain ||
    !isWhole ||
    isNeeded ||
    declaration.declarations.length !== 1 ||
    declaration.parent.type !== 'BlockStatement'
  )
    return null;
  // What stands there once before and after may be anything.
  const isOnly = pattern.properties.length === 1;
  if (!declarator.init || !(isOnly || isChain(declarator.init)) || sourceCode.getCommentsInside(pattern).length > 0)
    return null;
  return declaration;
}

function names(other: TSESTree.Node, value: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  return value.type === 'Identifier' && sourceCode.getTokens(other).some((token) => token.value === value.name);
}

/** `req.session`, `ctx.req!.session`: read twice, it is the same. */
function isChain(expression: TSESTree.Node): boolean {
  let node = unwrap(expression);
  while (node.type === 'MemberExpression') {
    if (node.computed || expression.type === 'AwaitExpression') return false;
    node = unwrap(node.object);
  }
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}
