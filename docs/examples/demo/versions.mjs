import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { eslintBin, eslintConfig, nodeModules } from './paths.mjs';
import { inColour, say } from './print.mjs';
import { run } from './processes.mjs';

/** A copy of the example that finds its dependencies where the repository has them. */
export function copyOf(example, directory) {
  cpSync(example, directory, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  symlinkSync(nodeModules, join(directory, 'node_modules'), 'junction');
  return directory;
}

/** ESLint's own command, its report on the terminal. True when nothing is left to report. */
export async function lint(directory, ...flags) {
  say(`$ eslint ${[...flags, '.'].join(' ')}`);
  const colour = inColour ? '--color' : '--no-color';
  const env = { ...process.env, ESLINT_USE_FLAT_CONFIG: 'true' };
  const args = [eslintBin, '--config', eslintConfig, colour, ...flags, '.'];
  const code = await run(process.execPath, args, { cwd: directory, env });
  if (code !== 0 && code !== 1) {
    throw new Error(`ESLint could not lint the example (exit code ${code}).`);
  }
  return code === 0;
}

/** What differs between two directories, as one unified diff. */
export async function differences(before, after) {
  const { createTwoFilesPatch } = await import('diff');
  const files = new Set([...filesOf(before), ...filesOf(after)]);
  return [...files]
    .sort()
    .map((file) => [file, textOf(before, file), textOf(after, file)])
    .filter(([, left, right]) => left !== right)
    .map(([file, left, right]) => createTwoFilesPatch(`a/${file}`, `b/${file}`, left, right, '', '', { context: 2 }))
    .map((patch) => patch.replace(/^=+\n/, ''))
    .join('\n');
}

function filesOf(root, directory = root) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesOf(root, path) : [relative(root, path).replaceAll('\\', '/')];
    });
}

function textOf(directory, file) {
  try {
    return readFileSync(join(directory, file), 'utf8');
  } catch {
    return '';
  }
}
