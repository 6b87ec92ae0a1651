import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join, sep } from 'node:path';
import { filesOfServers, fullestFiles } from './packages.mjs';
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

/**
 * What the rules may take, as a share of what ESLint takes to read the same files: in code without sessions, and in
 * programs that are full of them.
 */
const BUDGET = { free: 0.02, heavy: 0.1 };

/**
 * A file that is full of sessions costs more than the program around it, and what it costs hardly depends on the parser,
 * of which espree is the quicker by far. Those of real programs keep to the budget with typescript-eslint, and take
 * about 20 % with espree. Files that are written for the bench, in which hardly a line is without a session, take 20 to 30 % and 50
 * to 70 %. Such files have no budget; these limits above what was measured are there to notice what makes rules slower.
 */
const LIMIT = { fullestEspree: 0.3, dense: 0.4, denseEspree: 1 };

/** One row of the result: files, the parser that reads them, and what our rules may cost there. */
export function corpora() {
  const large = LARGE.map(installed);
  const ordinary = ORDINARY.map((folder) => join(root, 'node_modules', folder))
    .flatMap((folder) => below(folder, /\.js$/))
    .map(read)
    .filter(isWritten);
  const sound = generated(inVault);
  const vulnerable = [...generated(inSession), ...EXAMPLES.flatMap((folder) => below(folder, /\.[jt]s$/)).map(read)];
  const free = { kind: 'session-free', limit: BUDGET.free, settings: {} };
  const vault = { module: '#session-vault' };
  const heavy = { kind: 'session-heavy', limit: BUDGET.heavy, settings: {} };
  const servers = parsed(filesOfServers());
  const fullest = parsed(fullestFiles());
  const dense = { kind: 'session-dense', settings: { 'session-secrets': { vault } } };

  return [
    { ...free, name: 'large files', language: espree, files: large },
    { ...free, name: 'large files', language: typescript, files: large },
    { ...free, name: 'declarations', language: typescript, files: DECLARATIONS.map(installed) },
    { ...free, name: 'ordinary files', language: espree, files: ordinary },
    { ...free, name: 'ordinary files', language: typescript, files: ordinary },
    { ...heavy, name: 'servers', language: espree, files: servers.filter(isJavaScript) },
    { ...heavy, name: 'servers', language: typescript, files: servers },
    {
      ...heavy,
      name: 'fullest files',
      language: espree,
      limit: LIMIT.fullestEspree,
      files: fullest.filter(isJavaScript),
    },
    { ...heavy, name: 'fullest files', language: typescript, files: fullest },
    { ...dense, name: 'sound', language: espree, limit: LIMIT.denseEspree, files: sound.filter(isJavaScript) },
    { ...dense, name: 'sound', language: typescript, limit: LIMIT.dense, files: sound },
    {
      ...dense,
      name: 'vulnerable',
      language: espree,
      limit: LIMIT.denseEspree,
      files: vulnerable.filter(isJavaScript),
    },
    { ...dense, name: 'vulnerable', language: typescript, limit: LIMIT.dense, files: vulnerable },
  ];
}

function generated(secret) {
  return [0, 1, 2]
    .flatMap((seed) => [expressRouter, fastifyPlugin, nextRoutes].map((write) => write(seed, secret)))
    .map(({ path, text }) => asFile(path, text));
}

/** Those of published files that can be read. */
function parsed(published) {
  return published
    .map(({ path, text }) => asFile(withPlainExtension(path), withoutHashbang(text)))
    .filter((file) => !isJavaScript(file) || isParsed(file));
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
