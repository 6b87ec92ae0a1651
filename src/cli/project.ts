import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileProblem, Problem } from './problem';
import type { TypeScriptOptions } from './tsconfig';
import { readTypeScriptOptions } from './tsconfig';
import { majorOfTypeScript, runFileOf } from './typescript-build';
import type { Dialect } from './vault-module';
import { workspacesIn } from './workspaces';

/** The name the rules look for in package.json. */
export const importName = '#session-vault';

/** Where the vault goes in a project, and how it is found there. Paths begin at the project's folder, with `/`. */
export interface Placement {
  packageText: string;
  packageJson: PackageJson;
  dialect: Dialect;
  file: string;
  /** The value of `imports["#session-vault"]`. */
  entry: string | Record<string, string>;
  /** What the file is run as, where that is not itself. */
  runFile: string | undefined;
  /** A TypeScript that does not read `imports` of package.json. */
  needsPaths: boolean;
}

interface PackageJson {
  workspaces?: unknown;
  type?: unknown;
  imports?: unknown;
  main?: unknown;
  scripts?: unknown;
}

/** Reads what a project is. @param dir the folder the user named, if any */
export function placementIn(folder: string, dir: string | undefined): Placement {
  const packageText = readPackage(folder);
  const packageJson = parsePackage(packageText);
  if (dir === undefined) refuseRootOfWorkspaces(folder, packageJson);
  const tsconfig = join(folder, 'tsconfig.json');
  const options = existsSync(tsconfig) ? readTypeScriptOptions(tsconfig) : undefined;

  const home = homeOf(folder, dir, options);
  const modules = modulesOf(packageJson, folder, home);
  const dialect: Dialect = { language: options ? 'typescript' : 'javascript', modules };
  const path = join(home, `session-vault${extensionOf(dialect, packageJson)}`);
  const run = options ? runFileOf(path, options, packageJson) : path;
  const file = specifierOf(folder, path);
  const runFile = run === path || isOutside(folder, run) ? undefined : specifierOf(folder, run);
  return {
    packageText,
    packageJson,
    dialect,
    file: file.slice(2),
    // The compiler and whatever runs sources under the condition `development` see the source, Node the result.
    entry: runFile ? { types: file, development: file, default: runFile } : file,
    runFile: runFile?.slice(2),
    needsPaths: options !== undefined && isOldResolution(options),
  };
}

function readPackage(folder: string): string {
  try {
    return readFileSync(join(folder, 'package.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw fileProblem('read', 'package.json', error);
    const above = projectAbove(folder);
    const where = above === undefined ? 'the folder of your project' : `${above}, which has one`;
    throw new Problem(`There is no package.json in ${folder}: run this in ${where}.`);
  }
}

/** The nearest folder above that has a package.json. */
function projectAbove(folder: string): string | undefined {
  const above = dirname(folder);
  if (above === folder) return undefined;
  return existsSync(join(above, 'package.json')) ? above : projectAbove(above);
}

function parsePackage(text: string): PackageJson {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Problem(`package.json is not valid JSON: ${(error as Error).message.replace(/\s+/g, ' ')}.`);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Problem('package.json holds no object.');
  }
  return json;
}

/** Node looks for `imports` in the package a file belongs to, never in the root above it. */
function refuseRootOfWorkspaces(folder: string, packageJson: PackageJson): void {
  const packages = workspacesIn(folder, packageJson);
  if (packages === undefined) return;
  const shown = packages
    .slice(0, 20)
    .map((one) => `\n  ${one}`)
    .join('');
  const more = packages.length > 20 ? `\n  … and ${packages.length - 20} more` : '';
  throw new Problem(
    'This is the root of a workspace, and its packages do not see a vault of the root. Run this in the package that ' +
      `keeps sessions${shown ? `:${shown}${more}\n` : '. '}or say --dir, if the root itself is the program.`,
  );
}

function homeOf(folder: string, dir: string | undefined, options: TypeScriptOptions | undefined): string {
  const home = dir === undefined ? usualHome(folder, options?.rootDir) : resolve(folder, dir);
  // Node follows an import of package.json neither out of the package nor into what is installed.
  if (isOutside(folder, home) || relative(folder, home).split(sep).includes('node_modules')) {
    throw new Problem(`--dir ${dir} is not a folder of this project.`);
  }
  if (options?.rootDir !== undefined && isOutside(options.rootDir, home)) {
    throw new Problem(`--dir ${dir} is outside of "rootDir" in tsconfig.json and would not be compiled.`);
  }
  return home;
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return isAbsolute(way) || way.split(sep)[0] === '..';
}

function usualHome(folder: string, rootDir: string | undefined): string {
  const src = join(folder, 'src');
  const isThere = isFolder(src);
  const isCompiled = rootDir === undefined || !isOutside(rootDir, src);
  if (isThere && isCompiled) return src;
  return rootDir === undefined || isOutside(folder, rootDir) ? folder : rootDir;
}

/** `type` decides; without it the sources show what the project writes. */
function modulesOf({ type, main }: PackageJson, folder: string, home: string): Dialect['modules'] {
  if (type === 'module') return 'esm';
  if (type === 'commonjs') return 'commonjs';
  // `npm init` names a file that may never come to be.
  if (typeof main === 'string' && existsSync(join(folder, main))) return main.endsWith('.mjs') ? 'esm' : 'commonjs';
  const names = [folder, home].flatMap((one) => (isFolder(one) ? readdirSync(one) : []));
  const sources = names.filter((name) => /\.[cm]?jsx?$/.test(name) && !/config|rc\./.test(name));
  return sources.length > 0 && sources.every((name) => name.endsWith('.mjs')) ? 'esm' : 'commonjs';
}

/** Where `type` does not say what a `.js` is, the extension does. */
function extensionOf({ language, modules }: Dialect, { type }: PackageJson): string {
  if (language === 'typescript') return '.ts';
  if (type === 'module' || type === 'commonjs') return '.js';
  return modules === 'esm' ? '.mjs' : '.cjs';
}

const specifierOf = (folder: string, file: string): string => `./${relative(folder, file).split(sep).join('/')}`;

/** The ways of finding modules from before package.json had `imports`; the default until TypeScript 6. */
function isOldResolution({ folder, moduleResolution = 'node10', ignoreDeprecations }: TypeScriptOptions): boolean {
  if (!['node', 'node10', 'classic'].includes(moduleResolution)) return false;
  return majorOfTypeScript(folder) < 6 || ignoreDeprecations !== undefined;
}
