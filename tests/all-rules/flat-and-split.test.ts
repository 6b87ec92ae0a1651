import fc from 'fast-check';
import { expect, it } from 'vitest';
import plugin from '../../src/plugin';
import type { Exception } from '../support/split/not-followed';
import { notFollowed } from '../support/split/not-followed';
import { seeds } from '../support/split/seeds';
import type { Outcome, Subject } from '../support/split/splits';
import { labelsOf, outcomeOf, shownOutcome, subjectsOf } from '../support/split/splits';

/** How many splits are drawn; more of them with `SPLIT_PROGRAMS=5000 npx vitest run tests/all-rules/flat-and-split`. */
const numRuns = Number(process.env['SPLIT_PROGRAMS'] ?? 300);
const seed = Number(process.env['SPLIT_SEED'] ?? 13);

/** What ESLint itself does is the same in all of them here: one is asked about every kind of every program. */
const isMain = process.env['ESLINT_ALIAS'] === 'eslint';

const subjects = seeds.flatMap(subjectsOf).filter(({ cuts }) => cuts.size > 0);

/** What differs and is not in the table, by its label, each with the split that shows it. */
const unknownIn = (outcomes: readonly Outcome[]): string[] => {
  const found = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    for (const label of labelsOf(outcome)) {
      if (!notFollowed.some(({ what }) => what.test(label))) found.set(label, outcome);
    }
  }
  return [...found].map(([label, outcome]) => `${label}\n${shownOutcome(outcome)}`);
};

/** Is there still a split of that kind, of a program of one of the rules, with that difference? */
const isStillSo = ({ kinds, what }: Exception): boolean =>
  subjects
    .filter(({ seed: { rule } }) => what.source.includes(rule))
    .some((subject) =>
      [...subject.cuts]
        .flatMap(([kind, cuts]) => (kinds.test(kind) ? cuts : []))
        .some((cut) =>
          subject.ways.slice(0, 2).some((way) => {
            const outcome = outcomeOf(subject, cut, way, 'js');
            return outcome && labelsOf(outcome).some((label) => what.test(label));
          }),
        ),
    );

it('has programs of each rule, of which it reports one and not its twin', () => {
  for (const rule of Object.keys(plugin.rules)) {
    const own = seeds.filter((one) => one.rule === rule);
    expect([rule, own.filter(({ isBad }) => isBad).length >= 2, own.some(({ isBad }) => !isBad)]).toEqual([
      rule,
      true,
      true,
    ]);
  }
});

it.runIf(isMain)(
  'each kind of split of each program says what the flat one says',
  () => {
    const outcomes: Outcome[] = [];
    let turn = 0;
    for (const subject of subjects) {
      for (const cuts of subject.cuts.values()) {
        turn += 1;
        // All ways and both languages get their turn with all kinds and all rules.
        const [here, ...others] = subject.ways;
        const way = subject.system === 'esm' && turn % 3 === 1 ? here : others[turn % others.length];
        const extension = subject.seed.isTypeScript || turn % 4 === 0 ? 'ts' : 'js';
        const cut = cuts[turn % cuts.length];
        const outcome = cut && way ? outcomeOf(subject, cut, way, extension) : null;
        if (outcome) outcomes.push(outcome);
      }
    }
    expect(unknownIn(outcomes)).toEqual([]);

    // What is followed by now is no longer an exception.
    const labels = outcomes.flatMap(labelsOf);
    const unseen = notFollowed.filter(({ what }) => !labels.some((label) => what.test(label)));
    expect(unseen.filter((one) => !isStillSo(one))).toEqual([]);

    // A generator that splits nothing would prove nothing.
    const atLeast = (least: number, keyOf: (outcome: Outcome) => string): string[] => {
      const counts = new Map<string, Set<string>>();
      for (const one of outcomes) {
        const key = keyOf(one);
        counts.set(key, (counts.get(key) ?? new Set()).add(`${one.seed.title} ${one.kind} ${one.way}`));
      }
      return [...counts].filter(([, programs]) => programs.size < least).map(([key]) => key);
    };
    expect(new Set(outcomes.map(({ kind }) => kind)).size).toBeGreaterThan(30);
    expect(new Set(outcomes.map(({ seed: { rule } }) => rule)).size).toBe(Object.keys(plugin.rules).length);
    expect(atLeast(5, ({ kind }) => kind)).toEqual([]);
    expect(atLeast(20, ({ way }) => way)).toEqual([]);
    expect(atLeast(5, ({ seed: { rule, isBad } }) => `${rule} ${isBad}`)).toEqual([]);
    expect(outcomes.filter(({ differences }) => differences.length === 0).length / outcomes.length).toBeGreaterThan(
      0.8,
    );
  },
  300_000,
);

it('any split says what the flat program says', () => {
  const drawn = fc.record({
    subject: fc.nat(),
    kind: fc.nat(),
    cut: fc.nat(),
    way: fc.nat(),
    isTypeScript: fc.boolean(),
  });
  const outcomes = fc.sample(drawn, { numRuns, seed }).flatMap(({ subject: index, kind, cut, way, isTypeScript }) => {
    const subject = subjects[index % subjects.length] as Subject;
    const cuts = [...subject.cuts.values()][kind % subject.cuts.size] ?? [];
    const [piece, by] = [cuts[cut % cuts.length], subject.ways[way % subject.ways.length]];
    const extension = isTypeScript || subject.seed.isTypeScript ? 'ts' : 'js';
    return (piece && by && outcomeOf(subject, piece, by, extension)) ?? [];
  });
  expect(outcomes.length).toBeGreaterThan(numRuns / 2);
  expect(unknownIn(outcomes)).toEqual([]);
}, 300_000);
