import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { quoted } from '../ast/quote';
import { unwrap } from '../ast/unwrap';

/** Adds an attribute to a cookie written as text: to the literal, to the end of a concatenation, to a joined list. */
export function addCookieAttribute(
  fixer: TSESLint.RuleFixer,
  expression: TSESTree.Node,
  attribute: string,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral': {
      const end = node.range[1] - 1;
      const separator = /;\s*$/.test(sourceCode.text.slice(node.range[0] + 1, end)) ? ' ' : '; ';
      const blanks = /\s$/.test(sourceCode.text.slice(node.range[0] + 1, end)) ? separator.trimEnd() : separator;
      return fixer.insertTextBeforeRange([end, end], blanks + attribute);
    }
    case 'BinaryExpression': {
      const isText = node.right.type === 'Literal' || node.right.type === 'TemplateLiteral';
      if (isText) return addCookieAttribute(fixer, node.right, attribute, sourceCode);
      return fixer.insertTextAfter(node, ` + ${quoted(`; ${attribute}`, node, sourceCode)}`);
    }
    case 'CallExpression': {
      const list = node.callee.type === 'MemberExpression' ? unwrap(node.callee.object) : undefined;
      const last = list?.type === 'ArrayExpression' ? list.elements.at(-1) : undefined;
      const end = list && sourceCode.getLastToken(list);
      const before = end && sourceCode.getTokenBefore(end);
      // Behind the brackets that the last one may have.
      const place = before?.value === ',' ? sourceCode.getTokenBefore(before) : before;
      if (last && place) return fixer.insertTextAfter(place, `, ${quoted(attribute, node, sourceCode)}`);
      return fixer.insertTextAfter(node, ` + ${quoted(`; ${attribute}`, node, sourceCode)}`);
    }
    default:
      return fixer.insertTextAfter(node, ` + ${quoted(`; ${attribute}`, node, sourceCode)}`);
  }
}
