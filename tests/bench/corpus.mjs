import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join, sep } from 'node:path';
import { sessionHeavyFiles } from './packages.mjs';
import { expressRouter, fastifyPlugin, inSession, inVault, nextRoutes } from './templates.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));

export const espree = { name: 'espree', parser: require('espree'), options: { ecmaVersion: 'latest' } };
export const typescript = { name: 'typescript-eslint', parser: require('@typescript-eslint/parser'), options: {} };

/** Large files that hold no session, some of them full of the words all the same. */
const LARGE = [
  '@babel/parser/lib/index.js',
  'acorn/dist/acorn.js',
  'vite/dist/node/chunks/build.js',
  'eslint/lib/linter/linter.js',
];

/** Folders of files as people write them. The versions of all of these are pinned by the lockfile. */
const ORDINARY = [
  'eslint/lib/rules',
  'eslint/lib/eslint',
  'eslint/lib/config',
  'ajv/lib',
  '@typescript-eslint/utils/dist',
];

const DECLARATIONS = ['typescript/lib/lib.es5.d.ts', 'typescript/lib/typescript.d.ts'];

const EXAMPLES = ['express', 'fastify'].map((name) => join(root, 'docs/examples', name));

/** What the rules should take at most, as a share of what ESLint takes to read the same files. */
const GOAL = { free: 0.02, heavy: 0.1 };

/**
 * Where there are sessions, the goal is not reached yet: most nearly in files of real packages that typescript-eslint
 * reads (12 %), and by far not with espree, which reads a file several times quicker (27 %), nor in files that are written
 * for the bench, where hardly a line is without a session (11 KB, 110 words): each word costs about 15 µs, whoever has
 * read the file. These limits are above all of that. They are there to notice what makes the rules slower.
 */
const LIMIT = { heavy: 0.2, heavyEspree: 0.5, dense: 0.4, denseEspree: 1 };

/** One row of the result: files, the parser that reads them, what our rules should cost there and what they may. */
export function corpora() {
  const large = LARGE.map(installed);
  const ordinary = ORDINARY.map((folder) => join(root, 'node_modules', folder))
    .flatMap((folder) => below(folder, /\.js$/))
    .map(read)
    .filter(isWritten);
  const sound = generated(inVault);
  const vulnerable = [...generated(inSession), ...EXAMPLES.flatMap((folder) => below(folder, /\.[jt]s$/)).map(read)];
  const free = { kind: 'session-free', goal: GOAL.free, limit: GOAL.free, settings: {} };
  const vault = { module: '#session-vault' };
  const heavy = { kind: 'session-heavy', name: 'packages', goal: GOAL.heavy, settings: {} };
  const packages = sessionHeavyFiles()
    .map(({ path, text }) => asFile(withPlainExtension(path), withoutHashbang(text)))
    .filter((file) => !isJavaScript(file) || isParsed(file));
  const dense = { kind: 'session-dense', goal: GOAL.heavy, settings: { 'session-secrets': { vault } } };

  return [
    { ...free, name: 'large files', language: espree, files: large },
    { ...free, name: 'large files', language: typescript, files: large },
    { ...free, name: 'declarations', language: typescript, files: DECLARATIONS.map(installed) },
    { ...free, name: 'ordinary files', language: espree, files: ordinary },
    { ...free, name: 'ordinary files', language: typescript, files: ordinary },
    { ...heavy, language: espree, limit: LIMIT.heavyEspree, files: packages.filter(isJavaScript) },
    { ...heavy, language: typescript, limit: LIMIT.heavy, files: packages },
    { ...dense, name: 'sound', language: espree, limit: LIMIT.denseEspree, files: sound.filter(isJavaScript) },
    { ...dense, name: 'sound', language: typescript, limit: LIMIT.dense, files: sound },
    { ...dense, name: 'vulnerable', language: espree, limit: LIMIT.denseEspree, files: vulnerable.filter(isJavaScript) },
    { ...dense, name: 'vulnerable', language: typescript, limit: LIMIT.dense, files: vulnerable },
  ];
}

function generated(secret) {
  return [0, 1, 2]
    .flatMap((seed) => [expressRouter, fastifyPlugin, nextRoutes].map((write) => write(seed, secret)))
    .map(({ path, text }) => asFile(path, text));
}

function isJavaScript({ path }) {
  return path.endsWith('.js');
}

function installed(path) {
  return read(join(root, 'node_modules', path));
}

/** ESLint leaves `node_modules` out, so the files pretend to be somewhere else. */
function read(path) {
  return asFile(path.replaceAll('node_modules', 'modules'), withoutHashbang(readFileSync(path, 'utf8')));
}

function asFile(path, text) {
  return { path, text, sourceType: /^(?:import|export)\b *[\w{*'"]/m.test(text) ? 'module' : 'script' };
}

/** A few packages publish templates of files. */
function isParsed({ text, sourceType }) {
  try {
    return Boolean(espree.parser.parse(text, { ...espree.options, sourceType }));
  } catch {
    return false;
  }
}

/** The rows know two kinds of names. */
function withPlainExtension(path) {
  return path.replace(/\.[cm](?=[jt]s$)/, '.');
}

function withoutHashbang(text) {
  return text.replace(/^#!.*/, '');
}

function isWritten({ text }) {
  return text.length / text.split('\n').length < 200;
}

function below(folder, pattern) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => pattern.test(path) && !path.includes(`node_modules${sep}`))
    .map((path) => join(folder, path))
    .sort();
}
