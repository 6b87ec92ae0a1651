import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it, onTestFinished } from 'vitest';
import plugin from '../../src/plugin';
import type { Rule } from '../../src/presets';
import { defaultTestFiles, isGlob, testFilesOf } from '../../src/settings/test-files';
import { lint } from '../support/lint';

const text = `const session = require('express-session');
app.use(session({ secret: 'x', cookie: { httpOnly: false, domain: '.example.com', maxAge: 1e12 } }));
app.post('/key', (req, res) => {
  req.session.apiKey = req.body.key;
  res.cookie('password', req.body.password);
  res.json(req.session);
});
`;

const rules = plugin.rules as Record<string, Rule>;
const isOffInTests = (name: string) => rules[name]?.meta.docs?.inTests === false;

/** A folder with these files, gone after the test. */
function folderWith(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-secrets-tests-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

function rulesIn(cwd: string, file: string, settings: Record<string, unknown> = {}): string[] {
  const messages = lint(text, { cwd, filename: join(cwd, file), settings, sourceType: 'commonjs' });
  return [...new Set(messages.map(({ ruleId }) => ruleId?.replace('session-secrets/', '') ?? 'none'))];
}

const secrets = ['no-secret-in-cookie', 'no-secret-in-session', 'no-session-leak'];
const looksAsUsual = (found: string[]) => expect(found.filter(isOffInTests).length).toBeGreaterThan(5);
const looksAsInTests = (found: string[]) => expect(found.sort()).toEqual(secrets);

describe('in a test', () => {
  const usual = [
    'app.test.js',
    'a.spec.js',
    'src/__tests__/a.js',
    'test/a.js',
    'tests/b/a.js',
    'e2e/a.js',
    'x/fixtures/a.js',
  ];
  it.each([...usual, 'cypress/a.js', '__mocks__/a.js', '.ci/test/a.js'])(
    '%s: only what is about secrets is said',
    (file) => {
      looksAsInTests(rulesIn(folderWith({ 'package.json': '{}' }), file));
    },
  );

  it.each(['app.js', 'latest/a.js', 'src/contest.js', 'test.js', 'specs.js', 'testing/a.js'])('%s is none', (file) => {
    looksAsUsual(rulesIn(folderWith({ 'package.json': '{}' }), file));
  });

  it('a set-up as such is not spoken of, a secret is', () => {
    expect(
      Object.keys(rules)
        .filter((name) => !isOffInTests(name))
        .sort(),
    ).toEqual(
      [
        ...secrets,
        'no-secret-in-session-type',
        'no-hardcoded-vault-value',
        'no-user-object-in-session',
        'prefer-vault-read',
      ].sort(),
    );
  });

  it('a severity or an option changes nothing, whichever kind of configuration says it', () => {
    const cwd = folderWith({ 'package.json': '{}' });
    const level: Linter.RulesRecord = { 'session-secrets/no-long-lived-session': ['warn', { max: '1h' }] };
    const plugins = { 'session-secrets': plugin } as Record<string, object>;
    const flat = new Linter({ configType: 'flat', cwd });
    const say = (file: string) => flat.verify(text, [{ plugins, rules: level }], { filename: join(cwd, file) });
    expect(say('app.test.js')).toEqual([]);
    expect(say('app.js')).not.toEqual([]);
  });
});

describe('the path', () => {
  it('begins at the nearest package.json, not at the root of the disk', () => {
    const cwd = folderWith({ 'test/app/package.json': '{}', 'test/app/packages/one/package.json': '{}' });
    looksAsUsual(rulesIn(cwd, 'test/app/src/a.js'));
    looksAsInTests(rulesIn(cwd, 'test/app/test/a.js'));
    looksAsUsual(rulesIn(cwd, 'test/app/packages/one/a.js'));
  });

  it('begins where ESLint was started, without a package.json', () => {
    const cwd = folderWith({ 'tests/a.js': '' });
    looksAsInTests(rulesIn(cwd, 'tests/a.js'));
    looksAsUsual(rulesIn(join(cwd, 'tests'), 'a.js'));
  });

  it.each([
    ['C:\\code\\test\\app\\', 'C:\\code\\test\\app\\tests\\a.js'],
    ['D:\\app\\', 'D:\\app\\src\\__tests__\\a.js'],
  ])('may be one of Windows: %s', (folder, path) => {
    const usual = testFilesOf(defaultTestFiles);
    const below = (file: string) => () => file.slice(folder.length);
    expect(usual.has(path, below(path))).toBe(true);
    expect(usual.has(`${folder}src\\a.js`, below(`${folder}src\\a.js`))).toBe(false);
    expect(testFilesOf(['src/**']).has(`${folder}src\\b\\a.js`, below(`${folder}src\\b\\a.js`))).toBe(true);
  });

  it('is looked up on the disk only where that makes a difference', () => {
    const below = (): string => expect.unreachable();
    expect(testFilesOf(defaultTestFiles).has('/app/src/a.js', below)).toBe(false);
    expect(testFilesOf([]).has('/app/test/a.js', below)).toBe(false);
  });
});

describe('the setting testFiles', () => {
  const files = { 'package.json': '{}' };

  it('takes the place of the usual globs', () => {
    const cwd = folderWith(files);
    looksAsInTests(rulesIn(cwd, 'checks/a.js', { testFiles: ['checks/**'] }));
    looksAsUsual(rulesIn(cwd, 'tests/a.js', { testFiles: ['checks/**'] }));
    looksAsUsual(rulesIn(cwd, 'src/checks/a.js', { testFiles: ['checks/**'] }));
    looksAsInTests(rulesIn(cwd, 'a.check.js', { testFiles: ['./*.check.js'] }));
  });

  it('is turned off by an empty list', () => {
    looksAsUsual(rulesIn(folderWith(files), 'tests/a.test.js', { testFiles: [] }));
  });

  it.each(['', '!a', '/a/**', 'C:/a', 'a\\b', 'a/', '../a', 'a/../b', '{a', '(a', '[a', 1, null])(
    'does not take %j',
    (glob) => {
      expect(isGlob(glob)).toBe(false);
      const wrong = () => rulesIn(folderWith(files), 'a.js', { testFiles: ['**/a.js', glob] });
      expect(wrong).toThrow(
        /settings\['session-secrets'\]\.testFiles\[1\]: got .*; expected a glob below package\.json/,
      );
    },
  );
});
