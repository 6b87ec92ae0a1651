import picomatch from 'picomatch/posix';

/** What is test code where the settings do not say it. */
export const defaultTestFiles: readonly string[] = [
  '**/*.{test,spec}.*',
  '**/__tests__/**',
  '**/{test,tests,e2e,cypress,__mocks__,fixtures}/**',
];

const options = { dot: true, strictBrackets: true };

/** Can a path below a package match this? One that begins above it, or ends in a folder, never does. */
export function isGlob(value: unknown): boolean {
  if (typeof value !== 'string' || value === '' || /^(?:[!/]|[a-z]:)|\\|\/$/i.test(value)) return false;
  if (value.split('/').includes('..')) return false;
  try {
    return picomatch.makeRe(value, options) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Answers by path; made once for a list of globs. */
export interface TestFiles {
  /**
   * @param path of a file, with the separators of any system
   * @param below gives its path below the nearest package.json; asked only where it makes a difference
   */
  has(path: string, below: () => string): boolean;
}

/** What matches one of these globs. */
export function testFilesOf(globs: readonly string[]): TestFiles {
  if (globs.length === 0) return { has: () => false };
  const matches = picomatch([...globs], options);
  // Where such a glob matches the end of a path it matches the whole of it: most files need no look at the disk.
  const isAnywhere = globs.every((glob) => glob.startsWith('**/'));
  const matchesPath = (path: string): boolean => matches(path.replaceAll('\\', '/'));
  return { has: (path, below) => (!isAnywhere || matchesPath(path)) && matchesPath(below()) };
}
