import type { TSESLint } from '@typescript-eslint/utils';
import type { AwaitPlace } from '../ast/await';
import { canBeAsync } from '../ast/await';
import type { FunctionNode } from '../ast/functions';
import type { Import } from './add-import';
import { addImport } from './add-import';
import { makeAsync } from './make-async';
import { mergedEdits } from './merged-edits';
import type { Moved } from './vault-call';
import { vaultEdits } from './vault-call';
import type { VaultNames } from './vault-edit';

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
  /** Where the file asks the same module for other names. */
  neighbour?: Import['neighbour'];
}

/** Labels of the two suggestions; every rule that moves something to the vault has both. */
export type VaultSuggestion = 'toVault' | 'toVaultAsync';

/** The part of a report that says what can be done about it. */
export interface Offer<Id extends string> {
  fix?: TSESLint.ReportFixFunction;
  suggest?: TSESLint.ReportSuggestionArray<Id>;
}

interface Edited {
  sourceCode: TSESLint.SourceCode;
  filename: string;
}

/**
 * What moves some uses of secrets, and brings the vault along where the file does not have it.
 * @param fn the function that has to become `async` for it
 */
function editOf(
  { sourceCode, filename }: Edited,
  vault: VaultToCall,
  moves: readonly Moved[],
  fn?: FunctionNode,
): TSESLint.ReportFixFunction {
  const binding = vault.binding ?? vault.freeName;
  return (fixer) => {
    const edits = moves.map((move) => vaultEdits({ fixer, sourceCode, vault: { ...vault, binding } }, move));
    const own = edits.flatMap((one) => one ?? []);
    if (own.length === 0 || edits.includes(null)) return null;
    const { module, export: name, neighbour } = vault;
    const load =
      vault.binding === undefined
        ? [addImport(fixer, { module, name, local: binding, neighbour }, sourceCode, filename)]
        : [];
    return mergedEdits([...load, ...(fn ? makeAsync(fixer, fn) : []), ...own], sourceCode.text);
  };
}

const listed = new WeakMap<readonly Moved[], TSESLint.RuleFix | null>();

/**
 * The fix that makes all moves of a file at once: one list of edits from the first place to the last, the import among
 * them, however many reports carry it. ESLint applies it for the first of them, and the rest of them overlap with it.
 */
export function listFix(file: Edited, vault: VaultToCall, moves: readonly Moved[]): TSESLint.ReportFixFunction {
  return (fixer) => {
    let fix = listed.get(moves);
    if (fix === undefined) listed.set(moves, (fix = editOf(file, vault, moves)(fixer) as TSESLint.RuleFix | null));
    return fix;
  };
}

/**
 * The suggestion that moves one use of a secret alone; nothing where that cannot be.
 * @param place where the edit's `await` would stand; undefined for an edit without one
 */
export function moveSuggestion(
  file: Edited,
  vault: VaultToCall,
  place: AwaitPlace | undefined,
  move: Moved,
): Offer<VaultSuggestion> {
  if (!place || place.state === 'legal')
    return { suggest: [{ messageId: 'toVault', fix: editOf(file, vault, [move]) }] };
  if (place.state === 'never' || !canBeAsync(place.fn, file.sourceCode)) return {};
  return { suggest: [{ messageId: 'toVaultAsync', fix: editOf(file, vault, [move], place.fn) }] };
}
