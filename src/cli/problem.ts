/** Something the user has to know and can change: its message is one sentence, shown without a stack. */
export class Problem extends Error {}

/** The sentence for a file that the system does not let us use. */
export function fileProblem(doing: string, file: string, error: unknown): Problem {
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOTDIR: 'a part of its path is a file',
    EEXIST: 'a part of its path is a file',
    EISDIR: 'it is a folder',
    ENOSPC: 'the disk is full',
  };
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new Problem(`Cannot ${doing} ${file}: ${reasons[code] ?? message}.`);
}
