import { resolve } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, returnedBy } from '../../ast/functions';
import { functionNamed } from '../../ast/definition';
import { unwrap } from '../../ast/unwrap';
import type { FileContext, OtherFiles } from '../file/file-context';
import { connected, oncePerFile } from '../file/file-context';
import { specifiersIn } from '../file/imports';
import type { Origin } from '../file/origin';
import type { Export } from './exports';
import { exportsOf } from './exports';
import { openOther } from './open-file';
import { resolveImport } from './resolve-import';

/** What another file of the project exports. */
export interface Exported {
  file: FileContext;
  /** The expression behind the name, or the name itself where it is declared. */
  node: TSESTree.Node;
  /** Keys that are left to go from the value of that expression. */
  path: readonly string[];
}

/** Through as many files a name may be exported again. */
const mostFiles = 8;

/** As many other files are read for one file; real ones need a handful. */
const mostOthers = 60;

/** As many different imports of one file are looked up. */
const mostAsked = 500;

/** Where the imports of a file lead: the paths, and which of them were opened. */
const reachedFrom = oncePerFile((_file: FileContext) => ({
  paths: new Map<string, string | null>(),
  files: new Map<string, FileContext | null>(),
}));

/** The path of the file of the project that an import leads to; null where it leads out of the project. */
function pathBehind(specifier: string, from: FileContext): string | null {
  if (!from.others || !leadsElsewhere(specifier, from)) return null;
  const { paths } = reachedFrom(from);
  let path = paths.get(specifier);
  if (path === undefined) {
    path = paths.size < mostAsked ? resolveImport(specifier, resolve(from.cwd, from.filename)) : null;
    paths.set(specifier, path);
  }
  return path;
}

function fileBehind(specifier: string, from: FileContext): FileContext | null {
  const path = pathBehind(specifier, from);
  if (path === null) return null;
  const { files } = reachedFrom(from);
  let file = files.get(path);
  if (file === undefined) {
    file = files.size < mostOthers ? openOther(path, from) : null;
    // A file that is only looked at from elsewhere has been connected as it is by itself.
    if (file && !from.entry) connected(from);
    files.set(path, file);
  }
  return file;
}

/** The files of the project that a file imports. */
export const filesImportedBy = oncePerFile((file: FileContext): readonly FileContext[] =>
  [...specifiersIn(file)].flatMap((specifier) => fileBehind(specifier, file) ?? []),
);

/** What belongs to a library we know, or to Node, is no file of the project. */
const leadsElsewhere = (specifier: string, { libraries }: FileContext): boolean =>
  !specifier.startsWith('node:') && (libraries.bySpecifier.get(specifier) ?? []).length === 0;

/** Where a name that is imported leads: to an expression of another file, or on to a module that is no file of ours. */
type Landing = Exported | { file: FileContext; node: null; module: string; path: readonly string[] };

interface Way {
  /** Is it the default export for certain, so that the path begins below it? */
  isDefault: boolean;
  /** Is it by `export *` of another file, which leaves the default export out? */
  isStar?: boolean;
  /** How many more files it may lead through. */
  left: number;
  /** What was looked for, and in which files: those that export all of each other are searched once. */
  seen: Set<string>;
}

/**
 * What lies behind an import.
 * @param path the name that is imported, and the keys below it; none for all of it, or for the default export
 * @param isDefault is it the default export for certain, so that the path begins below it?
 */
export function exportedBy(
  specifier: string,
  path: readonly string[],
  from: FileContext,
  isDefault = false,
): Exported | null {
  const landing = landingOf(specifier, path, from, { isDefault, left: mostFiles, seen: new Set() });
  return landing?.node ? landing : null;
}

function landingOf(specifier: string, path: readonly string[], from: FileContext, way: Way): Landing | null {
  const left = way.left - 1;
  const file = left > 0 ? fileBehind(specifier, from) : null;
  if (!file) return { file: from, node: null, module: specifier, path };
  const { named, whole, all, isDefault: isDefaultExport } = exportsOf(file);
  const { seen } = way;
  const [first, ...rest] = path;
  const question = `${file.filename} ${way.isDefault ? 'default' : (first ?? '')}`;
  if (seen.has(question)) return null;
  seen.add(question);
  const follow = (one: Export, below: readonly string[]): Landing | null => {
    if (one.kind === 'here') return { file, node: one.node, path: below };
    const isDefault = one.name === 'default';
    return landingOf(one.specifier, one.name === null || isDefault ? below : [one.name, ...below], file, {
      isDefault,
      left,
      seen,
    });
  };
  const one = way.isDefault || first === undefined ? undefined : named.get(first);
  if (one) return follow(one, rest);
  if (whole && !(way.isStar && isDefaultExport)) return follow(whole, first === 'default' ? rest : path);
  if (way.isDefault || first === undefined) return null;
  for (const other of all) {
    const found = landingOf(other, path, file, { isDefault: false, isStar: true, left, seen });
    if (found?.node) return found;
  }
  return null;
}

/** The other files of a project, for the origins of what they export. */
export const otherFiles: OtherFiles = {
  has: (specifier: string, from: FileContext): boolean => pathBehind(specifier, from) !== null,
  fileAt: fileBehind,
  originOf(imported: Origin, from: FileContext): Origin | null {
    const { module, path } = imported;
    if (pathBehind(module, from) === null) return imported;
    const landing = landingOf(module, path, from, { isDefault: false, left: mostFiles, seen: new Set() });
    if (!landing) return null;
    const { file } = landing;
    if (!landing.node) return { module: landing.module, path: landing.path };
    let node = unwrap(landing.node);
    let rest = landing.path;
    for (let left = mostFiles; rest[0] === '()' && left > 0; left -= 1) {
      const fn = isFunction(node) ? node : node.type === 'Identifier' ? functionNamed(node, file.sourceCode) : null;
      const [only, ...others] = fn && !fn.generator ? returnedBy(fn) : [];
      if (!only || others.length > 0) break;
      node = unwrap(only);
      rest = rest.slice(1);
    }
    const origin = file.originOf(node);
    return origin && { module: origin.module, path: [...origin.path, ...rest] };
  },
};
