import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FileContext } from './file-context';
import { oncePerText } from './file-context';

/** What we read of a package.json. */
export interface PackageJson {
  /** Its folder. */
  folder: string;
  type?: unknown;
  version?: unknown;
  imports?: Record<string, unknown>;
  /** With those that whoever installs it brings along. */
  dependencies?: Record<string, unknown>;
  /** What it asks for of other packages, whether to run, to develop, or of whoever installs it. */
  ranges?: Record<string, unknown>;
}

/**
 * The nearest package.json above a file, as Node would find it; null when there is none. One that cannot be read
 * ends the search with nothing known, as it would for Node.
 */
export const nearestPackageJson = oncePerText(({ filename, cwd }: FileContext): PackageJson | null => {
  for (let folder = dirname(resolve(cwd, filename)); ; folder = dirname(folder)) {
    const text = textOf(join(folder, 'package.json'));
    if (text !== undefined) return parse(text, folder) ?? null;
    if (dirname(folder) === folder) return null;
  }
});

/** The package.json of one folder; undefined when there is none that can be read. */
export function readPackageJson(folder: string): PackageJson | undefined {
  const text = textOf(join(folder, 'package.json'));
  return text === undefined ? undefined : parse(text, folder);
}

function textOf(path: string): string | undefined {
  // Asked before it is read: most folders have none, and an error costs more than the question.
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string, folder: string): PackageJson | undefined {
  try {
    const json = JSON.parse(text) as unknown;
    if (!isRecord(json)) return undefined;
    const { type, version, imports, dependencies, devDependencies, peerDependencies } = json;
    return {
      folder,
      type,
      version,
      ...(isRecord(imports) ? { imports } : {}),
      dependencies: Object.assign({}, ...[peerDependencies, dependencies].filter(isRecord)) as Record<string, unknown>,
      ranges: Object.assign({}, ...[peerDependencies, devDependencies, dependencies].filter(isRecord)) as Record<
        string,
        unknown
      >,
    };
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
