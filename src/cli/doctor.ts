import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import plugin from '../plugin';
import { settingsOf } from '../settings/settings';
import type { ResolvedSettings } from '../settings/types';
import { eslintOf } from './eslint-of-project';
import type { Fate, LintOf, ProjectEslint } from './eslint-of-project';
import { findingsOf } from './doctor-findings';
import type { Examination, Examined } from './doctor-findings';
import { reportOf } from './doctor-report';
import { cachedIn, scopesIn, scriptsOf } from './lint-scripts';
import { lintNeedsOf } from './lint-set-up';
import { outputFoldersOf } from './output-folders';
import { Problem } from './problem';
import { importName } from './project';
import { sessionFilesIn } from './session-files';
import type { SessionFile } from './session-files';

interface Manifest {
  scripts?: unknown;
  imports?: Record<string, unknown>;
}

interface Package {
  /** From the folder of the project, with `/` at its end; empty for the project itself. */
  way: string;
  manifest: Manifest;
  /** Of the project's folder, too. */
  outputs: readonly string[];
}

/** Says which files with sessions are linted, which are not, and why; gives the exit code. */
export async function doctor(folder: string, isJson: boolean, out: (text: string) => void): Promise<number> {
  const examination = await examine(folder);
  const findings = findingsOf(examination);
  out(isJson ? `${JSON.stringify(findings, null, 2)}\n` : reportOf(findings));
  return findings.problems.length > 0 ? 1 : 0;
}

async function examine(folder: string): Promise<Examination> {
  if (!existsSync(folder)) throw new Problem(`There is no folder ${folder}.`);
  const manifest = manifestIn(folder);
  const scripts = scriptsOf(manifest);
  const needs = lintNeedsOf(folder, manifest, existsSync(join(folder, 'tsconfig.json')));
  const eslint = await eslintOf(folder, needs, scripts);

  const { files, packages, looked, isCut } = sessionFilesIn(folder);
  const known = packagesOf(folder, packages, manifest);
  const examined: Examined[] = [];
  for (const file of files) examined.push(await examineFile(folder, file, known, eslint));
  return {
    eslint: { version: eslint.version, kind: eslint.kind, file: eslint.configuration?.file ?? '' },
    otherConfigurations: needs.configurations.filter((one) => one !== eslint.configuration).map(({ file }) => file),
    looked,
    isCut,
    files: examined,
    lintedOutputs: await lintedOutputs(folder, known, examined, eslint),
    scopes: scopesIn(folder, scripts),
    cachedScripts: cachedIn(scripts),
    rulesOffInTests: Object.values(plugin.rules).filter(({ meta }) => isOffInTests(meta)).length,
  };
}

const isOffInTests = (meta: { docs?: { inTests?: boolean } }): boolean => meta.docs?.inTests === false;

async function examineFile(
  folder: string,
  { file, because }: SessionFile,
  packages: readonly Package[],
  eslint: ProjectEslint,
): Promise<Examined> {
  const path = join(folder, file);
  // The longest way is the nearest package.
  const home = packages.find(({ way }) => file.startsWith(way));
  const isOutput = packages.some(({ outputs }) => outputs.some((output) => file.startsWith(output)));
  const lint = await eslint.lintOf(path);
  const settings = settingsIn(lint);
  const isTest = (way: string): boolean => settings.testFiles.has(path, () => way);
  // A program with a package.json of its own below `tests` is none to the rules; nobody minds that it is left out.
  return {
    file,
    because,
    fate: lint.fate,
    off: lint.off,
    isOutput,
    isTest: isTest(file.slice(home?.way.length ?? 0)) || (lint.fate !== 'linted' && isTest(file)),
    vault: vaultOf(settings, home?.manifest),
    home: home?.way ?? '',
  };
}

function settingsIn({ settings }: LintOf): ResolvedSettings {
  try {
    return settingsOf({ settings });
  } catch (error) {
    throw new Problem((error as Error).message);
  }
}

function vaultOf({ vault }: ResolvedSettings, manifest: Manifest | undefined): string | null | false {
  if (vault !== undefined) return vault && vault.module;
  return manifest?.imports?.[importName] === undefined ? null : importName;
}

/**
 * Output folders whose files a lint would look at, whether they are there now or after the next build; of packages that
 * keep sessions, since there is nothing to find or fix in others.
 */
async function lintedOutputs(
  folder: string,
  packages: readonly Package[],
  files: readonly Examined[],
  eslint: ProjectEslint,
): Promise<string[]> {
  const homes = new Set(files.filter(({ isTest }) => !isTest).map(({ home }) => home));
  const linted: string[] = [];
  for (const output of new Set(packages.filter(({ way }) => homes.has(way)).flatMap(({ outputs }) => outputs))) {
    const { fate } = await eslint.lintOf(join(folder, output, 'index.js'));
    if (isLinted(fate)) linted.push(output);
  }
  return linted;
}

const isLinted = (fate: Fate): boolean => fate === 'linted' || fate === 'unparsed';

/** The nearest one of a file comes first. */
function packagesOf(folder: string, ways: readonly string[], manifest: Manifest): Package[] {
  const all = [...ways.filter((way) => way !== '')].sort((a, b) => b.length - a.length);
  const below = all.map((way) => ({ way: `${way}/`, manifest: manifestIn(join(folder, way)) }));
  return [...below, { way: '', manifest }].map((one) => {
    const outputs = outputFoldersOf(join(folder, one.way), one.manifest as object);
    return { ...one, outputs: outputs.map((output) => `${one.way}${output}/`) };
  });
}

function manifestIn(folder: string): Manifest {
  try {
    const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8').replace(/^\uFEFF/, '')) as unknown;
    return typeof json === 'object' && json !== null ? (json as Manifest) : {};
  } catch {
    return {};
  }
}
