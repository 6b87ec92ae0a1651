import type { TSESLint } from '@typescript-eslint/utils';

/** How a file calls its vault: `vault` and the names of its functions. */
export interface VaultNames {
  binding: string;
  store: string;
  read: string;
  rotate: string;
  revoke: string;
  suffix: string;
}

/** What an edit needs to know of its place. */
export interface Edit {
  fixer: TSESLint.RuleFixer;
  sourceCode: TSESLint.SourceCode;
  vault: VaultNames;
}

/** An edit; what closes something that another edit opens says so, because several may stand at one place. */
export type VaultFix = TSESLint.RuleFix & { closes?: true };
