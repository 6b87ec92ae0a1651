import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withMember } from './json-text';
import { fileProblem, Problem } from './problem';
import type { Placement } from './project';
import { importName, placementIn } from './project';
import { vaultModule } from './vault-module';

/** A file to write. */
export interface Change {
  /** From the project's folder, with `/`. */
  file: string;
  /** Undefined for one that is new. */
  before: string | undefined;
  after: string;
}

/** What has to be done in a project to give it a vault; no changes where it has one already. */
export interface Plan {
  placement: Placement;
  changes: Change[];
}

/** Finds out what to do, and writes nothing. */
export function planInit(folder: string, dir: string | undefined): Plan {
  const placement = placementIn(folder, dir);
  const { packageText, file, dialect } = placement;
  const isDeclared = declares(placement);
  const lineBreak = packageText.includes('\r\n') ? '\r\n' : '\n';
  const wanted = vaultModule(dialect).replaceAll('\n', lineBreak);
  const found = textOf(folder, file);
  // A vault that is in use belongs to the project, whatever became of its text.
  if (found !== undefined && !isDeclared && found !== wanted) {
    throw new Problem(
      `${file} exists already and is not what this command writes: name another folder with --dir, ` +
        `or add "${importName}" to the "imports" of package.json if it is your vault.`,
    );
  }
  return {
    placement,
    changes: [
      ...(found === undefined ? [{ file, before: undefined, after: wanted }] : []),
      ...(isDeclared ? [] : [{ file: 'package.json', before: packageText, after: withEntry(placement) }]),
    ],
  };
}

/** Writes all of it, or nothing. */
export function applyPlan(folder: string, { changes }: Plan): void {
  const undo: (() => void)[] = [];
  for (const { file, before, after } of changes) {
    const path = join(folder, file);
    try {
      const created = before === undefined ? mkdirSync(dirname(path), { recursive: true }) : undefined;
      if (created !== undefined) undo.push(() => rmSync(created, { recursive: true }));
      writeFileSync(path, after, { flag: before === undefined ? 'wx' : 'w' });
      if (before === undefined) undo.push(() => rmSync(path));
    } catch (error) {
      undo.reverse().forEach((step) => step());
      throw fileProblem('write', file, error);
    }
  }
}

/** Is the entry there? Another one is the user's own decision, which we do not touch. */
function declares({ packageJson: { imports }, entry }: Placement): boolean {
  if (imports === undefined) return false;
  if (typeof imports !== 'object' || imports === null || Array.isArray(imports)) {
    throw new Problem('"imports" in package.json is not an object.');
  }
  const present = (imports as Record<string, unknown>)[importName];
  if (present === undefined) return false;
  if (JSON.stringify(present) === JSON.stringify(entry)) return true;
  throw new Problem(
    `package.json has another "${importName}" already, ${JSON.stringify(present)}: ` +
      `keep that vault, or remove the entry to have ${JSON.stringify(entry)}.`,
  );
}

function withEntry({ packageText, packageJson, entry }: Placement): string {
  if (packageJson.imports !== undefined) return withMember(packageText, ['imports'], [importName, entry]);
  const neighbours = ['exports', 'main', 'type', 'version', 'name'];
  return withMember(packageText, [], ['imports', { [importName]: entry }], neighbours);
}

function textOf(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw fileProblem('read', file, error);
  }
}
