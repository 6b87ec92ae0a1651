import { isCommonJs } from '../docs-blocks';
import type { Seed } from './compare';
import { differencesOf, findingsIn, textsOf } from './compare';
import type { Cut } from './cut';
import { functionCutters } from './function-cuts';
import { Program } from './program';
import { Traced } from './traced';
import { valueCutters } from './value-cuts';
import type { SplitFiles, Way } from './ways';
import { inCommonJs, ways } from './ways';

/** A flat program that can be split, as ES modules or as CommonJS. */
export interface Subject {
  seed: Seed;
  system: 'esm' | 'commonjs';
  program: Program;
  /** What can be cut out of it, by kind: in whatever form, as a function or as the method of a class. */
  cuts: ReadonlyMap<string, readonly Cut[]>;
  /** How a piece of it can be loaded. */
  ways: readonly Way[];
}

/** A flat program both as ES modules and as CommonJS, where it can be both. */
export function subjectsOf(seed: Seed): Subject[] {
  const flat = Traced.flat(seed.text);
  const written = isCommonJs(seed.text) ? 'commonjs' : 'esm';
  const other = written === 'esm' ? inCommonJs(flat) : null;
  return [subject(seed, flat, written), ...(other ? [subject(seed, other, 'commonjs')] : [])];
}

function subject(seed: Seed, text: Traced, system: Subject['system']): Subject {
  const program = new Program(text);
  const cuts = new Map<string, Cut[]>();
  for (const cut of [...valueCutters, ...functionCutters].flatMap((cutter) => cutter(program))) {
    const [kind = ''] = cut.kind.split(' as ');
    cuts.set(kind, [...(cuts.get(kind) ?? []), cut]);
  }
  return { seed, system, program, cuts, ways: ways.filter((way) => way.system === undefined || way.system === system) };
}

/** A program that was split, and what the rules say of it that they do not say of the flat one, or the other way round. */
export interface Outcome {
  seed: Seed;
  kind: string;
  way: string;
  /** Is the piece in another file? */
  where: 'here' | 'elsewhere';
  differences: readonly string[];
  files: SplitFiles;
}

const known = new Map<string, ReturnType<typeof findingsIn>>();

function flatFindings(seed: Seed, extension: string): ReturnType<typeof findingsIn> {
  const key = `${seed.title} ${extension}`;
  const findings = known.get(key) ?? findingsIn({ [`app.${extension}`]: seed.text }, seed, isCommonJs(seed.text));
  known.set(key, findings);
  return findings;
}

/** Splits a program, and compares; null where that way leads to no file. */
export function outcomeOf({ seed, system, program }: Subject, cut: Cut, way: Way, extension: string): Outcome | null {
  const files = way.files(cut, program, extension);
  const paths = Object.keys(files);
  if (paths.length === 0) return null;
  const isScript = system === 'commonjs';
  const flat = flatFindings(seed, extension);
  const split = findingsIn(textsOf(files), seed, isScript);
  const differences = differencesOf(flat, split, seed.text, files);
  return { seed, kind: cut.kind, way: way.name, where: paths.length > 1 ? 'elsewhere' : 'here', differences, files };
}

/** `helper as a callback | elsewhere | not said: no-session-leak sent`; what is said of a safe program is a false alarm. */
export const labelsOf = ({ seed, kind, where, differences }: Outcome): string[] =>
  [...new Set(differences)].map(
    (one) => `${kind} | ${where} | ${seed.isBad ? one : one.replace('said as well', 'false alarm')}`,
  );

/** An outcome to be read by people. */
export const shownOutcome = ({ seed, way, files, ...outcome }: Outcome): string =>
  [
    ...labelsOf({ seed, way, files, ...outcome }),
    `${seed.title}, ${seed.isBad ? 'bad' : 'good'}, ${way}`,
    ...Object.entries(files).map(([path, { text }]) => `--- ${path}\n${text}`),
  ].join('\n');
