import { describe, expect, it } from 'vitest';
import { isDeletion, isDeletionText } from '../../../src/model/cookie/cookie-deletion';
import { cookieTextsIn } from '../../../src/model/cookie/cookie-header';
import { allCookieWritesIn } from '../../../src/model/cookie/cookie-writes';
import { inFile } from '../../support/probe';

/** Every cookie of a text, written by a call or as a header: is it a deletion? */
const deletes = (code: string): boolean[] =>
  inFile(code, (file) => [
    ...allCookieWritesIn(file).map((write) => isDeletion(write, file)),
    ...cookieTextsIn(file).map((text) => isDeletionText(text, file)),
  ]);

const gone = [
  '',
  'deleted',
  'removed',
  'cleared',
  'none',
  'null',
  'undefined',
  'expired',
  'logged-out',
  'loggedout',
  'signed_out',
  'invalid',
];

describe('a deletion, whichever way it is written', () => {
  it.each(gone)('by the value %j', (value) => {
    expect(deletes(`res.cookie('sid', '${value}')`)).toEqual([true]);
    expect(deletes(`res.setHeader('Set-Cookie', 'sid=${value}; Path=/')`)).toEqual([true]);
    expect(deletes(`res.setHeader('Set-Cookie', \`sid=${value}\`)`)).toEqual([true]);
    expect(deletes(`res.setHeader('Set-Cookie', 'sid="${value}"; Path=/')`)).toEqual([true]);
  });

  it.each(['logged-outside', 'deletedAt', 'valid', '1'])('not by the value %j', (value) => {
    expect(deletes(`res.cookie('sid', '${value}')`)).toEqual([false]);
    expect(deletes(`res.setHeader('Set-Cookie', 'sid=${value}; Path=/')`)).toEqual([false]);
  });

  const past = [
    'new Date(0)',
    'new Date(1)',
    "new Date('1970-01-01')",
    'new Date(1970, 0, 1)',
    'new Date(Date.now() - 1000)',
    'new Date(Date.now() - day)',
    'new Date(Date.now())',
    'new Date(new Date().getTime() - 1000)',
    'new Date()',
  ];
  it.each(past)('by the date %s', (date) => {
    expect(deletes(`res.cookie('sid', v, { expires: ${date} })`)).toEqual([true]);
    // A `new Date()` with a name is there to be set to another time.
    expect(deletes(`const past = ${date}; res.cookie('sid', v, { expires: past })`)).toEqual([date !== 'new Date()']);
    expect(deletes(`res.setHeader('Set-Cookie', \`sid=\${v}; Expires=\${${date}.toUTCString()}; Path=/\`)`)).toEqual([
      true,
    ]);
  });

  it.each([
    'new Date(2030, 0, 1)',
    'new Date(Date.now() + 1000)',
    'new Date(Date.now() - -1000)',
    'addDays(new Date(), 1)',
    'new Date(y, 0)',
    'date',
  ])('not by the date %s', (date) => {
    expect(deletes(`res.cookie('sid', v, { expires: ${date} })`)).toEqual([false]);
    expect(deletes(`res.setHeader('Set-Cookie', \`sid=\${v}; Expires=\${${date}.toUTCString()}; Path=/\`)`)).toEqual([
      false,
    ]);
  });

  it.each([
    "res.cookie('sid', '', { maxAge: 0 })",
    "res.cookie('sid', v, { maxAge: 0 })",
    "res.cookie('sid', v, { maxAge: -1 })",
    "res.cookie('sid', v, { maxAge: '0' })",
    "res.setHeader('Set-Cookie', `sid=${v}; Max-Age=0`)",
    "res.setHeader('Set-Cookie', `sid=${v}; Max-Age=-1`)",
    "const gone = 0; res.setHeader('Set-Cookie', `sid=${v}; Max-Age=${gone}`)",
    "res.setHeader('Set-Cookie', `sid=${v}; Expires=Thu, 01 Jan 1970 00:00:00 GMT`)",
    "res.cookie('sid', null)",
    "res.cookie('sid', undefined)",
    "res.cookie('jwt', 'loggedout', { expires: new Date(Date.now() + 10 * 1000), httpOnly: true })",
    "res.cookie('sid')",
    "ctx.cookies.set('sid')",
    "ctx.cookies.set('sid', null)",
    "import { cookies } from 'next/headers'; cookies().set({ name: 'sid', value: '', expires: new Date(0) })",
  ])('%s', (code) => {
    expect(deletes(code)).toEqual([true]);
  });

  it.each([
    "res.cookie('sid', v, { maxAge: 1000 })",
    "res.cookie('sid', v, { maxAge })",
    "res.cookie('sid', v, { maxAge: '10' })",
    "res.cookie('sid', x ? v : '')",
    "res.cookie('sid', f('') || v)",
    "res.setHeader('Set-Cookie', `sid=${v}; Max-Age=10`)",
    "res.setHeader('Set-Cookie', `sid=${v}; Max-Age=${age}`)",
    "res.setHeader('Set-Cookie', `sid=${v}; Max-Age=`)",
    "res.setHeader('Set-Cookie', `sid=${v}; Expires=Thu, 01 Jan 2170 00:00:00 GMT`)",
    "res.setHeader('Set-Cookie', `sid=${v}; Expires=${day} ${time}`)",
    "import { createCookie } from 'react-router'; createCookie('sid', { maxAge: 0 })",
  ])('not %s', (code) => {
    expect(deletes(code)).toEqual([false]);
  });
});
