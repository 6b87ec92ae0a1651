import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
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
  module?: string;
  moduleResolution?: string;
  include?: string[];
}

interface TsConfig {
  extends?: string | string[];
  compilerOptions?: Record<string, unknown>;
  include?: string[];
  files?: string[];
  references?: { path: string }[];
}

/** Reads a tsconfig.json with all it extends. One that only refers to others stands for the first of them. */
export function readTypeScriptOptions(file: string): TypeScriptOptions {
  const { references, files, include } = parse(file);
  const [reference] = references ?? [];
  if (reference && files?.length === 0 && include === undefined) {
    const target = resolve(dirname(file), reference.path);
    const referred = existsSync(target) && statSync(target).isDirectory() ? join(target, 'tsconfig.json') : target;
    if (existsSync(referred)) return { ...optionsOf(referred, []), folder: dirname(referred) };
  }
  return { ...optionsOf(file, []), folder: dirname(file) };
}

function optionsOf(file: string, above: readonly string[]): Omit<TypeScriptOptions, 'folder'> {
  const config = parse(file);
  const bases = [config.extends ?? []].flat().map((name) => baseOf(name, file));
  const inherited = bases
    .filter((base) => base !== undefined && !above.includes(base))
    .map((base) => optionsOf(base as string, [...above, file]));
  const own = ownOptions(config, dirname(file), dirname(above[0] ?? file));
  return Object.assign({}, ...inherited, own) as TypeScriptOptions;
}

function ownOptions({ compilerOptions = {}, include, files }: TsConfig, folder: string, configDir: string) {
  const absolute = (path: string) => resolve(folder, path.replace('${configDir}', configDir));
  const entries = Object.entries(compilerOptions).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'outDir' || key === 'rootDir') {
      return typeof value === 'string' ? [[key, absolute(value)]] : [];
    }
    if (key === 'module' || key === 'moduleResolution') return [[key, String(value).toLowerCase()]];
    return key === 'composite' || key === 'noEmit' || key === 'emitDeclarationOnly' ? [[key, value === true]] : [];
  });
  const patterns = include ?? files;
  return { ...Object.fromEntries(entries), ...(patterns ? { include: patterns.map(absolute) } : {}) };
}

/** Where a base lies: beside the file that extends it, or in a package. One that is not installed is left out. */
function baseOf(name: string, file: string): string | undefined {
  if (/^\.{0,2}\//.test(name)) {
    const path = resolve(dirname(file), name);
    return [path, `${path}.json`].find((one) => existsSync(one) && statSync(one).isFile());
  }
  const { resolve: find } = createRequire(file);
  for (const candidate of [name, `${name}.json`, `${name}/tsconfig.json`]) {
    try {
      const found = find(candidate);
      if (found.endsWith('.json')) return found;
    } catch {
      // The next spelling may be the one.
    }
  }
  return undefined;
}

/** A tsconfig.json may have comments and commas at the end of lists, which JSON may not. */
function parse(file: string): TsConfig {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  // What is not closed reaches to the end of the text: it is no JSON, and no reason to look again from every character.
  const comments = /("(?:[^"\\]|\\[\s\S])*"?)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
  const plain = text.replace(comments, '$1').replace(/("(?:[^"\\]|\\[\s\S])*"?)|,(?=\s*[}\]])/g, '$1');
  try {
    return JSON.parse(plain) as TsConfig;
  } catch (error) {
    throw new Problem(`${file} cannot be read: ${(error as Error).message}.`);
  }
}
