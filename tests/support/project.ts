import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LintOptions } from './lint';
import { lint } from './lint';

/** The files of a project: their texts by their paths. */
export type Files = Readonly<Record<string, string>>;

/** Writes a project to the disk for as long as a test runs, and gives its folder. */
function projectOf(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'project-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const all = { 'package.json': '{ "name": "program", "type": "module" }', ...files };
  for (const [path, text] of Object.entries(all)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** `app.js 3 rule messageId`, and the place of the other file where the message names one, for all files linted. */
export function lintProject(files: Files, options: LintOptions = {}): string[] {
  const folder = projectOf(files);
  return Object.keys(files)
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .flatMap((path) => lintFile(join(folder, path), files[path] as string, folder, options))
    .sort();
}

function lintFile(filename: string, text: string, cwd: string, options: LintOptions): string[] {
  return lint(text, { ...options, filename, cwd }).map(({ ruleId, messageId, message, line, fatal }) => {
    const place = / See `(.*)`\.$/.exec(message)?.[1];
    const what = fatal ? message : `${ruleId?.replace('session-secrets/', '')} ${messageId}`;
    return `${filename.slice(cwd.length + 1)} ${line} ${what}${place ? ` (${place})` : ''}`;
  });
}
