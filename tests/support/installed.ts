import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { ownEnvironment } from './host';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Installs packages beside the hosts of this run, and not among our own: what has a build for each platform, or needs
 * another Node than the oldest of ours, would keep `npm ci` from working somewhere.
 * @param packages names with the version, pinned
 * @returns the folder they are in
 */
export async function install(packages: readonly string[]): Promise<string> {
  const { hosts } = inject('packed');
  mkdirSync(hosts, { recursive: true });
  const folder = mkdtempSync(join(hosts, 'installed-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const args = ['install', '--no-audit', '--no-fund', '--save-exact', '--legacy-peer-deps', ...packages];
  // A Node that npm itself does not know may warn; what matters is that everything is there.
  await promisify(execFile)(npm, args, { cwd: folder, env: ownEnvironment(), shell: process.platform === 'win32' });
  return folder;
}

/** Makes an installed package one of a host's. */
export function linkInstalled(host: string, from: string, name: string): void {
  // Fails where the package is not there.
  readFileSync(join(from, 'node_modules', name, 'package.json'));
  const target = join(host, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(from, 'node_modules', name), target, 'junction');
}
