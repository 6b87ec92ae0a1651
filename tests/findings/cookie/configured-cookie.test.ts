import { describe, expect, it } from 'vitest';
import { weakCookiesIn } from '../../../src/findings/cookie/weak-attribute';
import { inFile } from '../../support/probe';

/** The options that configurations of a text leave off. */
const offIn = (text: string, attribute: 'secure' | 'httpOnly' | 'sameSite' = 'secure', filename = 'settings.js') =>
  inFile(
    text,
    (file) =>
      weakCookiesIn(file, attribute, (value) => !value || value === 'none').flatMap(({ cause, option }) =>
        cause === 'configured' ? [option] : [],
      ),
    { filename },
  );

describe('off under a telling key', () => {
  it.each([
    [
      'module.exports = { sessionSecret: process.env.SESSION_SECRET, sessionCookie: { httpOnly: true, secure: false } };',
      'sessionCookie.secure',
    ],
    ['module.exports = { session: { cookie: { secure: false } } };', 'session.cookie.secure'],
    ['export default { session: { cookie: { secure: false } } };', 'session.cookie.secure'],
    ['export default { session: { cookieOptions: { "secure": !1 } } };', 'session.cookieOptions.secure'],
    ['export const config = { session_cookie: { secure: 0 } };', 'session_cookie.secure'],
    ['export default { SESSION: { COOKIE: { secure: false } } };', 'SESSION.COOKIE.secure'],
    ['export default { cookies: { session: { secure: false } } };', 'cookies.session.secure'],
    ['export default { session: { cookie: { isSecure: false, password: p } } };', 'session.cookie.isSecure'],
    [
      'const settings = { auth: { session: { cookie: { secure: false } } } }; export { settings };',
      'session.cookie.secure',
    ],
    ['export const sessionCookieOptions = { secure: false };', 'sessionCookieOptions.secure'],
    ['const sessionCookieConfig = { secure: false }; export { sessionCookieConfig };', 'sessionCookieConfig.secure'],
    ['export const sessionConfig = { cookie: { secure: false } };', 'sessionConfig.cookie.secure'],
    ['exports.sessionCookie = { secure: false };', 'sessionCookie.secure'],
    ['module.exports.session = { cookie: { secure: false } };', 'session.cookie.secure'],
    ['config.session.cookie = { secure: false };', 'session.cookie.secure'],
    ['const sessionCookie = { secure: false }; module.exports = { sessionCookie };', 'sessionCookie.secure'],
    ['const off = false; export default { sessionCookie: { secure: off } };', 'sessionCookie.secure'],
    ['export default { sessionCookie: { ...rest, secure: false } };', 'sessionCookie.secure'],
    ['export default () => ({ session: { cookie: { secure: false } } });', 'session.cookie.secure'],
    ['start({ session: { cookie: { secure: false } } });', 'session.cookie.secure'],
  ])('%s', (text, option) => {
    expect(offIn(text)).toEqual([option]);
  });

  it('other attributes', () => {
    const text = "export default { session: { cookie: { httpOnly: false, sameSite: 'none', secure: false } } };";
    expect(offIn(text, 'httpOnly')).toEqual(['session.cookie.httpOnly']);
    expect(offIn(text, 'sameSite')).toEqual(['session.cookie.sameSite']);
    // Browsers refuse it.
    expect(offIn(text)).toEqual([]);
  });
});

describe('silent', () => {
  it.each([
    // Absent, unknown, or on.
    'export default { session: { cookie: {} } };',
    'export default { session: { cookie: { maxAge: 1 } } };',
    'export default { session: { cookie: { secure: undefined } } };',
    'export default { session: { cookie: { secure: null } } };',
    'export default { session: { cookie: { secure: isProduction } } };',
    'export default { session: { cookie: { secure: process.env.SECURE === "1" } } };',
    'export default { session: { cookie: { secure: isProduction ? true : false } } };',
    'export default { session: { cookie: { secure: false, ...own } } };',
    'export default { session: { cookie: { secure: { format: Boolean, default: false, env: "SECURE" } } } };',
    'export default { session: { cookie: { secure: String } } };',
    // Cookies of something else, or of anything.
    'export default { cookie: { secure: false } };',
    'export default { cookieOptions: { secure: false } };',
    'export default { localeCookie: { secure: false } };',
    'export default { csrf: { cookie: { secure: false } } };',
    'export default { session: { secure: false } };',
    'export default { session: { store: { secure: false } } };',
    'export default { session: { cookieCache: { secure: false } } };',
    'export default { session: { csrfCookie: { attributes: { secure: false } } } };',
    'export default { session: { email: { secure: false } } };',
    // Recorded, not configured.
    'export default { sessionCookie: { name: "sid", value: "x", secure: false } };',
    'const sessionCookie = { secure: false }; use(sessionCookie);',
    'export const session = { cookie: { secure: false } };',
    'req.session.cookie = { secure: false };',
    'client.session = { cookie: { secure: false } };',
    // Somewhere else than in production, or not everywhere.
    'export default { development: { session: { cookie: { secure: false } } } };',
    'export default { local: { sessionCookie: { secure: false } } };',
    'export const devConfig = { session: { cookie: { secure: false } } };',
    'export const DEFAULT_SESSION_COOKIE_OPTIONS = { secure: false };',
    'if (isDevelopment) config.session.cookie = { secure: false };',
    'export default isDevelopment ? { session: { cookie: { secure: false } } } : {};',
    'export default isDevelopment && { session: { cookie: { secure: false } } };',
    'const a = { session: { cookie: { secure: false } } }; const b = { session: { cookie: { secure: true } } }; export default { a, b };',
    'const config = { session: { cookie: { secure: false } } }; if (production) config.session.cookie.secure = true; export default config;',
    // What a scan found, or is to find.
    'export const report = { sessionCookie: { secure: false } };',
    'assert({ expected: { sessionCookie: { secure: false } } });',
  ])('%s', (text) => {
    expect(offIn(text)).toEqual([]);
  });

  it.each(['config/development.js', 'config/default.js', 'C:\\app\\config.dev.ts', 'config/env/test.js'])(
    'in %s',
    (filename) => {
      expect(offIn('module.exports = { session: { cookie: { secure: false } } };', 'secure', filename)).toEqual([]);
    },
  );

  it('once, by the library that reads it', () => {
    const text = (options: string) => `import session from 'express-session'; ${options}`;
    expect(
      offIn(
        text('const c = { sessionCookie: { secure: false } }; app.use(session({ secret, cookie: c.sessionCookie }));'),
      ),
    ).toEqual([]);
    expect(offIn(text('app.use(session({ secret, session: { cookie: { secure: false } } }));'))).toEqual([]);
    expect(
      offIn(text('const session_ = { session: { cookie: { secure: false } } }; app.use(session(session_));')),
    ).toEqual([]);
  });
});
