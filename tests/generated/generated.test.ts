import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/libraries/types';
import type { Rule } from '../../src/presets';
import { readResults } from '../libraries/real/results';
import { firstFindingsOf, readFirstLooks } from '../survey/first-look.mjs';
import { figuresOf, figuresSentence, pageOf } from '../survey/page.mjs';
import { readResults as readSurvey } from '../survey/results.mjs';
import { goneFrom, readReview } from '../survey/review.mjs';
import { exportOf, librariesIndex, rulesIndex } from './indexes';
import { librariesPage, librariesTable } from './library-docs';
import { withHeader, withPart } from './markdown';
import { messagesPage } from './message-docs';
import { oxlintBlock, presetsOf, ruleHeader, rulesTable } from './rule-docs';

const root = join(__dirname, '../..');
const read = (file: string): string => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');

const namesIn = (folder: string, besides: readonly string[]): string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && !besides.includes(file))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();

const ruleNames = namesIn('src/rules', ['index.ts']);
const libraryNames = namesIn('src/libraries', ['index.ts', 'types.ts']);

const indexes = {
  'src/rules/index.ts': rulesIndex(ruleNames),
  'src/libraries/index.ts': librariesIndex(libraryNames),
};

// Written before anything of ours is loaded: an index may name a file that is gone.
const isUpdate = process.env['npm_lifecycle_event'] === 'update';
if (isUpdate) Object.entries(indexes).forEach(([file, text]) => writeFileSync(join(root, file), text));

const load = async (file: string) => (await import(/* @vite-ignore */ join(root, file))) as Record<string, unknown>;
const rules = await Promise.all(
  ruleNames.map(async (name) => [name, (await load(`src/rules/${name}.ts`))['default'] as Rule] as const),
);
const facts = await Promise.all(libraryNames.map((name) => load(`src/libraries/${name}.ts`)));
const libraries = libraryNames.map((name, index) => facts[index]?.[exportOf(name)] as Library);

const survey = readSurvey();
const review = readReview();
const looks = readFirstLooks();
const figures = figuresOf(survey, review);
const presetOf = (name: string): string =>
  rules.filter(([one]) => one === name).flatMap(([, rule]) => presetsOf(rule))[0] ?? '';

/** Compares a file with what it should be; `npm run update` writes it. */
async function expectFile(file: string, wanted: string) {
  // A plain run would write what is missing altogether.
  if (!isUpdate) expect(existsSync(join(root, file)), `${file} is missing: npm run update`).toBe(true);
  await expect(wanted, `${file} is out of date: npm run update`).toMatchFileSnapshot(join(root, file));
}

it.each(libraryNames)('src/libraries/%s.ts exports one library, under its own name', (name) => {
  expect(Object.keys(facts[libraryNames.indexOf(name)] ?? {})).toEqual([exportOf(name)]);
});

/** Rules of `recommended` that found nothing on real code, right or wrong. */
const withoutFinding = ['no-hardcoded-vault-value', 'no-secret-in-session-type'];

describe('is up to date', () => {
  it.each(Object.entries(indexes))('%s', expectFile);

  it('README.md', () => {
    const withRules = withPart(read('README.md'), 'rules', rulesTable(rules));
    return expectFile('README.md', withPart(withRules, 'libraries', librariesTable(libraries)));
  });

  it('docs/libraries.md', () => expectFile('docs/libraries.md', librariesPage(libraries, readResults())));

  it('docs/setup.md', () => expectFile('docs/setup.md', withPart(read('docs/setup.md'), 'oxlint', oxlintBlock(rules))));

  it('docs/messages.md', () => expectFile('docs/messages.md', messagesPage(rules)));

  it('docs/real-code.md', () => expectFile('docs/real-code.md', pageOf(survey, review, looks, presetOf)));

  it.each(rules)('docs/rules/%s.md', (name, rule) => {
    const file = `docs/rules/${name}.md`;
    return expectFile(file, withHeader(read(file), ruleHeader([name, rule], figuresSentence(figures[name], survey))));
  });
});

describe('on real code', () => {
  it('nothing crashes, and no fix or suggestion breaks a file', () => {
    expect([...survey.servers, ...survey.sessionFree].flatMap(({ broken }) => broken)).toEqual([]);
  });

  it('nothing is found where no session is', () => {
    expect(survey.sessionFree.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('every finding has been read, and no verdict is left of one that is gone', () => {
    expect(Object.entries(figures).filter(([, one]) => (one?.unread ?? 0) > 0)).toEqual([]);
    expect(goneFrom(review, [...survey.servers, ...survey.sessionFree])).toEqual([]);
  });

  it('a first look is part of the survey as a whole or not at all, in the versions that were seen', () => {
    const versions = new Map(survey.servers.map(({ name, version }) => [name, version]));
    for (const { date, packages } of looks) {
      const isPart = packages.some(({ name }) => versions.has(name));
      const others = packages.filter(({ name, version }) => versions.get(name) !== version);
      expect(isPart ? others : [], date).toEqual([]);
    }
  });

  it('the first looks stand the newest first, and name rules and packages that are', () => {
    const dates = looks.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
    const seen = looks.flatMap(({ packages }) => packages.map(({ name }) => name));
    expect(new Set(seen).size).toBe(seen.length);
    expect(looks.flatMap(firstFindingsOf).filter(({ rule }) => !ruleNames.includes(rule))).toEqual([]);
  });

  it.each(rules.filter(([, { meta }]) => meta.docs?.recommended === true))('%s is right nine times in ten', (name) => {
    const { right = 0, wrong = 0 } = figures[name] ?? {};
    expect(right).toBeGreaterThanOrEqual(9 * wrong);
    // Nothing found says nothing of the rule; these wait for a vault, which no package of the survey has.
    expect(right > 0).toBe(!withoutFinding.includes(name));
  });
});
