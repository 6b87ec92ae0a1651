import type { TSESLint } from '@typescript-eslint/utils';
import type { VaultFix } from './vault-edit';

/**
 * Many edits as one: the text from the first place to the last. Null where two of them are about the same text.
 * @param edits the outer before the inner ones
 */
export function mergedEdits(edits: readonly VaultFix[], text: string): TSESLint.RuleFix | null {
  const order = new Map(edits.map((edit, index) => [edit, edit.closes ? -index : index]));
  const place = (edit: VaultFix): number => order.get(edit) ?? 0;
  // At one place, what is closed comes first, from the inside out; then what is opened, from the outside in.
  const sorted = [...edits].sort(
    (a, b) =>
      a.range[0] - b.range[0] ||
      a.range[1] - b.range[1] ||
      Number(b.closes ?? false) - Number(a.closes ?? false) ||
      place(a) - place(b),
  );
  const from = sorted[0]?.range[0] ?? 0;
  const parts: string[] = [];
  let at = from;
  for (const { range, text: own } of sorted) {
    if (range[0] < at) return null;
    parts.push(text.slice(at, range[0]), own);
    [, at] = range;
  }
  return { range: [from, at], text: parts.join('') };
}
