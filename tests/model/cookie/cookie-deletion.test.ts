import { describe, expect, it } from 'vitest';
import { isDeletion } from '../../../src/model/cookie/cookie-deletion';
import { allCookieWritesIn } from '../../../src/model/cookie/cookie-writes';
import { inFile } from '../../support/probe';

const deletes = (code: string): boolean[] => inFile(code, (file) => allCookieWritesIn(file).map((write) => isDeletion(write, file)));

describe('isDeletion', () => {
  it.each([
    "res.cookie('sid', '')",
    "res.cookie('sid', '', { maxAge: 0 })",
    "res.cookie('sid', v, { maxAge: 0 })",
    "res.cookie('sid', v, { maxAge: -1 })",
    "res.cookie('sid', v, { expires: new Date(0) })",
    "res.cookie('sid', v, { expires: new Date(1) })",
    "res.cookie('sid', v, { expires: new Date('1970-01-01') })",
    "res.cookie('sid', v, { expires: new Date(Date.now() - 1000) })",
    "const past = new Date(0); res.cookie('sid', v, { expires: past })",
    "res.cookie('sid', null)",
    "res.cookie('sid', undefined)",
    "res.cookie('sid', 'deleted')",
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
    "res.cookie('sid', v, { expires: new Date(Date.now() + 1000) })",
    "res.cookie('sid', v, { expires: addDays(new Date(), 1) })",
    "res.cookie('sid', x ? v : '')",
    "res.cookie('sid', f('') || v)",
  ])('not %s', (code) => {
    expect(deletes(code)).toEqual([false]);
  });
});
