import { readFileSync, statSync } from 'node:fs';
import type { ResolvedSettings } from '../../settings/types';
import type { Context, FileContext } from '../file/file-context';
import { openFile } from '../file/open';
import { languageOf, parseFile } from './parse-file';

/** Longer files than this, in characters, are written by no hand. */
const longest = 500_000;

/**
 * How much text is kept open at a time, in characters; a tree takes over a hundred times the room. What is closed for
 * it and asked for again is read anew: 20 of 560 files in a run over 5,000.
 */
const mostKept = 400_000;

interface Opened {
  modified: number;
  size: number;
  /** How it was read, which another configuration may do in another way. */
  parser: unknown;
  file: FileContext | null;
}

/** What is open, by settings and path; the one that was asked for last is the last. */
const open = new WeakMap<ResolvedSettings, Map<string, Opened>>();

/**
 * Another file of the project, as the file under lint is read; null when it is not there, is no program, or is none we
 * can read. It is read again when it has changed.
 * @param path absolute
 */
export function openOther(path: string, from: FileContext): FileContext | null {
  const { context, settings } = from;
  let files = open.get(settings);
  if (!files) open.set(settings, (files = new Map()));
  const stat = statOf(path);
  if (!stat) return null;
  const { parser } = languageOf(context);
  const known = files.get(path);
  files.delete(path);
  if (known && known.modified === stat.mtimeMs && known.size === stat.size && known.parser === parser) {
    files.set(path, known);
    return known.file;
  }
  const opened = { modified: stat.mtimeMs, size: stat.size, parser, file: read(path, from) };
  files.set(path, opened);
  closeOldest(files);
  return opened.file;
}

function statOf(path: string): { mtimeMs: number; size: number } | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= longest ? stat : null;
  } catch {
    return null;
  }
}

function read(path: string, from: FileContext): FileContext | null {
  if (path.endsWith('.json')) return null;
  try {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    const sourceCode = parseFile(text, path, from.context);
    return sourceCode && openFile({ ...bare(from), sourceCode, filename: path }, from.others);
  } catch {
    return null;
  }
}

/** What the other file has in common with the one under lint. */
function bare({ context }: FileContext): Omit<Context, 'sourceCode' | 'filename'> & { languageOptions: unknown } {
  const { id, settings, cwd } = context;
  return { id, settings, cwd, languageOptions: languageOf(context) };
}

function closeOldest(files: Map<string, Opened>): void {
  let kept = 0;
  for (const { size } of files.values()) kept += size;
  for (const [path, { size }] of files) {
    if (kept <= mostKept || files.size === 1) return;
    files.delete(path);
    kept -= size;
  }
}
