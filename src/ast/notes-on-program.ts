import type { TSESTree } from '@typescript-eslint/utils';

/** How many kinds of notes there are. */
let kinds = 0;

/**
 * What has been found out about each program, every kind of note in its place. The `Program` is the only thing that is
 * one file's own in every host: oxlint hands the rules one `sourceCode` object for all files and exchanges what is in
 * it.
 */
const notes = new WeakMap<TSESTree.Program, object[]>();

/** The program that was asked for last, which nearly always is the one that is asked for next. */
let last: { program: TSESTree.Program; notes: object[] } | undefined;

function notesOf(program: TSESTree.Program): object[] {
  if (last?.program === program) return last.notes;
  let known = notes.get(program);
  if (!known) notes.set(program, (known = []));
  last = { program, notes: known };
  return known;
}

/** Notes of one kind: made when they are first asked for, and then the same ones for the same program. */
export function notesOnProgram<T extends object>(make: () => T): (program: TSESTree.Program) => T {
  const place = kinds;
  kinds += 1;
  return (program) => {
    const all = notesOf(program);
    return (all[place] ??= make()) as T;
  };
}
