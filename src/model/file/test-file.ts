import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileContext } from './file-context';
import { oncePerText } from './file-context';
import { nearestPackageJson } from './package-json';

/** Is this code that only tests run, by its path below the nearest package.json and the setting `testFiles`? */
export const isTestFile = oncePerText((file: FileContext): boolean =>
  file.settings.testFiles.has(file.filename, () => pathBelow(nearestPackageJson(file)?.folder ?? file.cwd, file)),
);

/** A checkout in a folder called `test` is no test: what lies above is left out. */
function pathBelow(folder: string, { cwd, filename }: FileContext): string {
  const way = relative(folder, resolve(cwd, filename));
  return way.split(sep)[0] === '..' || isAbsolute(way) ? basename(filename) : way;
}
