import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { libraries } from '../../src/libraries';
import type { AttributeFact, Scalar } from '../../src/libraries/types';
import plugin from '../../src/plugin';
import { placesOf } from '../support/render';

/** The rules that ask about an attribute, and what each takes for off beside the falsy values. */
const rules = {
  secure: { rule: 'require-secure-cookie', off: [] },
  httpOnly: { rule: 'require-http-only-cookie', off: [] },
  sameSite: { rule: 'require-same-site-cookie', off: ["'none'"] },
} as const;

function reportsOf(code: string, rule: string): Linter.LintMessage[] {
  return new Linter({ configType: 'flat' }).verify(
    code,
    {
      files: ['**/*.ts'],
      plugins: { 'session-secrets': plugin as never },
      rules: { [`session-secrets/${rule}`]: 'error' },
      languageOptions: { parser: typescriptParser as never },
    },
    { filename: 'file.ts' },
  );
}

/** The text after the fix of a report, or after its first suggestion. */
function mended(code: string, { fix, suggestions }: Linter.LintMessage): string {
  const edit = fix ?? suggestions?.[0]?.fix;
  return edit ? code.slice(0, edit.range[0]) + edit.text + code.slice(edit.range[1]) : code;
}

const isOff = (value: Scalar | undefined): boolean => value !== undefined && !value;

/** The unsafe ways of saying something of an attribute; undefined: of saying nothing. */
const unsafeValues = (fact: AttributeFact, off: readonly string[]): (string | undefined)[] => [
  'false',
  ...off,
  ...(isOff(fact.whenAbsent) ? [undefined] : []),
  ...(fact.undefinedRemoves ? ['undefined'] : []),
];

/** The safe ones. */
const safeValues = (fact: AttributeFact): (string | undefined)[] => [
  'true',
  'someCondition',
  ...(fact.values ?? []).filter((value) => value !== 'none' && value !== 'None').map((value) => `'${value}'`),
  ...(fact.whenAbsent === undefined || isOff(fact.whenAbsent) ? [] : [undefined]),
];

const cases = libraries.flatMap((library) =>
  placesOf(library).flatMap((place) =>
    Object.entries(rules).flatMap(([attribute, { rule, off }]) => {
      const fact = place.attributes[attribute as keyof typeof rules];
      return fact ? [{ library: library.module, name: place.name, attribute, rule, off, fact, place }] : [];
    }),
  ),
);

const isText = (place: { name: string }): boolean => place.name.includes("'Set-Cookie'");

describe('every library, written from its facts', () => {
  it.each(cases)('$library: $attribute at $name', ({ rule, off, fact, place }) => {
    for (const value of unsafeValues(fact, off)) {
      // In the text of a header an attribute that is off is one that is not there.
      if (isText(place) && value === 'false') continue;
      const code = place.source(fact, value);
      const reports = reportsOf(code, rule);
      expect(
        reports.map(({ ruleId }) => ruleId),
        code,
      ).toEqual([`session-secrets/${rule}`]);
      const after = mended(code, reports[0]!);
      expect(after, code).not.toBe(code);
      expect(reportsOf(after, rule), after).toEqual([]);
    }
    for (const value of safeValues(fact)) {
      if (isText(place) && value === undefined) continue;
      const code = place.source(fact, value);
      expect(reportsOf(code, rule), code).toEqual([]);
    }
  });

  it('leaves no library out', () => {
    const covered = new Set(cases.map(({ library }) => library));
    const told = libraries.filter(({ setups = [], cookieWrites = [], cookieHeaders = [] }) =>
      [...setups, ...cookieWrites, ...cookieHeaders].some(({ attributes = {} }) =>
        Object.keys(attributes).some((name) => name in rules),
      ),
    );
    expect([...covered].sort()).toEqual(told.map(({ module }) => module).sort());
  });
});
