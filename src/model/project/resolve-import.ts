import { CachedInputFileSystem, ResolverFactory } from 'enhanced-resolve';
import type { Resolver } from 'enhanced-resolve';
import { createPathsMatcher, getTsconfig } from 'get-tsconfig';
import * as fs from 'node:fs';
import { dirname } from 'node:path';

/** How long an answer of the disk is believed, in ms: long enough for the files of a folder, short for an editor. */
const believed = 1_000;

let resolver: Resolver | undefined;

/** Made when the first file leads elsewhere: most runs need none. */
const theResolver = (): Resolver =>
  (resolver ??= ResolverFactory.createResolver({
    fileSystem: new CachedInputFileSystem(fs, believed),
    useSyncFileSystemCalls: true,
    // What is written by hand comes before what is compiled from it, where both stand side by side.
    extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.vue', '.svelte', '.astro'],
    extensionAlias: {
      '.js': ['.ts', '.tsx', '.js', '.jsx'],
      '.jsx': ['.tsx', '.jsx'],
      '.mjs': ['.mts', '.mjs'],
      '.cjs': ['.cts', '.cjs'],
    },
    conditionNames: ['node', 'import', 'require', 'module', 'default'],
    mainFields: ['main', 'module'],
  }));

type PathsMatcher = (specifier: string) => string[];

/** What is known of the imports of one folder, until it is no longer believed. */
class Folder {
  readonly #path: string;
  readonly #answers = new Map<string, string | null>();
  readonly #readAt = Date.now();
  #isThere: boolean | undefined;
  #paths: PathsMatcher | null | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  get isBelieved(): boolean {
    return Date.now() - this.#readAt < believed;
  }

  resolve(specifier: string): string | null {
    // The text of an editor that was never saved has no folder, and so no neighbours.
    this.#isThere ??= fs.existsSync(this.#path);
    if (!this.#isThere) return null;
    let answer = this.#answers.get(specifier);
    if (answer === undefined) this.#answers.set(specifier, (answer = this.#search(specifier)));
    return answer;
  }

  #search(specifier: string): string | null {
    const isRelative = /^\.{0,2}(?:\/|$)/.test(specifier);
    const candidates = isRelative ? [] : (this.#pathsAbove()?.(specifier) ?? []);
    for (const request of [...candidates, specifier]) {
      const path = resolved(request, this.#path);
      if (path !== null) return isInstalled(path) ? null : path;
    }
    return null;
  }

  /** The `paths` of the tsconfig that holds for the folder. */
  #pathsAbove(): PathsMatcher | null {
    if (this.#paths !== undefined) return this.#paths;
    try {
      const tsconfig = getTsconfig(this.#path);
      this.#paths = tsconfig && createPathsMatcher(tsconfig);
    } catch {
      // A tsconfig that cannot be read says nothing.
    }
    return (this.#paths ??= null);
  }
}

const folders = new Map<string, Folder>();

/**
 * The file of the project that an import leads to: by a relative path, by `paths` of the tsconfig, by `imports` of the
 * package.json, or as a package of the workspace. Null for what is installed, built in, or not there.
 * @param from the absolute path of the file that imports
 */
export function resolveImport(specifier: string, from: string): string | null {
  const path = dirname(from);
  let folder = folders.get(path);
  if (!folder?.isBelieved) folders.set(path, (folder = new Folder(path)));
  return folder.resolve(specifier);
}

function resolved(request: string, folder: string): string | null {
  try {
    const path = theResolver().resolveSync({}, folder, request);
    return path === false ? null : (path.split('?')[0] ?? null);
  } catch {
    return null;
  }
}

const isInstalled = (path: string): boolean => /[/\\]node_modules[/\\]/.test(path);
