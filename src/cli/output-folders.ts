import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readTypeScriptOptions } from './tsconfig';
import { hasSource } from './typescript-build';

/** Of package.json: all that may name what a build has written. */
interface Outputs {
  main?: unknown;
  module?: unknown;
  types?: unknown;
  bin?: unknown;
  exports?: unknown;
  files?: unknown;
}

/** Folders of these names are written by a build, wherever they are found. */
const always = ['dist', '.next', '.nuxt', '.output', '.svelte-kit', '.astro', '.vercel'];

/** Of these the package has to say it, and to keep its sources elsewhere: `lib` holds the sources of many. */
const perhaps = ['build', 'out', 'output', 'lib', 'es', 'esm', 'cjs', 'umd'];

/** The folders of a package that a build writes, with `/`; linting them finds what is overwritten by the next build. */
export function outputFoldersOf(folder: string, manifest: Outputs): string[] {
  const { main, module, types, bin, exports, files } = manifest;
  const isTypeScript = existsSync(join(folder, 'tsconfig.json'));
  const hasOtherSources = isTypeScript || existsSync(join(folder, 'src'));
  const isOutput = (name: string): boolean =>
    always.includes(name) || (perhaps.includes(name) && hasOtherSources && !hasSource(join(folder, name)));
  const named = textsIn([main, module, types, bin, exports, files])
    .map((text) => text.replace(/^\.\//, '').split('/')[0] as string)
    .filter(isOutput);
  const there = always.filter((name) => existsSync(join(folder, name)));
  return [...new Set([...compiledTo(folder), ...named, ...there])].sort();
}

/** The `outDir` of every tsconfig of a folder. */
function compiledTo(folder: string): string[] {
  const configs = readdirSync(folder).filter((name) => /^tsconfig(?:\..+)?\.json$/.test(name));
  return configs.flatMap((name) => {
    try {
      const { outDir } = readTypeScriptOptions(join(folder, name));
      const way = outDir === undefined ? '' : relative(folder, outDir).split(sep).join('/');
      // What lies around the sources cannot be left out without them.
      return way === '' || /^\.\.|^[a-z]:/i.test(way) || hasSource(join(folder, way)) ? [] : [way];
    } catch {
      return [];
    }
  });
}

/** Every text in a value of JSON, keys left out. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
