import type { Files } from '../project';
import { lintProject } from '../project';
import type { LintOptions } from '../lint';
import type { Traced } from './traced';
import type { SplitFiles } from './ways';

/** A flat program, and what the rules are asked about it. */
export interface Seed {
  title: string;
  rule: string;
  isBad: boolean;
  text: string;
  options: unknown[];
  isTypeScript?: boolean;
}

/** A finding: of what kind, and at which lines it is, or leads to. */
interface Finding {
  what: string;
  places: readonly { path: string; line: number }[];
}

export function findingsIn(files: Files, seed: Seed, isCommonJs: boolean): Finding[] {
  const options: LintOptions = {
    preset: 'recommended',
    sourceType: isCommonJs ? 'commonjs' : 'module',
    options: {
      ...(seed.rule === 'require-csrf-protection' ? { 'require-same-site-cookie': [{ allowNone: true }] } : {}),
      [seed.rule]: seed.options,
    },
  };
  return lintProject({ ...manifestOf(seed, isCommonJs), ...files }, options).map((text) => {
    const [, path = '', line, what = '', place] = /^(\S+) (\d+) (.*?)(?: \((.*):\d+\))?$/.exec(text) ?? [];
    const [, other = '', at] = /\((.*):(\d+)\)$/.exec(text) ?? [];
    const here = { path, line: Number(line) };
    return { what, places: place === undefined ? [here] : [here, { path: other.replace('./', ''), line: Number(at) }] };
  });
}

/** A package.json that has what the program loads: its parts may load less than the whole. */
const manifestOf = ({ text }: Seed, isCommonJs: boolean): Files => {
  const loaded = [...text.matchAll(/(?:from |require\()'([^.#'][^']*)'/g)].flatMap(([, name = '']) => name);
  return {
    'package.json': JSON.stringify({
      name: 'program',
      ...(isCommonJs ? {} : { type: 'module' }),
      dependencies: Object.fromEntries(loaded.filter((name) => !name.startsWith('node:')).map((name) => [name, '*'])),
      ...(text.includes('#session-vault') ? { imports: { '#session-vault': './vault.js' } } : {}),
    }),
  };
};

/** What is said of the split program and not of the flat one, and the other way round; empty where they say the same. */
export function differencesOf(
  flat: readonly Finding[],
  split: readonly Finding[],
  flatText: string,
  files: SplitFiles,
): string[] {
  const left = [...split];
  const missing = flat.filter(({ what, places: [place] }) => {
    const index = left.findIndex((one) => one.what === what && isAt(one, place?.line ?? 0, flatText, files));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return missing
    .map(({ what }) => {
      const index = left.findIndex((one) => one.what === what);
      if (index >= 0) left.splice(index, 1);
      return `${index < 0 ? 'not said' : 'elsewhere'}: ${what}`;
    })
    .concat(left.map(({ what }) => `said as well: ${what}`));
}

const isAt = ({ places }: Finding, line: number, flat: string, files: SplitFiles): boolean =>
  places.some((place) => files[place.path]?.originsOf(place.line, flat).has(line));

export const textsOf = (files: Readonly<Record<string, Traced>>): Files =>
  Object.fromEntries(Object.entries(files).map(([path, { text }]) => [path, text]));
