import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is proven of a library; a file of `results`, shown in docs/libraries.md. */
export interface Result {
  module: string;
  /** The versions that were run. */
  versions: readonly string[];
  /** By the first name of a place. */
  places: Readonly<Record<string, PlaceResult>>;
  /** Why the library was not run at all. */
  unproven?: string;
}

export interface PlaceResult {
  proven: readonly string[];
  /** Reasons, by fact. */
  unproven?: Readonly<Record<string, string>>;
}

/** By the module of the fact file. */
export type Results = Readonly<Record<string, Result>>;

const folder = join(import.meta.dirname, 'results');

/** The file a library's result is kept in. */
export const resultFile = (module: string): string =>
  join(folder, `${module.toLowerCase().replace(/^@/, '').replace(/[./]/g, '-')}.json`);

/** What the last run has shown; nothing of it is installed for that. */
export function readResults(): Results {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const read = files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Result);
  return Object.fromEntries(read.map((result) => [result.module, result]));
}
