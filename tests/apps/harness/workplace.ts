import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ownEnvironment } from '../../support/host';

const apps = join(__dirname, '..');
const repository = join(apps, '../..');

export interface Outcome {
  code: number;
  /** What it printed, on both streams. */
  output: string;
}

/** A program in a folder of its own. */
export interface Copy {
  folder: string;
  isTypeScript: boolean;
  /** Runs a command that the project has installed, by its file below node_modules, to its end. */
  run(file: string, ...args: string[]): Promise<Outcome>;
  /** The text of every file that a person writes, by its path. */
  texts(): Record<string, string>;
  read(file: string): string;
  write(file: string, text: string): void;
}

/** A folder for copies of one program, with everything it depends on installed above them. */
export interface Workplace {
  folder: string;
  copyOf(version: string): Copy;
  remove(): void;
}

export function makeWorkplace(program: string): Workplace {
  const source = join(apps, 'programs', program);
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'session-secrets-apps-'));
  installInto(join(folder, 'node_modules'), join(source, 'package.json'));
  return {
    folder,
    copyOf(version) {
      cpSync(source, join(folder, version), { recursive: true });
      return copyIn(join(folder, version));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Links what the programs' lockfile has, and from this repository the tools and the plugin itself. */
function installInto(modules: string, packageFile: string): void {
  const { devDependencies } = JSON.parse(readFileSync(packageFile, 'utf8')) as { devDependencies: { eslint: string } };
  const major = /\d+/.exec(devDependencies.eslint)?.[0] ?? '';
  const own = join(repository, 'node_modules');
  const links = new Map([
    ['eslint', join(own, major === '9' ? 'eslint' : `eslint${major}`)],
    ['typescript', join(own, 'typescript')],
    ['@typescript-eslint', join(own, '@typescript-eslint')],
    ['eslint-plugin-session-secrets', repository],
  ]);
  mkdirSync(modules);
  for (const name of readdirSync(join(apps, 'node_modules')).filter((one) => !one.startsWith('.'))) {
    if (!links.has(name)) links.set(name, join(apps, 'node_modules', name));
  }
  for (const [name, target] of links) symlinkSync(target, join(modules, name), 'junction');
}

function copyIn(folder: string): Copy {
  return {
    folder,
    isTypeScript: existsSync(join(folder, 'tsconfig.json')),
    run: (file, ...args) =>
      new Promise((resolve) => {
        const script = join(folder, '../node_modules', file);
        const options = { cwd: folder, env: ownEnvironment() };
        execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) =>
          resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
        );
      }),
    texts: () =>
      Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(folder.length + 1)
              .replaceAll('\\', '/'),
          )
          .filter((file) => !/^(?:dist|build)\//.test(file))
          .sort()
          .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
      ),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
  };
}
