import type { RuleModule } from '@typescript-eslint/utils/eslint-utils';
import type { RuleDocs } from './create-rule';
import { packageInfo } from './package-info';
import { rules as ruleFiles } from './rules';

// The exported types are wide on purpose: inferred ones do not fit the `defineConfig()` of ESLint 9 and 10.

/** A rule, as every ESLint and every linter that takes ESLint plugins accepts it. */
export interface AnyRule {
  meta: object;
  create(context: any): any;
  name?: string;
  defaultOptions?: readonly unknown[];
}

type Rule = RuleModule<string, readonly unknown[], RuleDocs>;
type Severity = 'error';

/** A preset for `.eslintrc`. */
export interface LegacyConfig {
  plugins: string[];
  overrides: never[];
  rules: Record<string, Severity>;
}

/** A preset for `eslint.config`. */
export interface FlatConfig {
  name: string;
  plugins: Record<string, object>;
  rules: Record<string, Severity>;
}

type Preset = 'recommended' | 'strict' | 'all';

export interface SessionSecretsPlugin {
  meta: { name: string; version: string; namespace: string };
  rules: Record<string, AnyRule>;
  configs: Record<Preset, LegacyConfig> & Record<`flat/${Preset}`, FlatConfig>;
}

const namespace = 'session-secrets';
const rules: Record<string, Rule> = ruleFiles;

/** The rules of a preset, from what each says of itself. */
function severities(isIn: (meta: Rule['meta']) => boolean): Record<string, Severity> {
  const names = Object.entries(rules).flatMap(([name, rule]) => (isIn(rule.meta) ? [name] : []));
  return Object.fromEntries(names.map((name) => [`${namespace}/${name}`, 'error']));
}

const presets: Record<Preset, (meta: Rule['meta']) => boolean> = {
  recommended: (meta) => meta.docs?.recommended === true,
  strict: (meta) => !meta.deprecated,
  all: () => true,
};

// `overrides` tells the early 9.x of ESLint that this is no flat config, when both are looked up by one name.
const legacy = (preset: Preset): LegacyConfig => ({
  plugins: [namespace],
  overrides: [],
  rules: severities(presets[preset]),
});

// A flat preset holds the very object that is exported: a second one would be a redefinition of the plugin.
const flat = (preset: Preset): FlatConfig => ({
  name: `${namespace}/flat/${preset}`,
  plugins: { [namespace]: plugin },
  rules: severities(presets[preset]),
});

const plugin: SessionSecretsPlugin = {
  meta: { name: packageInfo.name, version: packageInfo.version, namespace },
  rules,
  configs: {} as SessionSecretsPlugin['configs'],
};

for (const preset of Object.keys(presets) as Preset[]) {
  plugin.configs[preset] = legacy(preset);
  plugin.configs[`flat/${preset}`] = flat(preset);
}

export default plugin;
