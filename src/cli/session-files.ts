import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { libraries } from '../libraries';

/** A file that has to do with sessions. */
export interface SessionFile {
  /** From the folder that was searched, with `/`. */
  file: string;
  /** Why it is one: `imports express-session`, `uses req.session`. */
  because: string;
}

export interface Search {
  files: SessionFile[];
  /** Folders with a package.json, the searched one included where it has one; the root is an empty text. */
  packages: string[];
  /** How many source files were looked at. */
  looked: number;
  /** There are more than we look at. */
  isCut: boolean;
}

/** Files that are looked at, and the size of the largest of them. */
const limits = { files: 20_000, bytes: 1_000_000 };

const isSource = (name: string): boolean =>
  /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro)$/.test(name) && !/\.d\.[cm]?ts$|\.min\.js$/.test(name);
const isPassedOver = (name: string): boolean =>
  /^(?:node_modules|bower_components|\.git|\.hg|\.svn|\.yarn|\.cache)$/.test(name);

/** Looks for session libraries in all source files of a folder. @param most files to look at */
export function sessionFilesIn(folder: string, most = limits.files): Search {
  const search: Search = { files: [], packages: [], looked: 0, isCut: false };
  const open = [''];
  for (let way = open.pop(); way !== undefined && !search.isCut; way = open.pop()) {
    const path = (name: string): string => (way === '' ? name : `${way}/${name}`);
    for (const entry of entriesOf(join(folder, way))) {
      if (entry.isDirectory()) {
        if (!isPassedOver(entry.name)) open.push(path(entry.name));
      } else if (entry.name === 'package.json') search.packages.push(way);
      else if (entry.isFile() && isSource(entry.name)) {
        if (search.looked === most) {
          search.isCut = true;
          break;
        }
        search.looked += 1;
        const because = reasonOf(textOf(join(folder, path(entry.name))));
        if (because !== undefined) search.files.push({ file: path(entry.name), because });
      }
    }
  }
  search.files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return search;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return statSync(path).size > limits.bytes ? '' : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Those that keep sessions; many more only know cookies. */
const keepers = libraries.filter(
  ({ sessions, setups }) => sessions?.some((one) => one.members) || setups?.some((one) => 'storage' in one),
);
const modules = new Set(keepers.flatMap(({ module, specifiers }) => [module, ...(specifiers ?? [])]));
const members = [...new Set(keepers.flatMap(({ sessions }) => (sessions ?? []).flatMap((one) => one.members ?? [])))];
const anyMember = members.map((path) => path.replaceAll('.', '\\.')).join('|');
const memberUse = new RegExp(`(?<![\\w$.])(?:${anyMember})(?![\\w$])`);
const load = /\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n]+)\1/g;

function reasonOf(text: string): string | undefined {
  // A framework that also keeps sessions is loaded by files that have nothing to do with them.
  if (!/session|auth|cookie/i.test(text)) return undefined;
  for (const [, , name = ''] of text.matchAll(load)) if (modules.has(name)) return `imports ${name}`;
  const [use] = memberUse.exec(text) ?? [];
  return use === undefined ? undefined : `uses ${use}`;
}
