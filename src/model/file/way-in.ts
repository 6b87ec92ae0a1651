import type { FileContext } from './file-context';

/** The file that a file is looked at from in the end, and through how many others. */
export function wayInto(file: FileContext): { root: FileContext; depth: number } {
  let root = file;
  let depth = 0;
  for (; root.entry; root = root.entry.from) depth += 1;
  return { root, depth };
}
