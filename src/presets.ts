import type { RuleModule } from '@typescript-eslint/utils/eslint-utils';
import type { RuleDocs } from './create-rule';

/** A rule, as our own code knows it. */
export type Rule = RuleModule<string, readonly unknown[], RuleDocs>;

export type Preset = 'recommended' | 'strict' | 'all';

/** What makes a rule part of a preset: each is computed from what the rules say of themselves. */
export const presets: Record<Preset, (meta: Rule['meta']) => boolean> = {
  recommended: (meta) => meta.docs?.recommended === true,
  strict: (meta) => !meta.deprecated,
  all: () => true,
};

/** How a preset sets a rule: with the options of `strict`, where the rule has some and the preset asks for all. */
export function levelIn(preset: Preset, { docs }: Rule['meta']): 'error' | ['error', object] {
  return docs?.strict && preset !== 'recommended' ? ['error', ...docs.strict] : 'error';
}
