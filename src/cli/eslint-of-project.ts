import { createRequire } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';
import plugin from '../plugin';
import { extensionsIn, usesEslintrc } from './lint-scripts';
import type { Script } from './lint-scripts';
import { configurationUsed } from './lint-set-up';
import type { LintConfiguration, LintNeeds } from './lint-set-up';
import { Problem } from './problem';

/** What becomes of a file when the project is linted. */
export type Fate = 'linted' | 'ignored' | 'unmatched' | 'unparsed' | 'without rules';

export interface LintOf {
  fate: Fate;
  /** Rules of `recommended` that are off, by their short name. */
  off: readonly string[];
  settings: Readonly<Record<string, unknown>>;
}

/** The ESLint a project has installed, with its configuration. */
export interface ProjectEslint {
  version: string;
  kind: 'flat' | 'eslintrc';
  configuration: LintConfiguration | undefined;
  /** @param path absolute */
  lintOf(path: string): Promise<LintOf>;
}

/** As much of ESLint as we use, the same from 8.57 to 10. */
interface EslintClass {
  new (options: { cwd: string }): {
    isPathIgnored(path: string): Promise<boolean>;
    calculateConfigForFile(path: string): Promise<CalculatedConfig | undefined>;
  };
  version: string;
  configType: 'flat' | 'eslintrc';
}

interface CalculatedConfig {
  rules?: Record<string, unknown>;
  settings?: Record<string, unknown>;
  plugins?: Record<string, { meta?: { name?: string } }> | string[];
  parser?: string | null;
  languageOptions?: { parser?: { meta?: { name?: string }; name?: string } };
}

interface Eslint {
  loadESLint?: (options: { cwd: string; useFlatConfig?: boolean }) => Promise<EslintClass>;
}

interface Enumerator {
  isTargetPath(path: string): boolean;
}

/** @param scripts they show how ESLint is called */
export async function eslintOf(folder: string, needs: LintNeeds, scripts: readonly Script[]): Promise<ProjectEslint> {
  const load = createRequire(join(folder, 'package.json'));
  let api: Eslint;
  try {
    api = load('eslint') as Eslint;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    const oxlint = needs.configurations.some(({ kind }) => kind === 'oxlint') ? ' Oxlint cannot be asked.' : '';
    throw new Problem(`ESLint is not installed in ${folder}: npm install --save-dev eslint.${oxlint}`);
  }
  if (!api.loadESLint) throw new Problem(`The ESLint of ${folder} is too old: these rules run on 8.57 and later.`);
  const isOld = usesEslintrc(scripts) && (needs.eslint ?? 9) < 10;
  const ESLint = await api.loadESLint({ cwd: folder, ...(isOld ? { useFlatConfig: false } : {}) });
  const kind = ESLint.configType;
  const used = kind === 'flat' ? configurationUsed(needs) : needs.configurations.find((one) => one.kind === 'eslintrc');
  if (used?.kind !== kind) throw new Problem(unread(ESLint, needs));

  const eslint = new ESLint({ cwd: folder });
  /** Folders that an eslintrc leaves out, or not. */
  const ignored = new Map<string, boolean>();
  const isTarget = kind === 'eslintrc' ? targetsOf(folder, load, scripts) : undefined;
  const configOf = (path: string) => calculated(eslint.calculateConfigForFile(path), used.file);
  return {
    version: ESLint.version,
    kind,
    configuration: used,
    async lintOf(path) {
      // A run does not enter such a folder, whatever configuration lies in it.
      if (isTarget && (await isBelowIgnored(path))) return { fate: 'ignored', off: [], settings: {} };
      const config = await configOf(path);
      const settings = config?.settings ?? {};
      const { isOn, off } = rulesIn(config ?? {});
      const told = (fate: Fate): LintOf => ({ fate, off, settings });
      if (!config || (await eslint.isPathIgnored(path))) {
        return told(isTarget || (await isLeftOut(path)) ? 'ignored' : 'unmatched');
      }
      if (isTarget && !isTarget(path)) return told('unmatched');
      if (!isOn) return told('without rules');
      return told(/\.[cm]?js$|\.jsx$/.test(path) || !isReadAsJavaScript(config) ? 'linted' : 'unparsed');
    },
  };

  async function isBelowIgnored(path: string): Promise<boolean> {
    const above = dirname(path);
    if (above === folder || !above.startsWith(folder)) return false;
    const known = ignored.get(above);
    if (known !== undefined) return known;
    const is = (await isBelowIgnored(above)) || (await calculated(eslint.isPathIgnored(above + sep), used?.file ?? ''));
    ignored.set(above, is);
    return is;
  }

  /** A flat configuration gives one answer for what it ignores and what it has no `files` for: a neighbour tells. */
  async function isLeftOut(path: string): Promise<boolean> {
    return extname(path) === '.js' || (await configOf(`${path.slice(0, -extname(path).length)}.js`)) === undefined;
  }
}

function unread({ version, configType }: EslintClass, { configurations }: LintNeeds): string {
  const old = configurations.find(({ kind }) => kind === 'eslintrc');
  if (configType === 'eslintrc' || !old) {
    return 'There is no configuration of ESLint, so nothing is linted: README.md has one to begin with.';
  }
  const cure = version.startsWith('9.') ? 'only with ESLINT_USE_FLAT_CONFIG=false' : 'no longer';
  return `ESLint ${version} reads ${old.file} ${cure}, and there is no eslint.config.js: nothing is linted.`;
}

async function calculated<T>(config: Promise<T>, file: string): Promise<T> {
  try {
    return await config;
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('\n');
    throw new Problem(`ESLint cannot read its configuration ${file}: ${sentence}`);
  }
}

/** An eslintrc has a configuration for every path; which ones a run looks at is said by `overrides` and `--ext`. */
function targetsOf(folder: string, load: NodeJS.Require, scripts: readonly Script[]) {
  const { FileEnumerator } = load('eslint/use-at-your-own-risk') as {
    FileEnumerator: new (options: { cwd: string; extensions: string[] | null }) => Enumerator;
  };
  const extensions = extensionsIn(scripts);
  const enumerator = new FileEnumerator({ cwd: folder, extensions: extensions.length > 0 ? extensions : null });
  return (path: string): boolean => enumerator.isTargetPath(path);
}

/** A flat configuration may call the plugin as it likes. */
function rulesIn({ rules = {}, plugins = {} }: CalculatedConfig): { isOn: boolean; off: string[] } {
  const named = Array.isArray(plugins) ? [] : Object.entries(plugins);
  const prefix = named.find(([, one]) => one.meta?.name === plugin.meta.name)?.[0] ?? plugin.meta.namespace;
  const isOn = (rule: string): boolean => {
    const level = [rules[`${prefix}/${rule}`]].flat()[0];
    return level !== undefined && level !== 0 && level !== 'off';
  };
  const short = Object.keys(plugin.configs.recommended.rules).map((name) => name.split('/')[1] as string);
  return { isOn: Object.keys(plugin.rules).some(isOn), off: short.filter((rule) => !isOn(rule)) };
}

/** ESLint's own parser knows neither types nor components. */
function isReadAsJavaScript({ parser, languageOptions }: CalculatedConfig): boolean {
  if (!languageOptions) return !parser || /[\\/]espree[\\/]/.test(parser);
  const { parser: used } = languageOptions;
  return !used || (used.meta?.name ?? used.name) === 'espree';
}
