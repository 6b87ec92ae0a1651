import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { ownEnvironment } from '../support/host';
import type { Project } from './temporary-project';
import { makeProject, packageJson } from './temporary-project';

/**
 * Answers lines of `store <value>`, `read <reference>`, `rotate <reference> <value>` and `revoke <reference>`, each with
 * one line; its clock may be slow by some hours.
 */
const program = `
const { createInterface } = require('node:readline');
const { vault } = require('#session-vault');

const now = Date.now;
Date.now = () => now() - Number(process.env.HOURS_BEHIND ?? 0) * 60 * 60 * 1000;

createInterface({ input: process.stdin }).on('line', async (line) => {
  const [command, ...values] = line.split(' ');
  const answer = await vault[command](...values).catch(({ code }) => code);
  process.stdout.write(String(answer) + '\\n');
});
`;

/**
 * A project with a vault by our command, and a program that does what it is told.
 * @param packages of this repository's to install
 */
export function projectWithVault(...packages: string[]): Project {
  const project = makeProject({ 'package.json': packageJson(), 'app.cjs': program });
  project.install(...packages);
  const { code, err } = project.init();
  if (code !== 0) throw new Error(err);
  return project;
}

/** Starts the program of a project; gives a function that asks it, one line at a time. */
export function startVault(project: Project, env: Record<string, string>): (line: string) => Promise<string> {
  const child = spawn(process.execPath, ['app.cjs'], {
    cwd: project.folder,
    env: { ...ownEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (line) => {
    child.stdin.write(`${line}\n`);
    return (await lines.next()).value as string;
  };
}
