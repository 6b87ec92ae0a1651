import { describe, expect, it } from 'vitest';
import { lint } from '../support/lint';

const weak = /require-(?:http-only|same-site|secure)-cookie$/;

/** The attributes a text is told to be lacking, by their rules. */
const lacking = (text: string): string[] =>
  lint(text, { filename: 'signin.ts' })
    .flatMap(({ ruleId }) => (weak.test(ruleId ?? '') ? [String(ruleId).replace(/^.*require-|-cookie$/g, '')] : []))
    .sort();

const all = ['http-only', 'same-site', 'secure'];

describe('written by the server', () => {
  it.each([
    "import { setCookie } from 'cookies-next'; setCookie('session-token', issue(), { req, res });",
    "import { setCookie } from 'cookies-next/server'; await setCookie('session-token', issue(), { cookies });",
    "import { setCookie as write } from 'cookies-next'; write('session-token', issue(), { req: ctx.req, res: ctx.res });",
    "import * as jar from 'cookies-next'; jar.setCookie('session-token', issue(), { res });",
    "const { setCookie } = require('cookies-next'); setCookie('session-token', issue(), { req, res });",
    "const { setCookie } = await import('cookies-next/server'); setCookie('session-token', issue(), { req, res });",
  ])('%s', (text) => {
    expect(lacking(text)).toEqual(all);
  });

  it('as far as it goes', () => {
    const text = (options: string) =>
      `import { setCookie } from 'cookies-next'; export const signIn = (req, res) => setCookie('session-token', issue(), ${options});`;
    expect(lacking(text('{ req, res, secure: true }'))).toEqual(['http-only', 'same-site']);
    expect(lacking(text("{ req, res, secure: true, httpOnly: true, sameSite: 'lax' }"))).toEqual([]);
    expect(lacking(text('{ req, res, ...options }'))).toEqual([]);
    expect(lacking(text('options'))).toEqual([]);
  });
});

describe('silent', () => {
  it.each([
    // A script in the browser hides nothing from scripts.
    "import { setCookie } from 'cookies-next'; setCookie('session-token', token);",
    "import { setCookie } from 'cookies-next'; setCookie('session-token', token, { maxAge: 60 });",
    "import { setCookie } from 'cookies-next'; setCookie('session-token', token, isServer ? { req, res } : {});",
    "import { setCookie } from 'cookies-next/client'; setCookie('session-token', token, { cookies });",
    "import { useSetCookie } from 'cookies-next'; const setCookie = useSetCookie(); setCookie('session-token', token);",
    // No session, and none any more.
    "import { setCookie } from 'cookies-next'; setCookie('theme', 'dark', { req, res });",
    "import { setCookie } from 'cookies-next'; setCookie('session-token', '', { req, res, maxAge: 0 });",
    "import { deleteCookie } from 'cookies-next'; deleteCookie('session-token', { req, res });",
  ])('%s', (text) => {
    expect(lacking(text)).toEqual([]);
  });
});
