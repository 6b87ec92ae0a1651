import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { indentationOf, lineBreakOf } from '../ast/line-style';
import { referenceKey } from '../ast/reference-key';
import { endOfStatement } from './statement-end';
import type { Edit, VaultFix } from './vault-edit';

/**
 * `const { key, other } = session` → `const { other } = session; const key = await vault.read(session.keyRef)`, for any
 * number of keys at once.
 * @param properties those to take out, all of one pattern
 */
export function splitEdits(
  { fixer, sourceCode, vault }: Edit,
  properties: readonly TSESTree.Property[],
  declaration: TSESTree.VariableDeclaration,
): VaultFix[] | null {
  const [declarator] = declaration.declarations;
  const [first] = properties;
  if (!declarator?.init || !first) return null;
  const { id: pattern, init } = declarator;
  const session = sourceCode.getText(init);
  const [open, close] = /^[\w$.?!]+$/.test(session) ? ['', ''] : ['(', ')'];
  const called = `await ${vault.binding}.${vault.read}(${open}`;
  const own = (property: TSESTree.Property): string =>
    `${sourceCode.getText(property.value)} = ${called}${session}${close}${memberOf(property, vault.suffix)})`;
  const { end, hasSemicolon } = endOfStatement(declaration, sourceCode);
  const start = `${lineBreakOf(sourceCode)}${indentationOf(declaration, sourceCode) ?? ''}${declaration.kind} `;
  const lines = (some: readonly TSESTree.Property[]): string =>
    some.map((one) => `${start}${own(one)}${hasSemicolon ? ';' : ''}`).join('');
  const kept = (pattern as TSESTree.ObjectPattern).properties.filter(
    (one) => !properties.includes(one as TSESTree.Property),
  );
  if (kept.length > 0)
    return [
      ...removals(fixer, pattern as TSESTree.ObjectPattern, kept),
      fixer.insertTextAfterRange([0, end], lines(properties)),
    ];
  // What stands on the right stays where it is: there may be something to edit in it.
  return [
    fixer.replaceText(pattern, sourceCode.getText(first.value)),
    fixer.insertTextBefore(init, called),
    { ...fixer.insertTextAfter(init, `${close}${memberOf(first, vault.suffix)})`), closes: true },
    ...(properties.length > 1 ? [fixer.insertTextAfterRange([0, end], lines(properties.slice(1)))] : []),
  ];
}

function memberOf(property: TSESTree.Property, suffix: string): string {
  const key = property.key.type === 'Identifier' ? property.key.name : String((property.key as TSESTree.Literal).value);
  const reference = referenceKey(key, suffix);
  return /^[\w$]+$/.test(reference) ? `.${reference}` : `['${reference}']`;
}

/** Takes all but some properties out of a pattern, each with the comma that goes with it. */
function removals(
  fixer: TSESLint.RuleFixer,
  { properties }: TSESTree.ObjectPattern,
  kept: readonly TSESTree.Node[],
): VaultFix[] {
  const last = kept.at(-1);
  const edits: VaultFix[] = [];
  for (const [index, property] of properties.entries()) {
    const next = properties[index + 1];
    if (!kept.includes(property) && next && property.range[0] < (last?.range[0] ?? 0))
      edits.push(fixer.removeRange([property.range[0], next.range[0]]));
  }
  const end = properties.at(-1)?.range[1] ?? 0;
  return last && last.range[1] < end ? [...edits, fixer.removeRange([last.range[1], end])] : edits;
}
