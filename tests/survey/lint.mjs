import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Linter } = require('eslint');
const plugin = require('../../dist');
const espree = require('espree');
const typescript = require('@typescript-eslint/parser');

const FILES = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];
const VAULT = { 'session-secrets': { vault: { module: '#session-vault' } } };

/** As a first user runs the plugin, and as one who has a vault. The last is also the one whose fixes are tried. */
const RUNS = {
  recommended: { preset: 'flat/recommended', settings: {} },
  strict: { preset: 'flat/strict', settings: {} },
  all: { preset: 'flat/all', settings: {} },
  'all, with a vault': { preset: 'flat/all', settings: VAULT },
};

export const runs = Object.keys(RUNS);

/** The rules of the smallest preset that has them, in the order the plugin lists them. */
export function presetOfRule() {
  const presets = ['recommended', 'strict', 'all'];
  const has = (preset, rule) => plugin.configs[`flat/${preset}`].rules[`session-secrets/${rule}`] !== undefined;
  const presetOf = (rule) => presets.find((preset) => has(preset, rule));
  return new Map(Object.keys(plugin.rules).map((rule) => [rule, presetOf(rule)]));
}

/** What every run says about a file: `{ findings: { [run]: [] }, crashes: [] }`, or null if it does not parse. */
export function linted(file, filename) {
  const parsed = parse(file, filename);
  if (!parsed) {
    return null;
  }
  const { language, sourceCode } = parsed;
  const findings = {};
  const crashes = [];
  const attempt = (name, work) => {
    try {
      return work();
    } catch (error) {
      crashes.push(`${filename}, ${name}: ${String(error.message).split('\n')[0]}`);
      return [];
    }
  };
  for (const [run, { preset, settings }] of Object.entries(RUNS)) {
    const config = configOf(preset, settings, language);
    findings[run] = attempt(run, () => findingsOf(file.path, sourceCode, filename, config));
  }
  if (findings['all, with a vault'].length > 0) {
    crashes.push(...attempt('--fix', () => brokenByFix(file, filename, configOf('flat/all', VAULT, language))));
  }
  return { findings, crashes };
}

function findingsOf(path, sourceCode, filename, config) {
  return new Linter({ configType: 'flat', cwd: '/' })
    .verify(sourceCode, config, { filename, allowInlineConfig: false })
    .map(({ ruleId, line, column, message }) => {
      if (!ruleId) {
        throw new Error(message);
      }
      const excerpt = sourceCode.lines.slice(Math.max(0, line - 2), line + 1).map((source) => source.slice(0, 200));
      return { rule: ruleId.replace('session-secrets/', ''), path, line, column, message, excerpt };
    });
}

/** Fixed files must parse, and a second `--fix` must find nothing to do. */
function brokenByFix({ text }, filename, config) {
  const linter = new Linter({ configType: 'flat', cwd: '/' });
  const options = { filename, allowInlineConfig: false };
  const first = linter.verifyAndFix(text, config, options);
  if (!first.fixed) {
    return [];
  }
  const second = linter.verifyAndFix(first.output, config, options);
  const error = [...first.messages, ...second.messages].find(({ fatal }) => fatal);
  if (error) {
    return [`${filename}: does not parse after the fix: ${error.message}`];
  }
  return second.fixed ? [`${filename}: a second fix changes the file again`] : [];
}

function configOf(preset, settings, languageOptions) {
  const linterOptions = { reportUnusedDisableDirectives: 'off' };
  return [{ ...plugin.configs[preset], files: FILES, languageOptions, linterOptions, settings }];
}

/** The tree, by the parser and the kind of source that understand the file; null when none does. */
function parse({ text }, filename) {
  const isTypeScript = /\.[cm]?tsx?$/.test(filename);
  const parserOptions = { ecmaFeatures: { jsx: !isTypeScript || filename.endsWith('x') } };
  const parser = isTypeScript ? typescript : espree;
  for (const sourceType of isTypeScript ? ['module'] : ['module', 'commonjs', 'script']) {
    const language = { parser, sourceType, parserOptions };
    const linter = new Linter({ configType: 'flat', cwd: '/' });
    const config = [{ files: FILES, languageOptions: language }];
    const [message] = linter.verify(text, config, { filename, allowInlineConfig: false });
    if (!message?.fatal) {
      return { language, sourceCode: linter.getSourceCode() };
    }
  }
  return null;
}
