import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { TypeScriptOptions } from './tsconfig';

/** Of package.json: where a program is said to start. */
export interface EntryPoints {
  main?: unknown;
  scripts?: unknown;
}

/**
 * The file a TypeScript file is run as: the compiled one, or itself where nothing is compiled (a bundler, tsx, Node).
 * @param source an absolute path
 */
export function runFileOf(source: string, options: TypeScriptOptions, entries: EntryPoints): string {
  const { outDir, folder } = options;
  if (options.noEmit || options.emitDeclarationOnly) return source;
  if (outDir === undefined || outDir === folder) return isCompiledByScript(entries) ? compiled(source) : source;
  return compiled(join(outDir, relative(rootOf(source, options, outDir, entries), source)));
}

const compiled = (file: string): string => file.replace(/\.ts$/, '.js');

/** Without an `outDir`, `tsc` writes beside the source; many projects only use it to check. */
function isCompiledByScript({ scripts }: EntryPoints): boolean {
  return textsOf(scripts).some((script) => /\btsc\b(?!.*--noEmit)/i.test(script));
}

/** The folder whose structure the output repeats. */
function rootOf(source: string, options: TypeScriptOptions, outDir: string, entries: EntryPoints): string {
  const { rootDir, folder, composite } = options;
  if (rootDir !== undefined) return rootDir;
  // What starts the program shows where its source went, whichever compiler and configuration built it.
  const started = rootShownBy(entries, folder, outDir);
  if (started !== undefined) return started;
  if (composite || majorOfTypeScript(folder) >= 6) return folder;
  return commonFolder([dirname(source), ...sourceFoldersOf(options, outDir)]);
}

function rootShownBy({ main, scripts }: EntryPoints, folder: string, outDir: string): string | undefined {
  const out = relative(folder, outDir).split(sep).join('/');
  const starts = [main, ...textsOf(scripts)].filter((text) => typeof text === 'string');
  const files = starts.flatMap((text) => text.split(/["'\s;&=]/).flatMap((word) => fileBelow(out, word)));
  const isSourceBelow = (root: string) => (file: string) =>
    ['.ts', '.tsx', '.mts', '.cts', '/index.ts'].some((end) => existsSync(join(root, file + end)));
  return [join(folder, 'src'), folder].find((root) => files.some(isSourceBelow(root)));
}

/** `api/server` for `./dist/api/server.js` and the folder `dist`; nothing for words of another kind. */
function fileBelow(folder: string, word: string): string[] {
  const at = `/${word}`.indexOf(`/${folder}/`);
  const file = at < 0 ? '' : word.slice(at + folder.length + 1).replace(/\.[cm]?js$/, '');
  return /^[\w./-]+$/.test(file) ? [file] : [];
}

function textsOf(scripts: unknown): string[] {
  const texts: unknown[] = typeof scripts === 'object' && scripts !== null ? Object.values(scripts) : [];
  return texts.filter((text) => typeof text === 'string');
}

/** The major version of the TypeScript a folder has installed; 0 for none. The sixth changed defaults we depend on. */
export function majorOfTypeScript(folder: string): number {
  try {
    const file = createRequire(join(folder, 'package.json')).resolve('typescript/package.json');
    return Number.parseInt((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version, 10);
  } catch {
    return 0;
  }
}

/** Folders that hold TypeScript: those which are included, up to the first wildcard, or those found. */
function sourceFoldersOf({ folder, include }: TypeScriptOptions, outDir: string): string[] {
  if (include) return include.map((pattern) => fixedPart(pattern));
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return isSource(entry.name) ? [folder] : [];
    return path !== outDir && hasSource(path) ? [path] : [];
  });
}

function fixedPart(pattern: string): string {
  const steps = pattern.split(/[\\/]/);
  const wild = steps.findIndex((step) => /[*?]/.test(step));
  if (wild >= 0) return steps.slice(0, wild).join('/');
  return /\.\w+$/.test(pattern) ? dirname(pattern) : pattern;
}

const isSource = (name: string): boolean => /(?<!\.d)\.[cm]?tsx?$/.test(name) && !/\.config\./.test(name);

/** Does a folder hold TypeScript that a person wrote? */
export function hasSource(folder: string): boolean {
  if (/(?:^|[\\/])(?:node_modules|\.[^\\/]*)$/.test(folder)) return false;
  try {
    return readdirSync(folder, { withFileTypes: true }).some((entry) =>
      entry.isDirectory() ? hasSource(join(folder, entry.name)) : isSource(entry.name),
    );
  } catch {
    return false;
  }
}

function commonFolder(folders: readonly string[]): string {
  const [first = [], ...rest] = folders.map((folder) => resolve(folder).split(sep));
  const length = first.findIndex((step, index) => rest.some((steps) => steps[index] !== step));
  return (length < 0 ? first : first.slice(0, length)).join(sep) || sep;
}
