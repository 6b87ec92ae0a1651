import { checkSync } from 'recheck';
import type { Parameters } from 'recheck';
import { beforeAll, describe, expect, it } from 'vitest';
import { compiledExpressions, expressionLiterals, formatExpressions } from './source-expressions';

/** Folders whose regular expression literals are held against recheck. Add a folder to have it checked too. */
const folders = ['src/secrets'];

/**
 * Two ways to look at an expression. The automaton proves that the time grows no faster than the text, once the text is
 * longer than any bound of a repetition. The search looks for a text that hurts within those bounds; its effort is cut
 * to a fraction of a second, and the bad expressions at the end show that it still finds such texts.
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

const expressions = [...formatExpressions(), ...folders.flatMap(expressionLiterals)];

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
    expect(expressions.length).toBeGreaterThanOrEqual(218);
  });

  it.each(expressions)('$where', ({ source, flags }) => {
    expect(answerOf(source, flags, proof)).toMatch(/^safe, /);
    expect(answerOf(source, flags, search)).toMatch(/^safe, /);
  });

  it('has no other expressions than literals and the formats', () => {
    expect(compiledExpressions('src/secrets')).toEqual(['src/secrets/formats.ts']);
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
    expect(expressionLiterals('tests/secrets').map((expression) => expression.where)).toContainEqual(
      expect.stringContaining('linear-regex.test.ts'),
    );
  });
});
