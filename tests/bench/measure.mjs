import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const { Linter } = require('eslint');
const folder = dirname(require.resolve('eslint/package.json'));
const javascript = require(join(folder, 'lib/languages/js/index.js'));
const { FlatConfigArray } = require(join(folder, 'lib/config/flat-config-array.js'));

/**
 * What all rules cost on some files, as a share of what it costs ESLint to get from their text to a `SourceCode` with
 * scopes, which it does before any rule can run: parsing and scope analysis. One parser brings its own scope analysis
 * along and the other leaves it to ESLint, so only the sum of both is like for like; ESLint's own code does it here.
 *
 * Rule time is what ESLint's own `TIMING` counts: the time inside `create` and inside every listener, here without the
 * cost of looking at the clock, and without the time in `context.report()`, which is ESLint's own work on what was
 * found (except for the fixes it asks for: they are ours). That is told apart as the share of `reports`.
 *
 * The difference between two whole runs, with rules and without, would be a small number between two large ones, and
 * drown in their noise. Every round parses every file anew, because rules keep what they have found out beside the
 * tree; the quickest of a file's rounds counts, for both: whatever else the machine does can only add to it.
 * @returns {{ rules: number, reports: number }}
 */
export function sharesOf({ kind, files, language, settings }, plugin, rounds) {
  const clock = new Clock();
  // Nothing is reported there, so ESLint's own context will do.
  const contextFor = kind === 'session-free' ? (context) => context : (context) => withTimedReports(context, clock);
  const configs = configOf(language, settings, timed(plugin.rules, clock, contextFor));
  const samples = files.map(() => ({ source: [], rules: [], reports: [] }));

  for (let round = 0; round < rounds; round += 1) {
    const cost = costOfALook();
    files.forEach((file, index) => {
      const start = performance.now();
      const sourceCode = sourceCodeOf(file, configs);
      samples[index].source.push(performance.now() - start);

      clock.reset();
      lint(file, sourceCode, configs);
      const { rules, reports } = clock.read(cost);
      samples[index].rules.push(rules);
      samples[index].reports.push(reports);
    });
  }

  const total = (part) => samples.reduce((sum, sample) => sum + Math.min(...sample[part]), 0);
  return { rules: total('rules') / total('source'), reports: total('reports') / total('source') };
}

/** Adds up the time in the rules, and how much of it was ESLint's while they reported something. */
class Clock {
  #ours = { time: 0, looks: 0 };
  #theirs = { time: 0, looks: 0 };

  reset() {
    for (const sum of [this.#ours, this.#theirs]) Object.assign(sum, { time: 0, looks: 0 });
  }

  /** @param cost what it takes to look at the clock before and after something */
  read(cost) {
    const net = ({ time, looks }) => time - looks * cost;
    return { rules: Math.max(0, net(this.#ours)), reports: Math.max(0, net(this.#theirs)) };
  }

  /** Work of a rule. */
  ours(work) {
    return this.#timing(work, this.#ours);
  }

  /** Work of ESLint in the middle of a rule's: taken from one, given to the other. */
  theirs(work) {
    return this.#timing(work, this.#theirs, this.#ours);
  }

  /** Work of a rule in the middle of ESLint's. */
  oursAgain(work) {
    return this.#timing(work, this.#ours, this.#theirs);
  }

  #timing(work, to, from = { time: 0, looks: 0 }) {
    return (...args) => {
      const start = performance.now();
      try {
        return work(...args);
      } finally {
        const time = performance.now() - start;
        to.time += time;
        to.looks += 1;
        from.time -= time;
        from.looks += 1;
      }
    };
  }
}

function timed(rules, clock, contextFor) {
  return mapped(rules, (rule) => {
    const create = clock.ours((context) => rule.create(context));
    return {
      ...rule,
      create: (context) => mapped(create(contextFor(context)), (listener) => clock.ours(listener)),
    };
  });
}

/** A context with a clock on its reports: an object of its own, because one that stands before another is slow to ask. */
function withTimedReports(context, clock) {
  const report = clock.theirs((descriptor) => context.report(descriptor));
  const withFix = (one) => (one.fix ? { ...one, fix: clock.oursAgain(one.fix) } : one);
  const { id, options, settings, sourceCode, filename, physicalFilename, cwd, languageOptions } = context;
  return {
    ...{ id, options, settings, sourceCode, filename, physicalFilename, cwd, languageOptions },
    report: (descriptor) => report({ ...withFix(descriptor), suggest: descriptor.suggest?.map(withFix) ?? [] }),
  };
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function costOfALook() {
  const looks = 20_000;
  let sum = 0;
  const start = performance.now();
  for (let index = 0; index < looks; index += 1) {
    sum -= performance.now();
  }
  return sum < 0 ? (performance.now() - start) / looks : 0;
}

/** Put together once for all files, as a run of ESLint does: a plain object would be made anew for each of them. */
export function configOf({ parser, options }, settings, rules) {
  const configs = new FlatConfigArray([], { basePath: '/' });
  configs.push({
    files: ['**/*.js', '**/*.ts'],
    plugins: { 'session-secrets': { rules } },
    languageOptions: { parser, parserOptions: options },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    settings,
    rules: Object.fromEntries(Object.keys(rules).map((rule) => [`session-secrets/${rule}`, 'error'])),
  });
  configs.normalizeSync();
  return configs;
}

/** What ESLint does with a file before the rules run. */
export function sourceCodeOf({ path, text, sourceType }, configs) {
  const languageOptions = { ...configs.getConfig(path).languageOptions, sourceType };
  const file = { path, body: text, bom: false };
  const parsed = javascript.parse(file, { languageOptions });
  if (!parsed.ok) throw new Error(`${path}: ${parsed.errors[0].message}`);
  return javascript.createSourceCode(file, parsed, { languageOptions });
}

/** Runs the rules of a configuration over a file. */
export function lint({ path }, sourceCode, configs, cwd = '/') {
  const linter = new Linter({ configType: 'flat', cwd });
  const messages = linter.verify(sourceCode, configs, { filename: path, allowInlineConfig: false });
  const crash = messages.find(({ ruleId }) => ruleId === null);
  if (crash) {
    throw new Error(`${path}: ${crash.message}`);
  }
}
