import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(__dirname, '../src');

/** An import as it is written: who imports, what, and by which names. */
interface Arrow {
  from: string;
  to: string;
  names: readonly string[];
  isType: boolean;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'));

const arrows = files.flatMap(arrowsOf);

function arrowsOf(from: string): Arrow[] {
  const source = ts.createSourceFile(from, readFileSync(join(root, from), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement): Arrow[] => {
    const isImport = ts.isImportDeclaration(statement);
    if (!isImport && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return [];
    const to = fileAt(
      relative(root, resolve(root, dirname(from), specifier.text))
        .split(sep)
        .join('/'),
    );
    const clause = isImport ? statement.importClause : undefined;
    const bindings = isImport ? clause?.namedBindings : statement.exportClause;
    const names = bindings && 'elements' in bindings ? bindings.elements.map(({ name }) => name.text) : ['*'];
    const isType = isImport ? clause?.phaseModifier === ts.SyntaxKind.TypeKeyword : statement.isTypeOnly;
    return [{ from, to, names, isType }];
  });
}

function fileAt(path: string): string {
  const found = [path, `${path}.ts`, `${path}/index.ts`, path.replace(/\.js$/, '.ts')].find((name) =>
    files.includes(name),
  );
  if (found === undefined) throw new Error(`No file of src is ${path}`);
  return found;
}

/**
 * What the files of a room may import beside its own; the longest entry that a path begins with counts, and `types:`
 * stands before what is for its types alone. Files of `src` itself, which put all together, may import what they like.
 */
const below = ['secrets', 'ast', 'settings', 'types:libraries'];
const model = (...rooms: string[]): string[] => [...rooms.map((room) => `model/${room}`), ...below];
const rooms: Record<string, readonly string[]> = {
  'rules/': ['findings', 'model', 'fix', 'secrets', 'ast', 'create-rule.ts'],
  'findings/': ['model', 'secrets', 'ast', 'types:libraries', 'types:fix/edit-plan.ts'],
  'model/session/': model('setup', 'secret', 'dataflow', 'file', 'facts'),
  'model/cookie/': model('setup', 'dataflow', 'file', 'facts'),
  'model/secret/': model('dataflow', 'file', 'facts'),
  'model/setup/': model('dataflow', 'file', 'facts'),
  'model/dataflow/': model('project', 'file', 'facts'),
  'model/project/': model('file', 'facts'),
  'model/file/': model('facts'),
  'model/facts/': [...below, 'libraries'],
  'settings/': ['types:libraries'],
  'fix/': ['ast'],
  'libraries/types': [],
  'libraries/': [],
  'secrets/': [],
  'ast/': [],
  'cli/': ['plugin.ts', 'settings', 'libraries'],
};

/** The room of a file: `findings/cookie`, `model/session`, `rules`. */
const roomOf = (file: string): string =>
  file
    .split('/')
    .slice(0, /^(?:findings|model)\//.test(file) ? 2 : 1)
    .join('/');

function isAllowed({ from, to, isType }: Arrow): boolean {
  if (!from.includes('/') || roomOf(from) === roomOf(to)) return true;
  const [, allowed = []] = Object.entries(rooms).find(([start]) => from.startsWith(start)) ?? [];
  return allowed.some((entry) => {
    const [, only, place = ''] = /^(types:)?(.*)$/.exec(entry) ?? [];
    return (to === place || to.startsWith(`${place}/`)) && (isType || !only);
  });
}

/** The rules and the libraries know nothing of each other, but for the index that lists them. */
const isSibling = ({ from, to }: Arrow): boolean =>
  /^(?:rules|libraries)\/[^/]+$/.test(from) &&
  roomOf(from) === roomOf(to) &&
  !from.endsWith('/index.ts') &&
  !to.startsWith('libraries/types');

/** Every arrow that is part of a circle: its end leads back to its beginning. */
function circles(all: readonly Arrow[]): Arrow[] {
  const next = grouped(all);
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    for (const queue = [start]; queue.length > 0;) {
      for (const { to } of next.get(queue.pop() as string) ?? []) if (!seen.has(to)) (seen.add(to), queue.push(to));
    }
    return seen;
  };
  const reached = new Map([...new Set(all.map(({ to }) => to))].map((to) => [to, reach(to)]));
  return all.filter(({ from, to }) => reached.get(to)?.has(from));
}

function grouped(all: readonly Arrow[]): Map<string, Arrow[]> {
  const groups = new Map<string, Arrow[]>();
  for (const arrow of all) groups.set(arrow.from, [...(groups.get(arrow.from) ?? []), arrow]);
  return groups;
}

const shown = ({ from, to, names }: Arrow): string => `${from} → ${to} (${names.join(', ')})`;

describe('the rooms of src', () => {
  it('finds the imports', () => {
    expect(arrows.length).toBeGreaterThan(files.length);
  });

  it('import only what stands below them', () => {
    expect(arrows.filter((arrow) => !isAllowed(arrow)).map(shown)).toEqual([]);
  });

  it('hold rules and libraries that know nothing of each other', () => {
    expect(arrows.filter(isSibling).map(shown)).toEqual([]);
  });

  it('have no circle of files, types included', () => {
    expect(circles(arrows).map(shown)).toEqual([]);
  });

  it('would show a circle, a way back up and a library in a rule', () => {
    const arrow = (from: string, to: string): Arrow => ({ from, to, names: ['x'], isType: true });
    expect(circles([arrow('a.ts', 'b.ts'), arrow('b.ts', 'c.ts'), arrow('c.ts', 'b.ts')])).toHaveLength(2);
    expect(isAllowed(arrow('model/file/a.ts', 'model/session/b.ts'))).toBe(false);
    expect(isAllowed(arrow('findings/cookie/a.ts', 'findings/leak/b.ts'))).toBe(false);
    expect(isAllowed(arrow('rules/a.ts', 'libraries/koa.ts'))).toBe(false);
    expect(isAllowed({ ...arrow('findings/cookie/a.ts', 'libraries/types.ts'), isType: false })).toBe(false);
  });
});
