import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { outputFoldersOf } from './output-folders';

/** A configuration that is there. */
export interface LintConfiguration {
  kind: 'flat' | 'eslintrc' | 'oxlint';
  /** From the folder that was asked about, with `/`. */
  file: string;
  text: string;
}

/** What decides which configuration a project needs. */
export interface LintNeeds {
  isTypeScript: boolean;
  /** Folders that a build writes. */
  outputs: readonly string[];
  configurations: readonly LintConfiguration[];
  /** The major version of the ESLint that is installed. */
  eslint: number | undefined;
  hasTypeScriptEslint: boolean;
}

export function lintNeedsOf(folder: string, manifest: object, isTypeScript: boolean): LintNeeds {
  const version = installedVersion(folder, 'eslint');
  return {
    isTypeScript,
    outputs: outputFoldersOf(folder, manifest),
    configurations: lintConfigurationsOf(folder),
    eslint: version === undefined ? undefined : Number.parseInt(version, 10),
    hasTypeScriptEslint: installedVersion(folder, 'typescript-eslint') !== undefined,
  };
}

/** The configuration that a lint of the project reads. Oxlint's counts where there is no ESLint. */
export function configurationUsed({ configurations, eslint }: LintNeeds): LintConfiguration | undefined {
  const of = (kind: LintConfiguration['kind']) => configurations.find((one) => one.kind === kind);
  const old = (eslint ?? 9) < 10 ? of('eslintrc') : undefined;
  return of('flat') ?? old ?? (eslint === undefined ? of('oxlint') : undefined);
}

const names: Record<LintConfiguration['kind'], readonly string[]> = {
  flat: ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((end) => `eslint.config.${end}`),
  eslintrc: [...['.js', '.cjs', '.yaml', '.yml', '.json', ''].map((end) => `.eslintrc${end}`), 'package.json'],
  oxlint: ['.oxlintrc.json', '.oxlintrc.jsonc', 'oxlint.config.ts'],
};

/** The configurations a linter finds from a folder: of each kind the nearest, in the folder or above it. */
function lintConfigurationsOf(folder: string): LintConfiguration[] {
  return (Object.keys(names) as LintConfiguration['kind'][]).flatMap((kind) => {
    for (let at = folder; ; at = dirname(at)) {
      for (const name of names[kind]) {
        const path = join(at, name);
        const text = existsSync(path) ? textOf(path, name) : undefined;
        if (text === undefined) continue;
        return [{ kind, file: relative(folder, path).split(sep).join('/'), text }];
      }
      if (dirname(at) === at) return [];
    }
  });
}

/** Undefined for what cannot be read, and for a package.json without a configuration. */
function textOf(path: string, name: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    if (name !== 'package.json') return text;
    const { eslintConfig } = JSON.parse(text.replace(/^\uFEFF/, '')) as { eslintConfig?: unknown };
    return eslintConfig === undefined ? undefined : JSON.stringify(eslintConfig);
  } catch {
    return undefined;
  }
}

/** Does a configuration name this plugin? */
export const namesPlugin = ({ text }: LintConfiguration): boolean => text.includes('session-secrets');

/** The version of a package that a folder sees installed; undefined for none. */
function installedVersion(folder: string, name: string): string | undefined {
  try {
    const file = createRequire(join(folder, 'package.json')).resolve(`${name}/package.json`);
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}
