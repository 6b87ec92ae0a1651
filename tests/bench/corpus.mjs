import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join, sep } from 'node:path';
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

/** What the rules may take in files full of sessions, as a share of what typescript-eslint takes to read them. */
const IN_SESSIONS = 0.1;

/**
 * The same with espree. It reads such a file (11 KB, 110 words of sessions) several times quicker, and the rules take the
 * same time whoever has read it, so their share is larger. Measured on a busy machine, where they do worst: 57 % to 81 %.
 * The limit is above that: it is there to notice what makes the rules slower.
 */
const IN_SESSIONS_WITH_ESPREE = 1;

/** One row of the result: files, the parser that reads them, and what our rules may cost there. */
export function corpora() {
  const large = LARGE.map(installed);
  const ordinary = ORDINARY.map((folder) => join(root, 'node_modules', folder))
    .flatMap((folder) => below(folder, /\.js$/))
    .map(read)
    .filter(isWritten);
  const sound = generated(inVault);
  const vulnerable = [...generated(inSession), ...EXAMPLES.flatMap((folder) => below(folder, /\.[jt]s$/)).map(read)];
  const free = { kind: 'session-free', budget: 0.02, settings: {} };
  const vault = { module: '#session-vault' };
  const heavy = { kind: 'session-heavy', budget: IN_SESSIONS, settings: { 'session-secrets': { vault } } };
  const heavyEspree = { ...heavy, budget: IN_SESSIONS_WITH_ESPREE };

  return [
    { ...free, name: 'large files', language: espree, files: large },
    { ...free, name: 'large files', language: typescript, files: large },
    { ...free, name: 'declarations', language: typescript, files: DECLARATIONS.map(installed) },
    { ...free, name: 'ordinary files', language: espree, files: ordinary },
    { ...free, name: 'ordinary files', language: typescript, files: ordinary },
    { ...heavyEspree, name: 'sound', language: espree, files: sound.filter(isJavaScript) },
    { ...heavy, name: 'sound', language: typescript, files: sound },
    { ...heavyEspree, name: 'vulnerable', language: espree, files: vulnerable.filter(isJavaScript) },
    { ...heavy, name: 'vulnerable', language: typescript, files: vulnerable },
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
  return asFile(path.replaceAll('node_modules', 'modules'), readFileSync(path, 'utf8').replace(/^#!.*/, ''));
}

function asFile(path, text) {
  return { path, text, sourceType: /^(?:import|export) /m.test(text) ? 'module' : 'script' };
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
