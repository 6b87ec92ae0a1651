import { checkSync } from 'recheck';
import type { Parameters } from 'recheck';
import { beforeAll, describe, expect, it } from 'vitest';
import { knownLibraries } from '../src/model/facts/known-libraries';
import { settingsOf } from '../src/settings/settings';
import { compiledExpressions, expressionLiterals, formatExpressions } from './support/source-expressions';

/**
 * Two ways to look at an expression. The automaton proves that the time grows no faster than the text, once the text is
 * longer than any bound of a repetition. The search looks for a text that hurts within those bounds; its effort is cut
 * to a fraction of a second, and the bad expressions at the end show that it still finds such texts. What the automaton
 * cannot read (a look-ahead) is searched with all the effort there is.
 */
const proof: Parameters = { checker: 'automaton', timeout: 20_000 };
const search: Parameters = {
  checker: 'fuzz',
  timeout: 20_000,
  maxInitialGenerationSize: 30,
  maxGenerationSize: 10,
  maxIteration: 2,
  incubationLimit: 3_000,
  maxGeneStringSize: 400,
  crossoverSize: 4,
  mutationSize: 6,
};

const thorough: Parameters = { checker: 'fuzz', timeout: 60_000 };

const gate = knownLibraries(settingsOf({ settings: {} })).gate;

/** What the gate compiles from the names of the shipped libraries. */
const gateExpressions = [gate.rare, gate.loose]
  .filter((one) => one !== null)
  .map(({ source, flags }, index) => ({
    where: `gate ${index}`,
    source,
    flags,
  }));

/** The command reads a few files of one project, once; what lints reads whatever there is. */
const isLinting = (where: string): boolean => !where.startsWith('src/cli/');

/** Each expression once, however many files have it. */
const expressions = [
  ...new Map(
    [
      ...formatExpressions(),
      ...gateExpressions,
      ...expressionLiterals('src').filter(({ where }) => isLinting(where)),
    ].map((one) => [`/${one.source}/${one.flags}`, one]),
  ).values(),
];

beforeAll(() => {
  // The native programs are optional; the JavaScript build gives the same answers everywhere.
  process.env['RECHECK_BACKEND'] = 'pure';
});

function answerOf(source: string, flags: string, parameters: Parameters): string {
  const answer = checkSync(source, flags, parameters);
  return answer.status === 'unknown' ? `unknown: ${answer.error.kind}` : `${answer.status}, ${answer.complexity.type}`;
}

describe('the regular expressions are linear', () => {
  it('has a list to check', () => {
    expect(expressions.length).toBeGreaterThanOrEqual(400);
  });

  it.each(expressions)('$where', ({ source, flags }) => {
    const proven = answerOf(source, flags, proof);
    if (proven !== 'unknown: unsupported') expect(proven).toMatch(/^safe, /);
    expect(answerOf(source, flags, proven.startsWith('unknown') ? thorough : search)).toMatch(/^safe, /);
  });

  it('has no other expressions than literals, the formats and the gate', () => {
    expect([...new Set(compiledExpressions('src').filter(isLinting))]).toEqual([
      // Made of the name of a function or of an expression of the file, behind something fixed.
      'src/findings/vault-move/awaited-function.ts',
      'src/findings/vault-move/session-elsewhere.ts',
      'src/model/facts/text-filter.ts',
      'src/secrets/formats.ts',
    ]);
  });
});

describe('the check would notice', () => {
  it.each(['(a+)+$', '\\s+$', '.*,.*;'])('an unbounded %s', (source) => {
    expect(answerOf(source, '', proof)).toMatch(/^vulnerable, /);
  });

  it.each([
    '^(?:a|a){0,60}$',
    '(?:[a-z]{1,40}){1,20}!',
    '^(?:[a-z0-9]{1,30}-?){1,12}x$',
    '(?<![a-z])x[a-z]{0,8000}y[a-z]{0,8000}z',
    '(?<!q)(?:[a-z]{1,40}){1,20}!',
    '(?:\\w{1,30}:){0,8}\\w{1,30}:x',
  ])('a bounded %s', (source) => {
    expect(answerOf(source, '', search)).toMatch(/^vulnerable, /);
  });

  it('a literal in a source file', () => {
    expect(expressionLiterals('tests/support').map((expression) => expression.where)).toContainEqual(
      expect.stringContaining('tests/support/lint.ts'),
    );
  });
});
