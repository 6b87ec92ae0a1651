import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const inEslint = createRequire(require.resolve('eslint'));
const { Linter, SourceCode } = require('eslint');
const { analyze } = inEslint('eslint-scope');
const { KEYS } = inEslint('eslint-visitor-keys');
const folder = dirname(require.resolve('eslint/package.json'));
const { FlatConfigArray } = require(join(folder, 'lib/config/flat-config-array.js'));

/**
 * What all rules cost on some files, as a share of what parsing them costs.
 *
 * Rule time is what ESLint's own `TIMING` counts: the time inside `create` and inside every listener, here without the
 * cost of looking at the clock. The difference between two whole runs, with rules and without, would be a small number
 * between two large ones, and drown in their noise. Every round parses every file anew, because rules keep what they
 * have found out beside the tree; the median of a file's rounds counts, for both.
 */
export function shareOf({ files, language, settings }, plugin, rounds) {
  const clock = { time: 0, looks: 0 };
  const config = configOf(language, settings, timed(plugin.rules, clock));
  const samples = files.map(() => ({ parsing: [], rules: [] }));

  for (let round = 0; round < rounds; round += 1) {
    const cost = costOfALook();
    files.forEach((file, index) => {
      const start = performance.now();
      const parsed = parse(file, language);
      samples[index].parsing.push(performance.now() - start);

      Object.assign(clock, { time: 0, looks: 0 });
      lint(file, parsed, config);
      samples[index].rules.push(Math.max(0, clock.time - clock.looks * cost));
    });
  }

  const total = (part) => samples.reduce((sum, sample) => sum + median(sample[part]), 0);
  return total('rules') / total('parsing');
}

/** The same rules, with the time they take added up on a clock. */
function timed(rules, clock) {
  const timing = (work) => (...args) => {
    const start = performance.now();
    try {
      return work(...args);
    } finally {
      clock.time += performance.now() - start;
      clock.looks += 1;
    }
  };
  return mapped(rules, (rule) => {
    const create = timing((context) => rule.create(context));
    return { ...rule, create: (context) => mapped(create(context), timing) };
  });
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
function configOf({ parser, options }, settings, rules) {
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

/** As ESLint calls it. */
function parse({ path, text, sourceType }, { parser, options }) {
  const parserOptions = {
    ...options,
    sourceType,
    loc: true,
    range: true,
    raw: true,
    tokens: true,
    comment: true,
    eslintVisitorKeys: true,
    eslintScopeManager: true,
    filePath: path,
  };
  const { parseForESLint = (...args) => ({ ast: parser.parse(...args) }) } = parser;
  return parseForESLint(text, parserOptions);
}

function lint({ path, text }, { ast, services = {}, scopeManager, visitorKeys = KEYS }, config) {
  const scopes = { ecmaVersion: 2024, sourceType: ast.sourceType, childVisitorKeys: visitorKeys, fallback: 'none' };
  const sourceCode = new SourceCode({
    text,
    ast,
    parserServices: services,
    scopeManager: scopeManager ?? analyze(ast, scopes),
    visitorKeys,
  });
  const linter = new Linter({ configType: 'flat', cwd: '/' });
  const messages = linter.verify(sourceCode, config, { filename: path, allowInlineConfig: false });
  const crash = messages.find(({ ruleId }) => ruleId === null);
  if (crash) {
    throw new Error(`${path}: ${crash.message}`);
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
