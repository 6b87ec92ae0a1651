import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCE = /\.[cm]?[jt]sx?$/;
const DECLARATIONS = /\.d\.[cm]?ts$/;

/** Nobody writes such lines; what has them came out of a bundler. */
const LONGEST_LINE = 1_000;
const LONGEST_FILE = 400_000;

/**
 * The source files of a package, and how many were left out because a machine wrote them.
 * @param folders where to look, or files: what a package publishes twice is read once
 */
export function filesOf(folder, folders = ['.']) {
  const texts = folders
    .flatMap((name) => (statSync(join(folder, name)).isFile() ? [join(folder, name)] : below(join(folder, name))))
    .sort()
    .map((path) => ({ path: relative(folder, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
  const files = texts.filter(({ text }) => isWritten(text));
  return { files, bundled: texts.length - files.length };
}

function below(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' ? [] : below(path);
    }
    return entry.isFile() && SOURCE.test(path) && !DECLARATIONS.test(path) ? [path] : [];
  });
}

function isWritten(text) {
  return text.length < LONGEST_FILE && text.split('\n').every((line) => line.length < LONGEST_LINE || isData(line));
}

/** An inlined image or source map says nothing about the lines around it. */
function isData(line) {
  return /base64,/.test(line);
}
