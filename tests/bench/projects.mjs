import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fetched } from '../survey/fetch.mjs';
import { filesOf } from '../survey/files.mjs';
import { configOf, lint, sourceCodeOf } from './measure.mjs';
import { servers } from './packages.mjs';

const require = createRequire(import.meta.url);
const typescript = require('@typescript-eslint/parser');

/** What following may cost, as a multiple. */
export const LIMIT = 1.25;

/** Servers whose files lead to each other. They are linted where they lie: what they import is looked for on the disk. */
const NAMES = [
  'express-cart',
  'ep_etherpad-lite',
  'grant',
  'hof',
  'solid-server',
  'supertokens-node',
  'unleash-server',
];

const ROUNDS = 3;

/**
 * What it costs to follow the imports of whole projects: reading the files, analyzing their scopes and running all
 * rules, as a multiple of what the same takes with `project: false`.
 * @returns how many files were linted, how many others the rules had read for it, and how often one of them was read
 * again
 */
export function costOfFollowing(plugin) {
  const sums = { on: 0, off: 0, files: 0, opened: 0, again: 0 };
  for (const name of NAMES) {
    const folder = fetched(servers.find((one) => one.name === name));
    const files = filesOf(folder).files.filter(({ path }) => /\.[cm]?[jt]s$/.test(path));
    const times = { on: files.map(() => Infinity), off: files.map(() => Infinity) };
    let opened = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const way of ['on', 'off']) {
        const read = [];
        const settings = { 'session-secrets': { project: way === 'on' } };
        run(
          folder,
          files,
          configOf(
            languageThat((path) => read.push(path)),
            settings,
            plugin.rules,
          ),
          times[way],
        );
        // Once each for being linted; what is more was read for another one.
        if (way === 'on')
          opened = without(
            read,
            files.map(({ path }) => join(folder, path)),
          );
      }
    }
    for (const way of ['on', 'off']) sums[way] += times[way].reduce((sum, time) => sum + time, 0);
    sums.files += files.length;
    sums.opened += new Set(opened).size;
    sums.again += opened.length - new Set(opened).size;
  }
  const { on, off, ...counts } = sums;
  return { times: on / off, ...counts };
}

/** Lints the files of one project in a row, and keeps the quickest time of each. */
function run(folder, files, configs, times) {
  files.forEach(({ path, text }, index) => {
    const file = { path: join(folder, path), text: text.replace(/^#!.*/, ''), sourceType: 'module' };
    const start = performance.now();
    lint(file, sourceCodeOf(file, configs), configs, folder);
    times[index] = Math.min(times[index], performance.now() - start);
  });
}

/** What is left of some paths when others are taken away, each as often as it is there. */
function without(paths, others) {
  const left = [...paths];
  for (const other of others) left.splice(left.indexOf(other), 1);
  return left;
}

/** The parser, telling of each file that it reads. */
function languageThat(tell) {
  const parseForESLint = (text, options) => {
    tell(options.filePath);
    return typescript.parseForESLint(text, options);
  };
  return { parser: { ...typescript, parseForESLint }, options: {} };
}
