/** Something the user has to know and can change: its message is one sentence, shown without a stack. */
export class Problem extends Error {
  /** What the command ends with. */
  readonly code: number = 1;
}

/** A command line that says nothing we could do. */
export class WrongUsage extends Problem {
  override readonly code = 2;
}

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
