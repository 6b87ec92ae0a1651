import { spawn } from 'node:child_process';

const STOP_AFTER = 3_000;
const running = new Set();

/** Runs a command to its end; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    running.add(child);
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('exit', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Starts a Node program that stays; `output` is what it has said so far. */
export function startNode(args, options) {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const program = { child, output: '' };
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      program.output += text;
    });
  }
  child.on('error', (error) => {
    running.delete(child);
    program.output += String(error);
  });
  child.on('exit', () => running.delete(child));
  return program;
}

/** Ends everything that was started here and still runs, and waits for it. */
export async function stopAll() {
  await Promise.all([...running].map(stop));
}

function stop(child) {
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_AFTER);
    child.on('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill();
  });
}
