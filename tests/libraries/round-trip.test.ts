import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { libraries } from '../../src/libraries';
import type { AttributeFact, Library, Scalar } from '../../src/libraries/types';
import plugin from '../../src/plugin';
import { placesOf } from '../support/render';

/** The rules that ask about an attribute, and what each takes for off beside the falsy values. */
const rules = {
  secure: { rule: 'require-secure-cookie', off: [] },
  httpOnly: { rule: 'require-http-only-cookie', off: [] },
  sameSite: { rule: 'require-same-site-cookie', off: ["'none'"] },
} as const;

function reportsOf(code: string, rule: string, filename: string): Linter.LintMessage[] {
  return new Linter({ configType: 'flat', cwd: dirname(filename) }).verify(
    code,
    {
      files: ['**/*.ts'],
      plugins: { 'session-secrets': plugin as never },
      rules: { [`session-secrets/${rule}`]: 'error' },
      languageOptions: { parser: typescriptParser as never },
    },
    { filename },
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

/** A fact in the version it was read from, and in each other version it speaks of. */
function versionsOf({ readFrom }: Library, fact: AttributeFact | undefined): [version: string, fact: AttributeFact][] {
  if (!fact) return [];
  const { versions = [], ...now } = fact;
  return [
    [readFrom, now],
    ...versions.map(({ from, before = '', ...other }): [string, AttributeFact] => [
      from ??
        (before.endsWith('.0.0') ? `${Number.parseInt(before, 10) - 1}.99.99` : before.replace(/\.\d+$/, '.0-rc.1')),
      { ...now, ...other },
    ]),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A project where that version of a library is installed. */
function projectWith(library: string, version: string): string {
  const project = join(folder, `${library.replaceAll(/\W/g, '-')}-${version.replaceAll(/\W/g, '-')}`);
  const installed = join(project, 'node_modules', library);
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ name: library, version }));
  return project;
}

const cases = libraries.flatMap((library) =>
  placesOf(library).flatMap((place) =>
    Object.entries(rules).flatMap(([attribute, { rule, off }]) => {
      const fact = place.attributes[attribute as keyof typeof rules];
      return versionsOf(library, fact).map(([version, inVersion]) => ({
        library: library.module,
        version,
        name: place.name,
        attribute,
        rule,
        off,
        fact: inVersion,
        place,
      }));
    }),
  ),
);

const isText = (place: { name: string }): boolean => place.name.includes("'Set-Cookie'");

describe('every library, written from its facts', () => {
  it.each(cases)('$library $version: $attribute at $name', ({ library, version, rule, off, fact, place }) => {
    const filename = join(projectWith(library, version), place.filename ?? 'file.ts');
    for (const value of unsafeValues(fact, off)) {
      // In the text of a header an attribute that is off is one that is not there.
      if (isText(place) && value === 'false') continue;
      const code = place.source(fact, value);
      const reports = reportsOf(code, rule, filename);
      expect(
        reports.map(({ ruleId }) => ruleId),
        code,
      ).toEqual([`session-secrets/${rule}`]);
      const after = mended(code, reports[0]!);
      expect(after, code).not.toBe(code);
      expect(reportsOf(after, rule, filename), after).toEqual([]);
    }
    for (const value of safeValues(fact)) {
      if (isText(place) && value === undefined) continue;
      const code = place.source(fact, value);
      expect(reportsOf(code, rule, filename), code).toEqual([]);
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
