import { createRequire } from 'node:module';
import { join } from 'node:path';

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

/** In the order the plugin lists them. */
export const rules = Object.keys(plugin.rules);

/**
 * What every run says about a file of a package: `{ findings: { [run]: [] }, crashes: [] }`, or null if it does not
 * parse. It is linted where it lies, because rules look at the package.json above it.
 */
export function linted(file, folder) {
  const place = { cwd: folder, filename: join(folder, file.path) };
  const parsed = parse(file, place);
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
      crashes.push(`${place.filename}, ${name}: ${String(error.message).split('\n')[0]}`);
      return [];
    }
  };
  for (const [run, { preset, settings }] of Object.entries(RUNS)) {
    const config = configOf(preset, settings, language);
    findings[run] = attempt(run, () => findingsOf(file.path, sourceCode, place, config));
  }
  if (findings['all, with a vault'].length > 0) {
    const config = configOf('flat/all', VAULT, language);
    crashes.push(...attempt('--fix', () => brokenByFix(file, place, config)));
    crashes.push(...attempt('suggestions', () => brokenBySuggestion(sourceCode, place, config)));
  }
  return { findings, crashes };
}

function findingsOf(path, sourceCode, { cwd, filename }, config) {
  return new Linter({ configType: 'flat', cwd })
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
function brokenByFix({ text }, { cwd, filename }, config) {
  const linter = new Linter({ configType: 'flat', cwd });
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

/** A file with any one suggestion taken must parse, and differ. */
function brokenBySuggestion(sourceCode, { cwd, filename }, config) {
  const linter = new Linter({ configType: 'flat', cwd });
  const options = { filename, allowInlineConfig: false };
  const { text } = sourceCode;
  const found = linter.verify(sourceCode, config, options);
  return found.flatMap(({ ruleId, line, suggestions = [] }) =>
    suggestions.flatMap(({ fix: { range, text: added } }) => {
      const changed = text.slice(0, range[0]) + added + text.slice(range[1]);
      const error = linter.verify(changed, [{ ...config[0], rules: {} }], options).find(({ fatal }) => fatal);
      const what = error ? `does not parse after the suggestion: ${error.message}` : 'a suggestion changes nothing';
      return error || changed === text ? [`${filename}:${line}, ${ruleId}: ${what}`] : [];
    }),
  );
}

function configOf(preset, settings, languageOptions) {
  const linterOptions = { reportUnusedDisableDirectives: 'off' };
  return [{ ...plugin.configs[preset], files: FILES, languageOptions, linterOptions, settings }];
}

/** The tree, by the parser and the kind of source that understand the file; null when none does. */
function parse({ text }, { cwd, filename }) {
  const isTypeScript = /\.[cm]?tsx?$/.test(filename);
  const parserOptions = { ecmaFeatures: { jsx: !isTypeScript || filename.endsWith('x') } };
  const parser = isTypeScript ? typescript : espree;
  for (const sourceType of isTypeScript ? ['module'] : ['module', 'commonjs', 'script']) {
    const language = { parser, sourceType, parserOptions };
    const linter = new Linter({ configType: 'flat', cwd });
    const config = [{ files: FILES, languageOptions: language }];
    const [message] = linter.verify(text, config, { filename, allowInlineConfig: false });
    if (!message?.fatal) {
      return { language, sourceCode: linter.getSourceCode() };
    }
  }
  return null;
}
