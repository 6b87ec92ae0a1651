import { packageInfo } from './package-info';
import { levelIn, presets } from './presets';
import type { Preset, Rule } from './presets';
import { rules as ruleFiles } from './rules';

// The exported types are wide on purpose: inferred ones do not fit the `defineConfig()` of ESLint 9 and 10.

/** A rule, as every ESLint and every linter that takes ESLint plugins accepts it. */
export interface AnyRule {
  meta: object;
  create(context: any): any;
  name?: string;
  defaultOptions?: readonly unknown[];
}

/** A severity, and options where the preset asks for more than a rule's defaults. */
type Level = 'error' | ['error', object];

/** A preset for `.eslintrc`. */
export interface LegacyConfig {
  plugins: string[];
  parserOptions: { ecmaVersion: 'latest' };
  overrides: never[];
  rules: Record<string, Level>;
}

/** A preset for `eslint.config`. */
export interface FlatConfig {
  name: string;
  plugins: Record<string, object>;
  rules: Record<string, Level>;
}

export interface SessionSecretsPlugin {
  meta: { name: string; version: string; namespace: string };
  rules: Record<string, AnyRule>;
  configs: Record<Preset, LegacyConfig> & Record<`flat/${Preset}`, FlatConfig>;
}

const namespace = 'session-secrets';
const rules: Record<string, Rule> = ruleFiles;

const dangerOf = ({ meta }: Rule): number => meta.docs?.danger ?? 2;

function levels(preset: Preset): Record<string, Level> {
  const members = Object.entries(rules)
    .filter(([, rule]) => presets[preset](rule.meta))
    // ESLint keeps this order among reports of one place.
    .sort(([, a], [, b]) => dangerOf(a) - dangerOf(b));
  return Object.fromEntries(members.map(([name, { meta }]) => [`${namespace}/${name}`, levelIn(preset, meta)]));
}

// Without an `ecmaVersion`, `const` is a syntax error in `.eslintrc`; `sourceType` is the project's own affair.
// `overrides` tells the early 9.x of ESLint that this is no flat config, when both are looked up by one name.
const legacy = (preset: Preset): LegacyConfig => ({
  plugins: [namespace],
  parserOptions: { ecmaVersion: 'latest' },
  overrides: [],
  rules: levels(preset),
});

// A flat preset holds the very object that is exported: a second one would be a redefinition of the plugin.
const flat = (preset: Preset): FlatConfig => ({
  name: `${namespace}/flat/${preset}`,
  plugins: { [namespace]: plugin },
  rules: levels(preset),
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
