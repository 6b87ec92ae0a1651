import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';

const root = join(__dirname, '../..');

/** The ESLints we install, by the name they are installed under. */
export type EslintAlias = 'eslint8' | 'eslint9-early' | 'eslint' | 'eslint10';

/** A project of its own, in which the packed plugin is installed beside an ESLint. */
export interface Host {
  folder: string;
  /** Runs a program of the project (a path below node_modules) and never fails itself. */
  run(program: string, args: readonly string[], env?: Record<string, string>): Promise<Outcome>;
}

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Makes a host from the texts of its files. */
export function makeHost(eslint: EslintAlias, files: Readonly<Record<string, string>>): Host {
  const { content, hosts } = inject('packed');
  mkdirSync(hosts, { recursive: true });
  const folder = mkdtempSync(join(hosts, `${eslint}-`));

  // Copied, so that it finds only what a user's project would hold: what it declares, and ESLint.
  cpSync(content, join(folder, 'node_modules/eslint-plugin-session-secrets'), { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(content, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of Object.keys(dependencies)) link(folder, name, name);
  link(folder, 'eslint', eslint);

  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  return {
    folder,
    run: (program, args, env = {}) =>
      new Promise((resolve) => {
        const script = join(folder, 'node_modules', program);
        const options = { cwd: folder, env: { ...ownEnvironment(), ...env }, maxBuffer: 2 ** 26 };
        execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) =>
          resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
        );
      }),
  };
}

/** Makes one of our own dependencies a dependency of a host. */
export function link(folder: string, name: string, from: string): void {
  const target = join(folder, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(root, 'node_modules', from), target, 'junction');
}

/** The environment without what the test run and its package manager put there. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const isOurs = (name: string) => /^(?:npm_|VITEST|ESLINT_|NODE_OPTIONS$|NODE_ENV$|TEST$)/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)));
}
