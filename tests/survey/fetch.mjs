import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Outside of this project: what a package is run with must not be taken from our own node_modules. */
export const cache = join(tmpdir(), 'session-secrets-survey');

/** The folder with what a package publishes in exactly this version; from the registry once, from the cache then. */
export function fetched({ name, version }) {
  const folder = join(cache, `${name.replace('/', '__')}@${version}`);
  if (!existsSync(folder)) {
    const incoming = `${folder}.incoming`;
    rmSync(incoming, { recursive: true, force: true });
    mkdirSync(incoming, { recursive: true });
    const packed = npm('pack', `${name}@${version}`, '--json', '--silent', '--pack-destination', incoming);
    const [{ filename }] = JSON.parse(packed);
    const archive = join(incoming, filename.replace('@', '').replace('/', '-'));
    run('tar', ['-xzf', archive, '-C', incoming, '--strip-components=1']);
    rmSync(archive);
    renameSync(incoming, folder);
  }
  return folder;
}

function npm(...args) {
  const script = process.env.npm_execpath;
  return script ? run(process.execPath, [script, ...args]) : run('npm', args, { shell: process.platform === 'win32' });
}

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9, ...options });
  if (status !== 0) {
    throw error ?? new Error(`\`${command} ${args.join(' ')}\` failed:\n${stderr}`);
  }
  return stdout;
}
