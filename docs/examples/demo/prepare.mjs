import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { built, installed, repository, source } from './paths.mjs';
import { dim, say } from './print.mjs';
import { run } from './processes.mjs';

/** Dependencies and `dist`, as they are on a fresh clone or after a change. */
export async function prepare() {
  if (existsSync(installed)) {
    say(dim('The dependencies are installed.'));
  } else {
    await npm('ci', '--include=dev', '--no-audit', '--no-fund');
  }
  if (isBuilt()) {
    say(dim('The plugin is built.'));
  } else {
    await npm('run', 'build');
  }
}

async function npm(...args) {
  say(`$ npm ${args.join(' ')}`);
  const script = process.env.npm_execpath;
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  const code = isNpm
    ? await run(process.execPath, [script, ...args], { cwd: repository })
    : await run('npm', args, { cwd: repository, shell: process.platform === 'win32' });
  if (code !== 0) {
    throw new Error(`\`npm ${args.join(' ')}\` failed with exit code ${code}.`);
  }
}

/** Newer than every source file. Rebuilding without need would pull `dist` away from whatever else runs. */
function isBuilt() {
  return existsSync(built) && filesBelow(source).every((file) => statSync(file).mtimeMs <= statSync(built).mtimeMs);
}

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
