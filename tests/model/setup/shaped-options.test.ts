import { describe, expect, it } from 'vitest';
import { lint } from '../../support/lint';

/** What rules of cookie attributes say, as `rule line`, and of lifetimes. */
const told = (code: string): string[] =>
  lint(code, { filename: 'config.ts', preset: 'recommended' })
    .filter(({ ruleId = '' }) => /cookie|long-lived/.test(ruleId ?? ''))
    .map(({ ruleId }) => (ruleId ?? '').replace('session-secrets/', ''));

const keys = 'resave: false, saveUninitialized: false, secret: process.env.SESSION_SECRET';
const both = ['require-same-site-cookie', 'require-secure-cookie'];

describe('options that are known by their keys', () => {
  it.each<[string, string[]]>([
    [`export const config: AppSession = { ${keys}, cookie: { secure: false } };`, both],
    [`const config = { ${keys}, cookie: { secure: false } }; export default config;`, both],
    [`export const config: any = { ${keys}, cookie: {} };`, both],
    [`export default { ${keys}, cookie: { secure: false } };`, both],
    [`export const make = () => ({ ${keys}, cookie: { secure: false } } as never);`, both],
    [
      `export function make() { return { ${keys}, cookie: { secure: false, sameSite: 'lax' } }; }`,
      ['require-secure-cookie'],
    ],
    [
      "export const config = { cookieName: 'a', password, cookieOptions: { secure: false } };",
      ['require-secure-cookie'],
    ],
    // Told once, where it is used.
    [
      `import session from 'express-session'; const config = { ${keys}, cookie: { secure: false, sameSite: 'lax' } }; session(config);`,
      ['require-secure-cookie'],
    ],
    [
      `import type { SessionOptions } from 'express-session'; export const c: SessionOptions = { ${keys}, cookie: { secure: false, sameSite: 'lax' } };`,
      ['require-secure-cookie'],
    ],
    // Somebody else may add what is missing; what is off is off.
    [`export default { session: { ${keys}, cookie: { secure: false } } };`, ['require-secure-cookie']],
    [
      `module.exports = (given) => { const options = given || {}; _.defaults(options, { ${keys}, cookie: { secure: false } }); return session(options); };`,
      ['require-secure-cookie'],
    ],
    [
      `const base = { ${keys}, cookie: { httpOnly: false } }; export const config = { ...base, store };`,
      ['require-http-only-cookie'],
    ],
    [`this.options = { ${keys}, cookie: { maxAge: Infinity } };`, ['no-long-lived-session']],
  ])('%s', (code, rules) => {
    expect(told(code).sort()).toEqual(rules);
  });

  it.each([
    `export const config = { ${keys}, cookie: { secure: true, sameSite: 'lax' } };`,
    `export const config = { ${keys}, cookie: { ...rest } };`,
    `export const config = { ${keys}, cookie };`,
    `export const config = { ${keys}, cookie: {} }; config.cookie.secure = true; config.cookie.sameSite = 'lax';`,
    `export default { session: { ${keys}, cookie: {} } };`,
    `configure({ ${keys}, cookie: {} });`,
    `export const base = { ${keys}, cookie: {} }; export const config = { ...base, cookie: secureCookie };`,
    // Keys that others have, too.
    'export const config = { secret, cookie: { secure: false } };',
    'export const config = { saveUninitialized: true, secret, cookie: { secure: false } };',
    "export const config = { cookieName: 'a', cookieOptions: { secure: false } };",
    'interface Options { resave: boolean; cookie: { secure: false } }',
    'const { resave, cookie } = config;',
  ])('silent: %s', (code) => {
    expect(told(code)).toEqual([]);
  });
});
