import { resolve } from 'node:path';
import type { Library, Within } from '../libraries/types';
import type { File } from './file';
import { oncePerFile } from './file';

/** Every text that stands where a module is loaded: an answer to a question of wording need be no better than that. */
export const specifiersIn = oncePerFile(
  ({ sourceCode: { text } }): ReadonlySet<string> =>
    new Set(
      Array.from(text.matchAll(/\b(?:from|import|require) ?\(?["'`]([\w@/.:$#-]+)["'`]/g), ([, specifier]) => specifier as string),
    ),
);

/** Does the file load a library, under whatever name? */
export function isLoaded({ module, specifiers = [] }: Library, file: File): boolean {
  const named = specifiersIn(file);
  return named.has(module) || specifiers.some((specifier) => named.has(specifier));
}

/** Is the file one of a framework's own, by its place or by what it loads? */
export function isWithin({ files = [], imports = [] }: Within, file: File): boolean {
  return isNamed(files, file) || imports.some((specifier) => specifiersIn(file).has(specifier));
}

const pathOf = oncePerFile(({ filename, cwd }: File): string =>
  `/${resolve(cwd, filename).replaceAll('\\', '/')}`.replace(/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/, ''),
);

/** Does the path of the file end in one of these names, its extension aside? */
export function isNamed(names: readonly string[], file: File): boolean {
  return names.length > 0 && names.some((name) => pathOf(file).endsWith(`/${name}`));
}
