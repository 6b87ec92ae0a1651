import { describe, expect, it } from 'vitest';
import { weakCookiesIn } from '../../../src/findings/cookie/weak-attribute';
import type { AttributeName } from '../../../src/libraries/types';
import { inFile } from '../../support/probe';

/** Cause, reported text and place of each weak cookie. `!`: the edit reaches nothing else. */
const weakIn = (code: string, attribute: AttributeName = 'secure'): string[] =>
  inFile(code, (file) =>
    weakCookiesIn(file, attribute, (value) => !value).map(({ cause, node, place, isLocal }) =>
      [cause, file.sourceCode.getText(node), `${place?.kind ?? 'nowhere'}${isLocal ? '!' : ''}`].join(' | '),
    ),
  );

const head = "import session from 'express-session';";

it.each<[string, string[]]>([
  ['session({});', ['absent | session | object!']],
  ['session();', ['absent | session | argument']],
  ['session({ cookie: null });', ['absent | session | nowhere']],
  ['session({ cookie: { secure: false } });', ['off | false | value!']],
  ['const o = { cookie: { secure: false } }; session(o);', ['off | false | value!']],
  ['const o = { cookie: { secure: false } }; session(o); f(o);', ['off | false | value']],
  ['const o = { cookie: {} }; session(o); console.log(o);', ['absent | session | object']],
  ['const NO = false; session({ cookie: { secure: NO } }); f(NO);', ['off | false | value']],
  ['session({ cookie: { secure: x ? false : 0 } });', ['off | x ? false : 0 | value!']],
  ['session({ cookie: x ? { secure: false } : {} });', ['off | false | value']],
  ['session({ cookie: x ? { secure: false } : { secure: true } });', []],
  ['session({ cookie: x ? {} : {} });', ['absent | session | nowhere']],
  ['session({ cookie: { secure: x || false } });', []],
  ["res.cookie('sid', id);", ['absent | res.cookie | argument']],
  ["res.cookie('sid', id, {});", ['absent | res.cookie | object!']],
  ["res.setHeader('Set-Cookie', 'sid=' + id);", ["absent | 'sid=' + id | text"]],
])('%s → %j', (code, weak) => {
  expect(weakIn(`${head} ${code}`)).toEqual(weak);
});

describe('one fault is one report', () => {
  it.each<[string, string[]]>([
    ['const o = { cookie: { secure: false } }; session(o); session(o);', ['off | false | value!']],
    ['const o = { cookie: {} }; session(o); session(o);', ['absent | session | object!']],
    ['const cookie = {}; session({ a, cookie }); session({ b, cookie });', ['absent | session | object']],
    ["const o = {}; res.cookie('sid', id, o); res.cookie('jwt', id, o);", ['absent | res.cookie | object!']],
    ['session({}); session({});', ['absent | session | object!', 'absent | session | object!']],
  ])('%s', (code, weak) => {
    expect(weakIn(`${head} ${code}`)).toEqual(weak);
  });
});

it('tells an undefined that removes a default from a value that is off', () => {
  expect(weakIn(`${head} session({ cookie: { httpOnly: undefined } });`, 'httpOnly')).toEqual([
    'removed | undefined | value!',
  ]);
  expect(weakIn(`${head} session({ cookie: { httpOnly: null } });`, 'httpOnly')).toEqual(['off | null | value!']);
  expect(weakIn('cookieSession({ httpOnly: undefined });', 'httpOnly')).toEqual([]);
});

it('asks nothing of a library that has no such attribute, or whose default depends on run time', () => {
  expect(weakIn("import cookieParser from 'cookie-parser'; cookieParser();")).toEqual([]);
  expect(weakIn("import NextAuth from 'next-auth'; NextAuth({});")).toEqual([]);
});
