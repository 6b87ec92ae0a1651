import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { File } from './file';
import { oncePerFile } from './file';

/** What we read of a package.json. */
export interface PackageJson {
  /** Its folder. */
  folder: string;
  type?: unknown;
  imports?: Record<string, unknown>;
  dependencies?: Record<string, unknown>;
}

/**
 * The nearest package.json above a file, as Node would find it; undefined when there is none. One that cannot be read
 * ends the search with nothing known, as it would for Node.
 */
export const nearestPackageJson = oncePerFile(({ filename, cwd }: File): PackageJson | undefined => {
  for (let folder = dirname(resolve(cwd, filename)); ; folder = dirname(folder)) {
    const text = textOf(join(folder, 'package.json'));
    if (text !== undefined) return parse(text, folder);
    if (dirname(folder) === folder) return undefined;
  }
});

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
    return {
      folder,
      type: json['type'],
      ...(isRecord(json['imports']) ? { imports: json['imports'] } : {}),
      ...(isRecord(json['dependencies']) ? { dependencies: json['dependencies'] } : {}),
    };
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
