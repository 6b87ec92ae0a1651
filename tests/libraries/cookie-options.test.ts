import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { libraries } from '../../src/libraries';
import type { AttributeFact, AttributeName, Library } from '../../src/libraries/types';
import plugin from '../../src/plugin';
import { placesOf } from '../support/render';

/** What one rule says of an attribute, written from its fact: the values it reports, and those it does not. */
interface Question {
  attribute: AttributeName;
  rule: string;
  messageId?: string;
  bad(fact: AttributeFact): (string | undefined)[];
  good(fact: AttributeFact): (string | undefined)[];
  /** The fact the source is written from, where that is not the library's own. */
  written?(fact: AttributeFact): AttributeFact;
}

const inUnit = ({ unit }: AttributeFact, seconds: number): string => String(unit === 'ms' ? seconds * 1000 : seconds);
const longTime = (attribute: string, fact: AttributeFact, seconds: number): string =>
  attribute === 'expires' ? `new Date(Date.now() + ${seconds * 1000})` : inUnit(fact, seconds);
const lastKey = ({ path }: AttributeFact): string => path.at(-1) ?? '';

const questions: Question[] = [
  ...(['maxAge', 'ttl'] as const).flatMap((attribute): Question[] => [
    {
      attribute,
      rule: 'no-long-lived-session',
      // More than 30 days, and less than what any library refuses.
      bad: (fact) => [inUnit(fact, 2_678_400), ...(fact.endless ?? []).map((value) => JSON.stringify(value))],
      good: (fact) => [inUnit(fact, 3_600), 'someTime', undefined],
    },
    {
      attribute,
      rule: 'no-ineffective-cookie-option',
      bad: ({ unit }) => (unit === 'ms' ? ['3600', '60 * 60 * 24'] : ['86400000', '604800000']),
      good: (fact) => [inUnit(fact, 3_600), 'someTime', undefined],
    },
  ]),
  ...(['maxAge', 'ttl', 'expires'] as const).map((attribute): Question => ({
    attribute,
    rule: 'no-ineffective-cookie-option',
    messageId: 'noLifetime',
    bad: ({ rejectsTypes = [] }) => rejectsTypes.map((kind) => (kind === 'string' ? "'7 days'" : '86400')),
    good: ({ rejectsTypes = [] }) => ['someTime', undefined, ...(rejectsTypes.length > 0 ? [] : ["'7 days'"])],
  })),
  ...(['maxAge', 'ttl'] as const).map((attribute): Question => ({
    attribute,
    rule: 'no-ineffective-cookie-option',
    messageId: 'noLifetime',
    bad: ({ rejectsDigits = false }) => (rejectsDigits ? ["'3600'", '`3600`', "process.env.MAX_AGE || '3600'"] : []),
    good: ({ rejectsDigits = false }) => [
      'Number(process.env.MAX_AGE)',
      ...(rejectsDigits ? [] : ["'3600'", 'process.env.MAX_AGE']),
    ],
  })),
  ...(['maxAge', 'expires'] as const).map((attribute): Question => ({
    attribute,
    rule: 'no-ineffective-cookie-option',
    messageId: 'tooLong',
    bad: (fact) => (fact.max === undefined ? [] : [longTime(attribute, fact, fact.max + 60)]),
    good: (fact) => [longTime(attribute, fact, fact.max ?? 86_400 * 500)],
  })),
  {
    attribute: 'domain',
    rule: 'no-broad-cookie-scope',
    bad: () => ["'example.com'"],
    good: () => ["'app.example.com'", 'someDomain', undefined],
  },
  {
    attribute: 'name',
    rule: 'no-default-session-name',
    bad: ({ whenAbsent }) =>
      typeof whenAbsent === 'string' && !whenAbsent.startsWith('__') ? [undefined, `'${whenAbsent}'`] : [],
    good: () => ["'__Host-id'", 'someName'],
  },
  ...(['httpOnly', 'sameSite'] as const).map((attribute): Question => ({
    attribute,
    rule: 'no-ineffective-cookie-option',
    messageId: 'misspelt',
    written: (fact) => ({ ...fact, path: [...fact.path.slice(0, -1), lastKey(fact).toLowerCase()] }),
    bad: () => (attribute === 'httpOnly' ? ['true'] : ["'lax'"]),
    good: () => [],
  })),
];

/** A project in which a library is installed in the version its facts were read from. */
const root = mkdtempSync(join(tmpdir(), 'cookie-options-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function projectWith({ module, readFrom }: Library): string {
  const folder = join(root, module.replaceAll('/', '-'));
  mkdirSync(join(folder, 'node_modules', module), { recursive: true });
  writeFileSync(join(folder, 'node_modules', module, 'package.json'), JSON.stringify({ version: readFrom }));
  return folder;
}

/** What presets turn on; the others need no option to say anything. */
const optionsOf: Record<string, object[]> = { 'no-long-lived-session': [{ max: '30d' }] };

function reportsOf(code: string, { rule, messageId }: Question, filename: string): string[] {
  const messages = new Linter({ configType: 'flat', cwd: dirname(filename) }).verify(
    code,
    {
      files: ['**/*.*'],
      plugins: { 'session-secrets': plugin as never },
      rules: { [`session-secrets/${rule}`]: ['error', ...(optionsOf[rule] ?? [])] },
      languageOptions: { parser: typescriptParser as never },
    },
    { filename },
  );
  // What an object drops of the defaults is reported for itself.
  const isAsked = (id = '') => (messageId === undefined ? id !== 'defaults' : id === messageId);
  return messages.flatMap((one) => (isAsked(one.messageId) || one.fatal ? [one.message] : []));
}

const cases = libraries.flatMap((library) =>
  placesOf(library).flatMap((place) =>
    questions.flatMap((question) => {
      const fact = place.attributes[question.attribute];
      const isText = place.name.includes("'Set-Cookie'");
      // A header's attributes are known in any case, a library may know both spellings, and a misspelt property is no option.
      const isAssigned = place.name.endsWith(' =');
      const isApart =
        !question.written || (fact && !isText && !isAssigned && lastKey(fact).toLowerCase() !== lastKey(fact));
      if (!fact || !isApart) return [];
      const { attribute, rule } = question;
      return [{ library, module: library.module, name: place.name, attribute, rule, fact, place, question }];
    }),
  ),
);

describe('what the facts say of cookies, asked of the rules', () => {
  it.each(cases)('$module: $attribute at $name, by $rule', ({ library, fact, place, question }) => {
    const filename = join(projectWith(library), place.filename ?? 'file.ts');
    const written = question.written?.(fact) ?? fact;
    for (const value of question.bad(fact)) {
      const code = place.source(written, value);
      expect(reportsOf(code, question, filename), code).toHaveLength(1);
    }
    for (const value of question.good(fact)) {
      const code = place.source(written, value);
      expect(reportsOf(code, question, filename), code).toEqual([]);
    }
  });

  it('asks every rule about several libraries', () => {
    for (const { rule } of questions) {
      expect(new Set(cases.filter((one) => one.rule === rule).map(({ module }) => module)).size).toBeGreaterThan(3);
    }
  });
});
