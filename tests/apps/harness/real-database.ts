import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './real-redis';

/** A database of our own, on the loopback interface, gone when it is stopped. */
export interface RealDatabase {
  url: string;
  stop(): Promise<void>;
}

/** Starts one. @param command of the server */
export type StartDatabase = (command: string) => Promise<RealDatabase>;

export const postgres: StartDatabase = async (command) => {
  const { folder, asNobody } = makeFolder();
  const [data, port] = [join(folder, 'data'), await freePort()];
  // Debian keeps this one beside the server, which is a link elsewhere.
  const initdb = join(dirname(realpathSync(command)), 'initdb');
  execFileSync(initdb, ['-D', data, '-U', 'vault', '--auth=trust', '--no-sync'], { ...asNobody, stdio: 'pipe' });
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F'];
  return serve(
    folder,
    spawn(command, args, asNobody),
    `postgres://vault@127.0.0.1:${port}/postgres`,
    'ready to accept connections',
  );
};

export const mariadb: StartDatabase = async (command) => {
  const { folder, asNobody } = makeFolder();
  const [data, port] = [join(folder, 'data'), await freePort()];
  execFileSync('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--skip-test-db'], {
    ...asNobody,
    stdio: 'pipe',
  });
  const first = join(folder, 'first.sql');
  writeFileSync(first, 'CREATE DATABASE vault;\n', { mode: 0o644 });
  const where = [
    `--datadir=${data}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${join(folder, 'socket')}`,
  ];
  const args = ['--no-defaults', ...where, '--skip-grant-tables', `--init-file=${first}`];
  return serve(folder, spawn(command, args, asNobody), `mysql://root@127.0.0.1:${port}/vault`, 'ready for connections');
};

/** Neither of them runs as root, which is who we are in containers. */
function makeFolder() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'session-secrets-database-'));
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  if (process.getuid?.() !== 0) return { folder, asNobody: { cwd: folder } };
  const [uid = 0, gid = 0] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' })),
  );
  chownSync(folder, uid, gid);
  chownSync(join(folder, 'data'), uid, gid);
  return { folder, asNobody: { cwd: folder, uid, gid } };
}

/** @param greeting what it prints when it can be asked */
function serve(folder: string, child: ReturnType<typeof spawn>, url: string, greeting: string): Promise<RealDatabase> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text) => {
        output += String(text);
        if (output.includes(greeting)) resolve({ url, stop });
      });
    }
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The database did not start:\n${output}`)));
  });
}
