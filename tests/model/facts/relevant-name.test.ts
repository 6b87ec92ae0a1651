import { expect, test } from 'vitest';
import { offsetsIn } from '../../../src/model/facts/text-filter';
import { knownLibraries } from '../../../src/model/facts/known-libraries';
import { relevantOffsets } from '../../../src/model/facts/relevant-name';
import { settingsOf } from '../../../src/settings/settings';

const shipped = knownLibraries(settingsOf({ settings: {} }));

/** The words that are left of a text, whole. */
function left(text: string, { gate, isTelling } = shipped): string[] {
  return relevantOffsets(text, offsetsIn(text, gate), isTelling).map((offset) => {
    const before = /[\w$]*$/.exec(text.slice(0, offset))?.[0] ?? '';
    const behind = /^[\w$]*/.exec(text.slice(offset))?.[0] ?? '';
    return before + behind;
  });
}

test.each([
  'const loginCookie = 1;',
  'f(loginCookie, other)',
  '[loginCookie]',
  'return loginCookie;\n',
  'loginCookie.value',
  'if (!loginCookie) {}',
  'a.userSession?.b',
  'jar.loginCookie()',
  'clock.sessionless[0]',
  'x = mySessions\n',
  '{ loginCookie }',
  'a.b.loginCookie',
])('%s leads nowhere', (text) => {
  expect(left(text)).toEqual([]);
});

test.each([
  ['req.session.x', 'session'],
  ['const { session } = req;', 'session'],
  ['Session', 'Session'],
  ['f(cookies)', 'cookies'],
  ['SESSION = 1', 'SESSION'],
  ['a.sessionID', 'sessionID'],
  ['const s: IronSession = x', 'IronSession'],
  ['= useSession ;', 'useSession'],
])('%s is a name that facts speak of, or nearly one', (text, word) => {
  expect(left(text)).toEqual([word]);
});

test.each([
  'sessionSecret',
  'COOKIE_PASSWORD',
  'cookieKeys',
  'sessionConfig',
  'cookieOptions',
  'sessionSettings',
  'SESSION_OPTS',
])('%s configures a session', (word) => {
  expect(left(`export const ${word} = {};`)).toEqual([word]);
});

test.each([
  ["'loginCookie'", 'in quotes'],
  ['"login-session-x"', 'a part of a longer text'],
  ['getLoginCookie(a)', 'called: the file may have the function'],
  ['getLoginSession<T>(a)', 'called, with types'],
  ['{ loginCookie: 1 }', 'a key'],
  ['x as LoginSession|y', 'a type'],
  ['this.#loginSession = 1', 'a private member'],
  ['<LoginSession />', 'an element'],
])('%s stays: %s', (text) => {
  expect(left(text)).toHaveLength(1);
});

test('what the settings name tells something', () => {
  const settings = settingsOf({ settings: { 'session-secrets': { sessionObjects: ['ctx.visitorSession'] } } });
  const known = knownLibraries(settings);
  expect(left('f(ctx.visitorSession)', known)).toEqual(['visitorSession']);
  expect(left('f(ctx.visitorSession)')).toEqual([]);
});

test('words of facts without sessions and cookies in them are none of its business', () => {
  expect(left('req.logout();')).toEqual(['logout']);
  expect(left("import loginCookie, { userSession } from 'koa';")).toEqual(['koa']);
});

test('data that goes on and on is not read again for each word in it', () => {
  const words = 100_000;
  expect(
    relevantOffsets(
      'session'.repeat(words),
      Array.from({ length: words }, (_, index) => index * 7 + 6),
      shipped.isTelling,
    ),
  ).toHaveLength(words);
});
