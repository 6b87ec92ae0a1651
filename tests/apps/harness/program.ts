import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where a program is that comes with the machine, not with npm: its absolute path.
 * @param names of the command, the best first
 * @param variable of the environment that may say where it is
 */
export function programCalled(names: readonly string[], variable: string): string | undefined {
  const named = process.env[variable];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (named ? [named] : paths).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
