import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { hasCommentIn } from '../ast/comments';
import { indentationOf, lineBreakOf } from '../ast/line-style';
import { inOtherUnit } from './exchange-unit';
import { addProperty } from './set-property';

/** An option in the wrong place, and where it belongs. */
export interface MovedOption {
  cause: 'misspelt' | 'outside' | 'inside';
  property: TSESTree.Property;
  /** The option as the library knows it. */
  option: readonly string[];
  /** The object to add it to; null when there is none. */
  owner: TSESTree.ObjectExpression | null;
  /** The keys that are missing there. */
  missing: readonly string[];
  /** The value counts in seconds, and the library in milliseconds. */
  isInSeconds: boolean;
}

/** The edit that puts an option where it is read; null where there is no plain one, or a comment would be lost. */
export function moveOption(moved: MovedOption, sourceCode: TSESLint.SourceCode): TSESLint.ReportFixFunction | null {
  const { cause, property, option, owner, missing } = moved;
  const value = property.value as TSESTree.Expression;
  const text = moved.isInSeconds ? inOtherUnit(value, 'ms', sourceCode) : sourceCode.getText(value);
  if (property.computed || sourceCode.getCommentsInside(property).length > 0) return null;
  const key = option.at(-1) ?? '';
  if (cause === 'misspelt') {
    if (!moved.isInSeconds) return (fixer) => renameKey(fixer, property, key, sourceCode);
    if (property.shorthand) return (fixer) => fixer.replaceText(property, `${key}: ${text}`);
    return (fixer) => [renameKey(fixer, property, key, sourceCode), fixer.replaceText(value, text)];
  }
  if (cause === 'outside') {
    if (!owner || missing.length === 0) return null;
    if (owner !== property.parent) {
      if (hasCommentAt(property, sourceCode)) return null;
      return (fixer) => [
        removeProperty(fixer, property, sourceCode),
        ...addProperty(fixer, owner, missing, text, sourceCode),
      ];
    }
    // The object it belongs in is not there yet: it is made around it.
    const made = missing.reduceRight(
      (inner, step, index) => `${step}: ${index === missing.length - 1 ? inner : `{ ${inner} }`}`,
      text,
    );
    return (fixer) => fixer.replaceText(property, made);
  }
  const [container] = option;
  // A second object of that name would replace the first.
  if (option.length === 2 && container !== undefined) {
    return owner === property.parent ? (fixer) => renameKey(fixer, property, container, sourceCode) : null;
  }
  if (option.length !== 1 || value.type !== 'ObjectExpression' || value.properties.length === 0) return null;
  const isOnOneLine = property.loc.start.line === property.loc.end.line;
  const between = isOnOneLine ? ' ' : lineBreakOf(sourceCode) + (indentationOf(property, sourceCode) ?? '');
  const inner = value.properties.map((one) => sourceCode.getText(one)).join(`,${between}`);
  return (fixer) => fixer.replaceText(property, inner);
}

/** Gives a property another key, in the quotes of the one it has. */
export function renameKey(
  fixer: TSESLint.RuleFixer,
  property: TSESTree.Property,
  key: string,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix {
  const quote = /^["']/.exec(sourceCode.getText(property.key))?.[0] ?? '';
  if (property.shorthand) return fixer.replaceText(property, `${key}: ${sourceCode.getText(property.value)}`);
  return fixer.replaceText(property.key, `${quote}${key}${quote}`);
}

/** Takes a property away, with the comma and the blanks that belong to it. */
const removeProperty = (
  fixer: TSESLint.RuleFixer,
  property: TSESTree.Property,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix => fixer.removeRange(rangeOf(property, sourceCode));

/** Would a comment be lost with a property? */
const hasCommentAt = (property: TSESTree.Property, sourceCode: TSESLint.SourceCode): boolean =>
  hasCommentIn(rangeOf(property, sourceCode), sourceCode);

function rangeOf(property: TSESTree.Property, sourceCode: TSESLint.SourceCode): [number, number] {
  const after = sourceCode.getTokenAfter(property);
  const before = sourceCode.getTokenBefore(property);
  if (after?.value === ',') {
    const next = sourceCode.getTokenAfter(after, { includeComments: true });
    const isLast = next?.value === '}';
    // The last of several keeps its comma where it was; the blanks before it go.
    const start = isLast && before ? before.range[1] : property.range[0];
    return [start, isLast ? after.range[1] : (next?.range[0] ?? after.range[1])];
  }
  if (before?.value === ',') return [before.range[0], property.range[1]];
  // The only one: of the blanks on both sides, one remains.
  return [before?.range[1] ?? property.range[0], property.range[1]];
}

/** The edit that takes an option away; null where the value is no property of its own, or a comment would be lost. */
export function withoutOption(
  value: TSESTree.Node,
  sourceCode: TSESLint.SourceCode,
): TSESLint.ReportFixFunction | null {
  const property = value.parent;
  if (property?.type !== 'Property' || property.value !== value || property.shorthand) return null;
  if (hasCommentAt(property, sourceCode)) return null;
  return (fixer) => removeProperty(fixer, property, sourceCode);
}
