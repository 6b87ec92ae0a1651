import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { indentationOf, lineBreakOf } from '../ast/line-style';

/**
 * Adds an option to the end of an object literal, behind every spread, in the literal's own style: one line or several,
 * trailing comma or none, quoted keys or bare ones. No comment is moved or lost.
 * @param keys the way to the option; each key before the last becomes an object of its own
 * @param value the code of the value
 */
export function addProperty(
  fixer: TSESLint.RuleFixer,
  object: TSESTree.ObjectExpression,
  keys: readonly string[],
  value: string,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix[] {
  const property = propertyText(object, keys, value, sourceCode);
  const last = object.properties.at(-1);
  const [brace] = sourceCode.getLastTokens(object, 1);
  if (!brace) return [];
  if (!last) return intoEmpty(fixer, object, brace, property, sourceCode);

  const end = sourceCode.getTokenBefore(brace) as TSESTree.Token;
  const hasComma = end.value === ',';
  const after = lastOnLine(end, brace, sourceCode);
  const indentation = end.loc.end.line === brace.loc.start.line ? undefined : indentationOf(last, sourceCode);
  const before = indentation === undefined ? ' ' : lineBreakOf(sourceCode) + indentation;
  const comma = hasComma ? ',' : '';
  // With a comment behind the last property, the comma stays with the property and the new one goes behind the comment.
  if (after === end || (indentation === undefined && after.type !== ('Line' as never))) {
    return [fixer.insertTextAfter(after, `${hasComma ? '' : ','}${before}${property}${comma}`)];
  }
  const line = indentation === undefined ? lineBreakOf(sourceCode) : before;
  return [
    ...(hasComma ? [] : [fixer.insertTextAfter(end, ',')]),
    fixer.insertTextAfter(after, `${line}${property}${comma}`),
  ];
}

/** The last comment that begins on the line a token ends on, or the token itself. */
function lastOnLine(token: TSESTree.Token, brace: TSESTree.Token, sourceCode: TSESLint.SourceCode): TSESTree.Token {
  const comments = sourceCode
    .getCommentsBefore(brace)
    .filter((comment) => comment.loc.start.line === token.loc.end.line);
  return comments.at(-1) ?? token;
}

function intoEmpty(
  fixer: TSESLint.RuleFixer,
  object: TSESTree.ObjectExpression,
  brace: TSESTree.Token,
  property: string,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix[] {
  const comment = sourceCode.getCommentsBefore(brace).at(-1);
  if (!comment) return [fixer.replaceText(object, `{ ${property} }`)];
  const isLast = comment.loc.end.line === brace.loc.start.line;
  const indentation = indentationOf(comment as never, sourceCode) ?? indentationOf(object, sourceCode) ?? '';
  return [
    fixer.insertTextAfter(comment, isLast ? ` ${property}` : `${lineBreakOf(sourceCode)}${indentation}${property}`),
  ];
}

function propertyText(
  object: TSESTree.ObjectExpression,
  keys: readonly string[],
  value: string,
  sourceCode: TSESLint.SourceCode,
): string {
  const quote = keyQuote(object, sourceCode);
  const isTight = /^\{\S/.test(sourceCode.getText(object)) && object.properties.length > 0;
  const [open, close] = isTight ? ['{', '}'] : ['{ ', ' }'];
  return keys.reduceRight((inner, key, index) => {
    const name = `${quote}${key}${quote}: `;
    return index === keys.length - 1 ? name + inner : `${name}${open}${inner}${close}`;
  }, value);
}

/** The quotes around the object's keys when all of them have some. */
function keyQuote(object: TSESTree.ObjectExpression, sourceCode: TSESLint.SourceCode): string {
  const keys = object.properties.flatMap((property) =>
    property.type === 'Property' && !property.computed ? [property.key] : [],
  );
  const [first] = keys;
  const isQuoted = keys.every((key) => key.type === 'Literal' && typeof key.value === 'string');
  return first && isQuoted ? (sourceCode.getText(first)[0] ?? '') : '';
}
