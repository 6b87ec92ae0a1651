import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A script of package.json: its name and what it runs. */
export type Script = readonly [name: string, text: string];

/** A script that lints some folders only. */
export interface Scope {
  script: string;
  paths: readonly string[];
}

export function scriptsOf({ scripts }: { scripts?: unknown }): Script[] {
  return Object.entries(scripts ?? {}).filter((one): one is [string, string] => typeof one[1] === 'string');
}

/** Does the project call ESLint in the way from before `eslint.config`? */
export const usesEslintrc = (scripts: readonly Script[]): boolean =>
  scripts.some(([, text]) => /\bESLINT_USE_FLAT_CONFIG=["']?false\b/.test(text));

/** The names of scripts that lint with a cache. */
export const cachedIn = (scripts: readonly Script[]): string[] =>
  scripts.filter(([, text]) => /\beslint\b[^&|;]*\s--cache\b/.test(text)).map(([name]) => name);

/** The endings that scripts add to what ESLint looks at. */
export function extensionsIn(scripts: readonly Script[]): string[] {
  const said = scripts.map(([, text]) => /\beslint\b[^&|;]*\s--ext[= ]\s*["']?([^\s"']+)/.exec(text)?.[1] ?? '');
  const ends = said.flatMap((list) => list.split(',')).filter((end) => end !== '');
  return ends.map((end) => (end.startsWith('.') ? end : `.${end}`));
}

/** Switches that are not followed by a word of their own. */
const switches = /^--(?:fix|cache|quiet|color|debug|no-[a-z-]+|report-unused-disable-directives)$/;

/** Scripts that lint some folders of the project and not the whole. */
export function scopesIn(folder: string, scripts: readonly Script[]): Scope[] {
  return scripts.flatMap(([script, text]) => {
    const [, said] = /(?:^|[&|;\s])eslint\s+([^&|;]*)/.exec(text) ?? [];
    const words = (said ?? '').split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
    const paths = words
      .filter((word, index) => word !== '' && !word.startsWith('-') && !takesValue(words[index - 1]))
      .map((word) => word.replace(/^\.\//, '').replace(/\/$/, ''));
    const areFolders = paths.length > 0 && paths.every((path) => path !== '.' && existsSync(join(folder, path)));
    return areFolders ? [{ script, paths }] : [];
  });
}

const takesValue = (word = ''): boolean => /^--?[^=]+$/.test(word) && !switches.test(word);
