import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import {
  circles,
  circlesOfTypes,
  deep,
  deepStatements,
  deepTypes,
  rows,
  rowsOfTypes,
  sessionRows,
} from './support/hostile';
import { lint } from './support/lint';

/** The two parsers read the same trees for the most part; what they do not is enough to try both. */
const parsers = { 'file.js': undefined, 'file.tsx': typescriptParser };
type Filename = keyof typeof parsers;

/** Does ESLint follow this program by itself, without any rule? */
function isFollowed(text: string, filename: Filename): boolean {
  const parser = parsers[filename];
  const config = {
    files: ['**/*.*'],
    languageOptions: { ...(parser ? { parser: parser as never } : {}), parserOptions: { ecmaFeatures: { jsx: true } } },
  };
  try {
    return !new Linter({ configType: 'flat' }).verify(text, config, { filename }).some(({ fatal }) => fatal);
  } catch {
    return false;
  }
}

/** All rules over a text: none throws, and all come to an end. */
function expectAnEnd(text: string, filename: Filename): void {
  const messages = lint(text, { filename, settings: { vault: { module: '#session-vault' } } });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
}

const cases = (texts: Record<string, unknown>, ofTypes: Record<string, unknown>): [string, Filename][] => [
  ...Object.keys(texts).flatMap((name): [string, Filename][] => [
    [name, 'file.js'],
    [name, 'file.tsx'],
  ]),
  ...Object.keys(ofTypes).map((name): [string, Filename] => [name, 'file.tsx']),
];

describe('definitions in a circle', () => {
  const texts: Record<string, string> = { ...circles, ...circlesOfTypes };
  it.each(cases(circles, circlesOfTypes))('%s (%s)', (name, filename) => {
    expectAnEnd(texts[name]!, filename);
  });
});

// Calls in a row are what once ended the run; of all others some hundreds show it as well.
describe('many definitions in a row', () => {
  const texts: Record<string, (n: number) => string> = { ...rows, ...sessionRows, ...rowsOfTypes };
  it.each(cases({}, { ...rows, ...sessionRows, ...rowsOfTypes }))('%s (%s)', (name, filename) => {
    expectAnEnd(texts[name]!(name === 'calls' ? 5_000 : 300), filename);
  });
});

// ESLint walks trees by recursion and reads optional chains in quadratic time. Where its stack is nearly used up, Node
// ends the process if a regular expression has to be compiled there, with or without rules: so not deeper than this.
describe('as deep as ESLint itself can safely follow', () => {
  const texts: Record<string, (n: number) => string> = { ...deep, ...deepStatements, ...deepTypes };
  it.each(cases({ ...deep, ...deepStatements }, deepTypes))('%s (%s)', (name, filename) => {
    const text = [100, 50].map(texts[name]!).find((one) => isFollowed(one, filename));
    expect(text).toBeDefined();
    expectAnEnd(text!, filename);
  });
});
