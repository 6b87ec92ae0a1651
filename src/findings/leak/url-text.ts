import type { TSESTree } from '@typescript-eslint/utils';
import { staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';

type Joined = TSESTree.TemplateLiteral | TSESTree.BinaryExpression;

/**
 * Is a piece of a text the value of a URL's query: `'/x?sid=' + it`, `${base}?sid=${it}`? `own-query` where the text
 * begins with a path of this very site; null where it is no query.
 */
export function queryPlace(piece: TSESTree.Node, joined: Joined): 'query' | 'own-query' | null {
  if (!/(?:[?&][\w.%[\]-]+|;jsessionid)=$/i.test(textBefore(piece, joined))) return null;
  return /^\/(?!\/)/.test(firstText(joined)) ? 'own-query' : 'query';
}

function textBefore(piece: TSESTree.Node, joined: Joined): string {
  if (joined.type === 'TemplateLiteral') {
    const index = joined.expressions.indexOf(piece as TSESTree.Expression);
    return joined.quasis[index]?.value.raw ?? '';
  }
  return joined.right === piece ? lastText(joined.left) : '';
}

function lastText(expression: TSESTree.Node): string {
  let node = unwrap(expression);
  while (node.type === 'BinaryExpression' && node.operator === '+') node = unwrap(node.right);
  if (node.type === 'TemplateLiteral') return node.quasis.at(-1)?.value.raw ?? '';
  return staticString(node) ?? '';
}

/** What a text begins with, however many pieces it has. */
function firstText(joined: Joined): string {
  let node: TSESTree.Node = joined;
  while (node.type === 'BinaryExpression') node = unwrap(node.left);
  return node.type === 'TemplateLiteral' ? (node.quasis[0]?.value.raw ?? '') : (staticString(node) ?? '');
}
