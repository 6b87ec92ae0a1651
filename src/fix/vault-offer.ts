import type { TSESLint } from '@typescript-eslint/utils';
import type { AwaitPlace } from '../ast/await';
import { canBeAsync } from '../ast/await';
import { addImport } from './add-import';
import { makeAsync } from './make-async';
import type { Edit, VaultNames } from './vault-call';

/** The vault as a fix needs to know it. */
export interface VaultToCall extends Omit<VaultNames, 'binding'> {
  /** False: nothing says that it exists, so nothing is done without being asked for. */
  isKnown: boolean;
  module: string;
  export: string;
  /** The expression that holds it in the file; undefined where it is yet to be imported. */
  binding: string | undefined;
  /** What to call it when it is imported. */
  freeName: string;
}

/** Labels of the two suggestions; every rule that moves something to the vault has both. */
export type VaultSuggestion = 'toVault' | 'toVaultAsync';

/** The part of a report that says what can be done about it. */
export interface Offer<Id extends string> {
  fix?: TSESLint.ReportFixFunction;
  suggest?: TSESLint.ReportSuggestionArray<Id>;
}

/**
 * A fix where the edit is safe, a suggestion where somebody has to decide, nothing where neither can be.
 *
 * The import travels with every edit until the file has it: edits that carry it overlap, so ESLint applies one of them
 * in its first pass, and all others, by then without an import, in the second.
 * @param place where the edit's `await` would stand; undefined for an edit without one
 * @param isSafe whether the edit is right without being looked at
 */
export function vaultOffer(
  { sourceCode, filename }: { sourceCode: TSESLint.SourceCode; filename: string },
  vault: VaultToCall,
  place: AwaitPlace | undefined,
  isSafe: boolean,
  edits: (edit: Edit) => TSESLint.RuleFix[] | null,
): Offer<VaultSuggestion> {
  const binding = vault.binding ?? vault.freeName;
  const fix: TSESLint.ReportFixFunction = (fixer) => {
    const own = edits({ fixer, sourceCode, vault: { ...vault, binding } });
    if (!own || vault.binding !== undefined) return own;
    return [...own, addImport(fixer, { module: vault.module, name: vault.export, local: binding }, sourceCode, filename)];
  };
  if (!place || place.state === 'legal') {
    return vault.isKnown && isSafe ? { fix } : { suggest: [{ messageId: 'toVault', fix }] };
  }
  if (place.state === 'never' || !canBeAsync(place.fn, sourceCode)) return {};
  const { fn } = place;
  const asyncFix: TSESLint.ReportFixFunction = (fixer) => {
    const own = fix(fixer) as TSESLint.RuleFix[] | null;
    return own && [...makeAsync(fixer, fn), ...own];
  };
  return { suggest: [{ messageId: 'toVaultAsync', fix: asyncFix }] };
}
