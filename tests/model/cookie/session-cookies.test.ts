import { describe, expect, it } from 'vitest';
import { sessionCookiesIn } from '../../../src/model/cookie/session-cookies';
import { inFile } from '../../support/probe';

const countIn = (code: string): number => inFile(code, (file) => sessionCookiesIn(file).length);
const remix = "import { createCookieSessionStorage, createMemorySessionStorage } from 'react-router';";

describe('cookies that hold a session', () => {
  it.each([
    "res.cookie('gs', sessionCookieValue)",
    "res.cookie('gs', sessionCookie)",
    "res.cookie('gs', user.sessionToken)",
    "res.cookie('gs', await auth.createSessionCookie(idToken))",
    'res.cookie(options.name, session_cookie)',
    "res.setHeader('Set-Cookie', `gs=${sessionToken}; Path=/`)",
    "res.cookie('remember', token)",
    "res.cookie('remember', user.id + ':1')",
    "res.cookie('auth', '1')",
    "res.cookie('sid', 1)",
    `${remix} createCookieSessionStorage({ cookie: { name: '__session' } })`,
    `${remix} createCookieSessionStorage({ cookie: { name: 'app' } })`,
    `${remix} createCookieSessionStorage({ cookie: { name } })`,
    `${remix} createCookieSessionStorage({ cookie: { name: x ? 'theme' : 'sid' } })`,
    `${remix} createCookieSessionStorage({ cookie: {} })`,
    `${remix} createMemorySessionStorage({ cookie: { name: 'theme' } })`,
    "import session from 'express-session'; session({ name: 'settings' })",
  ])('%s', (code) => {
    expect(countIn(code)).toBe(1);
  });

  it.each([
    "res.cookie('XSRF-TOKEN', sessionToken)",
    "res.cookie('theme', sessionCookie)",
    "res.cookie('gs', session)",
    "res.cookie('gs', sessionCookieName)",
    "res.cookie('gs', sessionTokens)",
    "res.setHeader('Set-Cookie', `gs=${sessionToken}${more}; Path=/`)",
    "res.setHeader('Set-Cookie', `theme=${sessionToken}; Path=/`)",
    // A flag that is the same for everybody.
    "res.cookie('remember', 1, { maxAge: 60000 })",
    "res.cookie('remember', '1')",
    "res.cookie('remember_me', true)",
    "res.cookie('login', 'yes')",
    "res.setHeader('Set-Cookie', 'remember=1; Path=/')",
    "const ON = 'true'; res.cookie('rememberMe', ON)",
    // What somebody likes, or is told.
    `${remix} createCookieSessionStorage({ cookie: { name: 'theme' } })`,
    `${remix} createCookieSessionStorage({ cookie: { name: 'en_toast', secrets: ['x'] } })`,
    `${remix} const name = '__locale'; createCookieSessionStorage({ cookie: { name } })`,
    "cookieSession({ name: 'flash', keys })",
  ])('not %s', (code) => {
    expect(countIn(code)).toBe(0);
  });
});
