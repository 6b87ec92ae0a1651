import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch/posix';

/** How far down, and among how many folders, packages are looked for. */
const limits = { depth: 5, folders: 5000 };

/** The packages of a workspace's root, as paths with `/`; undefined where a folder is no such root. */
export function workspacesIn(folder: string, manifest: { workspaces?: unknown }): string[] | undefined {
  const patterns = patternsOf(folder, manifest.workspaces);
  if (patterns === undefined) return undefined;
  const without = patterns.filter((one) => one.startsWith('!')).map((one) => plain(one.slice(1)));
  const matches = picomatch(patterns.filter((one) => !one.startsWith('!')).map(plain), { ignore: without });
  return foldersBelow(folder).filter((way) => matches(way) && existsSync(join(folder, way, 'package.json')));
}

const plain = (pattern: string): string => pattern.replace(/^\.\//, '').replace(/\/$/, '');

function patternsOf(folder: string, workspaces: unknown): string[] | undefined {
  const given = (workspaces as { packages?: unknown } | undefined)?.packages ?? workspaces;
  if (Array.isArray(given)) return given.filter((one) => typeof one === 'string');
  const pnpm = join(folder, 'pnpm-workspace.yaml');
  return existsSync(pnpm) ? packagesOf(readFileSync(pnpm, 'utf8')) : undefined;
}

/** The list `packages` of a pnpm-workspace.yaml, one a line or in brackets. Without one it is settings only. */
function packagesOf(yaml: string): string[] | undefined {
  const [, text] = /^packages:[^\S\n]*(\[[^\]]*\]|(?:\s*\n[^\S\n]*(?:-.*|#.*)?)+)/m.exec(yaml) ?? [];
  const items = text?.startsWith('[') ? text.slice(1, -1).split(',') : text?.match(/^[^\S\n]*-.*$/gm);
  return items?.map((item) =>
    item
      .replace(/^\s*-\s*|\s+#.*$/g, '')
      .trim()
      .replace(/^(['"])(.*)\1$/, '$2'),
  );
}

function foldersBelow(root: string): string[] {
  const found: string[] = [];
  let level = [''];
  for (let depth = 0; depth < limits.depth && found.length < limits.folders; depth += 1) {
    level = level.flatMap((way) => foldersIn(join(root, way)).map((name) => (way === '' ? name : `${way}/${name}`)));
    found.push(...level);
  }
  return found.sort();
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name));
    return folders.map(({ name }) => name);
  } catch {
    return [];
  }
}
