import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../../src/plugin';

/** How a text is to be linted. */
export interface LintOptions {
  filename?: string;
  /** The folder the run starts in. */
  cwd?: string;
  preset?: 'recommended' | 'strict' | 'all';
  settings?: Record<string, unknown>;
  sourceType?: 'module' | 'commonjs' | 'script';
  /** Options of single rules, by their name without our prefix. */
  options?: Record<string, unknown[]>;
  /** TypeScript's parser for everything but plain JavaScript, if not said otherwise. */
  parser?: 'espree' | 'typescript';
}

function configOf({
  filename = 'file.js',
  preset = 'all',
  settings = {},
  sourceType,
  parser,
  options = {},
}: LintOptions): Linter.Config[] {
  const isTypeScript = (parser ?? (/\.[cm]?js$/.test(filename) ? 'espree' : 'typescript')) === 'typescript';
  const flat = plugin.configs[`flat/${preset}`] as unknown as Linter.Config;
  return [
    {
      ...flat,
      rules: {
        ...flat.rules,
        ...Object.fromEntries(
          Object.entries(options).map(([rule, given]) => [`session-secrets/${rule}`, ['error', ...given]]),
        ),
      },
      files: ['**/*.*'],
      settings: { 'session-secrets': settings },
      languageOptions: {
        ecmaVersion: 'latest',
        sourceType: sourceType ?? 'module',
        ...(isTypeScript ? { parser: typescriptParser as never } : {}),
        parserOptions: { ecmaFeatures: { jsx: true } },
      },
    } as Linter.Config,
  ];
}

/** A linter of the ESLint under test; with flat configuration also where that is not yet the default. */
const linter = ({ cwd }: LintOptions): Linter => new Linter({ configType: 'flat', ...(cwd ? { cwd } : {}) });

/** All messages of our rules for a text. */
export function lint(text: string, options: LintOptions = {}): Linter.LintMessage[] {
  return linter(options).verify(text, configOf(options), { filename: options.filename ?? 'file.js' });
}

/** What one `eslint --fix` makes of a text. */
export function fix(text: string, options: LintOptions = {}): Linter.FixReport {
  return linter(options).verifyAndFix(text, configOf(options), { filename: options.filename ?? 'file.js' });
}

/** `rule line:column`, without our prefix, for comparisons that are easy to read. */
export const shown = (messages: readonly Linter.LintMessage[]): string[] =>
  messages.map(({ ruleId, line, message }) => `${ruleId?.replace('session-secrets/', '') ?? message} ${line}`);
