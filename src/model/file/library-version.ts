import { join } from 'node:path';
import type { AttributeFact, Attributes, Library, Versions } from '../../libraries/types';
import type { FileContext } from './file-context';
import { oncePerText } from './file-context';
import { dirname, resolve } from 'node:path';
import { oncePerFacts } from '../facts/once-per-facts';
import { nearestPackageJson, readPackageJson } from './package-json';
import type { VersionRange } from '../facts/version-range';
import { isRangeBefore, rangeOf } from '../facts/version-range';

/** How much of a library's version a file can tell: by what is installed, by what is asked for, by what is used. */
export interface LibraryVersion {
  /** Is the library older than this version? Undefined where that cannot be told. */
  isBefore(version: string): boolean | undefined;
}

const known = oncePerText(() => new Map<string, VersionRange | null>());

/**
 * The version of the library that a file is run with.
 * @param module what the file loads it by; one library can have several packages
 * @param onlyIn the versions that have what is used of it, for when nothing else tells
 */
export function versionOf(library: Library, module: string, file: FileContext, onlyIn: Versions = {}): LibraryVersion {
  return {
    isBefore(version) {
      const range =
        rangeFor(packageOf(module), file) ?? (module === library.module ? null : rangeFor(library.module, file));
      if (range) return isRangeBefore(range, version);
      const shape = rangeOf(
        [onlyIn.from && `>=${onlyIn.from}`, onlyIn.before && `<${onlyIn.before}`].filter(Boolean).join(' '),
      );
      return shape ? isRangeBefore(shape, version) : undefined;
    },
  };
}

/** `@scope/name/path` belongs to the package `@scope/name`. */
const packageOf = (module: string): string => module.split('/', module.startsWith('@') ? 2 : 1).join('/');

function rangeFor(name: string, file: FileContext): VersionRange | null {
  const ranges = known(file);
  let range = ranges.get(name);
  if (range === undefined) ranges.set(name, (range = rangeOf(installed(name, file) ?? declared(name, file) ?? '')));
  return range;
}

/** Where Node would find the package from the file's folder upwards. */
function installed(name: string, { filename, cwd }: FileContext): string | undefined {
  if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) return undefined;
  for (let folder = dirname(resolve(cwd, filename)); ; folder = dirname(folder)) {
    const version = readPackageJson(join(folder, 'node_modules', name))?.version;
    if (typeof version === 'string') return version;
    if (dirname(folder) === folder) return undefined;
  }
}

function declared(name: string, file: FileContext): string | undefined {
  const range = nearestPackageJson(file)?.ranges?.[name];
  return typeof range === 'string' ? range : undefined;
}

/** Is any of these facts another one in another version? */
const isVersioned = oncePerFacts((attributes: Attributes): boolean =>
  Object.values(attributes).some((fact) => fact.versions ?? fact.rejectsFrom ?? fact.rejectsUnlessBefore),
);

/**
 * The facts of attributes as they are in the version in use; what differs is left out where the version is not known.
 */
export function attributesAt(attributes: Attributes, version: LibraryVersion): Attributes {
  if (!isVersioned(attributes)) return attributes;
  return Object.fromEntries(Object.entries(attributes).map(([name, fact]) => [name, factAt(fact, version)]));
}

function factAt(
  { versions = [], rejectsFrom, rejectsUnlessBefore, ...fact }: AttributeFact,
  version: LibraryVersion,
): AttributeFact {
  const now: Record<string, unknown> = { ...fact };
  if (rejectsFrom !== undefined && version.isBefore(rejectsFrom) !== false) delete now['rejects'];
  if (rejectsUnlessBefore !== undefined && version.isBefore(rejectsUnlessBefore)) delete now['rejects'];
  for (const { from, before, ...other } of versions) {
    const isIn = both(
      from === undefined ? true : not(version.isBefore(from)),
      before === undefined ? true : version.isBefore(before),
    );
    if (isIn) Object.assign(now, other);
    if (isIn === undefined) for (const key of Object.keys(other)) delete now[key];
  }
  return now as unknown as AttributeFact;
}

const not = (is: boolean | undefined): boolean | undefined => (is === undefined ? undefined : !is);

const both = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === false || b === false ? false : a && b;
