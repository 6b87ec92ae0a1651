import { execFile } from 'node:child_process';
import {
  chmodSync,
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
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run';
import { ownEnvironment } from '../support/host';

const modules = join(__dirname, '../../node_modules');

/** What a command said and how it ended. */
export interface Said {
  code: number;
  out: string;
  err: string;
}

/** A project in a folder of its own, gone after the test. */
export interface Project {
  folder: string;
  /** The command line, in this process. */
  init(...args: string[]): Said;
  read(file: string): string;
  write(files: Readonly<Record<string, string>>): void;
  /** Every file but what is installed, in order. */
  files(): string[];
  /** Makes one of our own dependencies a dependency. */
  install(...names: string[]): void;
  /** Makes a folder, or a dependency that is installed under another name, a dependency of this name. */
  installAs(name: string, from: string): void;
  /** Runs a file or, with `-e` and the like, a text by Node. */
  node(args: readonly string[], env?: Record<string, string>): Promise<Said>;
}

export function makeProject(files: Readonly<Record<string, string>>): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-secrets-cli-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));

  const project: Project = {
    folder,
    init: (...args) => inFolder(folder, ['init', ...args]),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write(texts) {
      for (const [file, text] of Object.entries(texts)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
    },
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
        .filter((entry) => !entry.isDirectory())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter((file) => !file.startsWith('node_modules'))
        .sort(),
    install: (...names) => names.forEach((name) => project.installAs(name, name)),
    installAs(name, from) {
      const target = join(folder, 'node_modules', name);
      mkdirSync(dirname(target), { recursive: true });
      if (!existsSync(target)) symlinkSync(resolve(modules, from), target, 'junction');
    },
    node: (args, env = {}) =>
      new Promise((resolve) => {
        const options = { cwd: folder, env: { ...ownEnvironment(), ...env } };
        execFile(process.execPath, [...args], options, (error, out, err) =>
          resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
        );
      }),
  };
  project.write(files);
  return project;
}

/** Runs a command that ends at once on a folder, in this process. */
export function inFolder(cwd: string, args: readonly string[]): Said {
  const { said, code } = start(cwd, args);
  if (typeof code !== 'number') throw new Error(`${args.join(' ')} takes its time`);
  return { ...said, code };
}

/** The same for any command. */
export async function finished(cwd: string, args: readonly string[]): Promise<Said> {
  const { said, code } = start(cwd, args);
  return Object.assign(said, { code: await code });
}

function start(cwd: string, args: readonly string[]) {
  const said = { code: 0, out: '', err: '' };
  const code = run(args, {
    cwd,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { said, code };
}

/** Our command line as it is shipped, for runs in a process of its own. */
export function compileCommandLine(folder: string): string {
  const sources = join(__dirname, '../../src/cli');
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(sources)) {
    const text = readFileSync(join(sources, file), 'utf8');
    const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 };
    const { outputText } = transpileModule(text, { compilerOptions });
    writeFileSync(join(folder, file.replace(/\.ts$/, '.js')), outputText);
  }
  for (const name of ['get-tsconfig', 'resolve-pkg-maps', 'picomatch']) {
    cpSync(join(modules, name), join(folder, 'node_modules', name), { recursive: true });
  }
  // Also for whoever is not its owner: temporary folders are private.
  chmodSync(folder, 0o755);
  return folder;
}

/** A package.json as npm writes it. */
export const packageJson = (content: object = {}): string =>
  `${JSON.stringify({ name: 'app', ...content }, null, 2)}\n`;
