import { CachedInputFileSystem, ResolverFactory } from 'enhanced-resolve';
import type { Resolver } from 'enhanced-resolve';
import { createPathsMatcher, getTsconfig } from 'get-tsconfig';
import * as fs from 'node:fs';
import { dirname } from 'node:path';

/** How long an answer of the disk is believed, in milliseconds: long enough for one run, short for an editor. */
const believed = 4_000;

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

/** The `paths` of the tsconfig above each folder, and when that was read. */
const matchers = new Map<string, { readAt: number; matcher: PathsMatcher | null }>();

function pathsAbove(folder: string): PathsMatcher | null {
  const known = matchers.get(folder);
  if (known && Date.now() - known.readAt < believed) return known.matcher;
  let matcher: PathsMatcher | null = null;
  try {
    const tsconfig = getTsconfig(folder);
    matcher = tsconfig && createPathsMatcher(tsconfig);
  } catch {
    // A tsconfig that cannot be read says nothing.
  }
  matchers.set(folder, { readAt: Date.now(), matcher });
  return matcher;
}

/**
 * The file of the project that an import leads to: by a relative path, by `paths` of the tsconfig, by `imports` of the
 * package.json, or as a package of the workspace. Null for what is installed, built in, or not there.
 * @param from the absolute path of the file that imports
 */
export function resolveImport(specifier: string, from: string): string | null {
  const folder = dirname(from);
  const isRelative = /^\.{0,2}(?:\/|$)/.test(specifier);
  const candidates = isRelative ? [] : (pathsAbove(folder)?.(specifier) ?? []);
  for (const request of [...candidates, specifier]) {
    const path = resolved(request, folder);
    if (path !== null) return isInstalled(path) ? null : path;
  }
  return null;
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
