import type { Library } from '../../libraries/types';
import type { FileContext } from './file-context';
import { isLoaded, specifiersIn } from './imports';
import { nearestPackageJson } from './package-json';

export function isDependency(library: Library, file: FileContext): boolean {
  const dependencies = nearestPackageJson(file)?.dependencies ?? {};
  return namesOf(library).some((name) => Object.hasOwn(dependencies, name));
}

const namesOf = ({ module, specifiers = [] }: Library): string[] => [module, ...specifiers];

/** A library as its user calls it: by the name under which the file loads it, or the package depends on it. */
export function usedName(library: Library, file: FileContext): string {
  const dependencies = nearestPackageJson(file)?.dependencies ?? {};
  const names = namesOf(library);
  const loaded = names.find((name) => specifiersIn(file).has(name));
  return loaded ?? names.find((name) => Object.hasOwn(dependencies, name)) ?? library.module;
}

/** Does the file load a library, or its package depend on it? */
export const isInUse = (library: Library, file: FileContext): boolean =>
  isLoaded(library, file) || isDependency(library, file);
