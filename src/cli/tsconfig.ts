import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseTsconfig } from 'get-tsconfig';
import { Problem } from './problem';

/** What decides where TypeScript puts what it compiles, and how it finds modules. Paths are absolute. */
export interface TypeScriptOptions {
  /** The folder of the tsconfig.json. */
  folder: string;
  outDir?: string;
  rootDir?: string;
  composite?: boolean;
  noEmit?: boolean;
  emitDeclarationOnly?: boolean;
  /** As said, or as follows from `module` up to TypeScript 5. */
  moduleResolution?: string;
  /** TypeScript 6 takes the old ways of finding modules only with this. */
  ignoreDeprecations?: string;
  include?: string[];
}

/** Reads a tsconfig.json with all it extends. One that only refers to others stands for the first of them. */
export function readTypeScriptOptions(file: string): TypeScriptOptions {
  const { references, files, include } = parse(file);
  const [reference] = references ?? [];
  if (reference && files?.length === 0 && include === undefined) {
    const target = resolve(dirname(file), reference.path);
    const referred = existsSync(target) && statSync(target).isDirectory() ? join(target, 'tsconfig.json') : target;
    if (existsSync(referred)) return optionsOf(referred);
  }
  return optionsOf(file);
}

function optionsOf(file: string): TypeScriptOptions {
  const { compilerOptions = {}, include, files } = parse(file);
  const { outDir, rootDir, composite, noEmit, emitDeclarationOnly, moduleResolution, ignoreDeprecations } =
    compilerOptions;
  const folder = dirname(file);
  const patterns = include ?? files;
  return {
    folder,
    ...(outDir === undefined ? {} : { outDir: resolve(folder, outDir) }),
    ...(rootDir === undefined ? {} : { rootDir: resolve(folder, rootDir) }),
    ...(composite === undefined ? {} : { composite }),
    ...(noEmit === undefined ? {} : { noEmit }),
    ...(emitDeclarationOnly === undefined ? {} : { emitDeclarationOnly }),
    ...(moduleResolution === undefined ? {} : { moduleResolution: moduleResolution.toLowerCase() }),
    ...(ignoreDeprecations === undefined ? {} : { ignoreDeprecations }),
    ...(patterns ? { include: patterns.map((pattern) => resolve(folder, pattern)) } : {}),
  };
}

function parse(file: string) {
  try {
    return parseTsconfig(file);
  } catch (error) {
    throw new Problem(`${file} cannot be read: ${(error as Error).message.replace(/\.$/, '')}.`);
  }
}
