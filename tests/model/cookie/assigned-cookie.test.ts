import { describe, expect, it } from 'vitest';
import { lint } from '../../support/lint';

const key = 'process.env.STRIPE_SECRET_KEY';

/** What is said of the body of a route, `rule text` each. */
function said(parameter: string, body: string, head = "import { Elysia } from 'elysia';"): string[] {
  const code = `${head}\nexport const app = new Elysia().post('/login', ${parameter} => { ${body} });`;
  const lines = code.split('\n');
  return lint(code, { filename: 'src/app.ts', preset: 'recommended' }).map(
    ({ ruleId, line, column, endColumn }) =>
      `${ruleId?.replace('session-secrets/', '')} ${lines[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1)}`,
  );
}

const off = ['require-http-only-cookie false', 'require-secure-cookie false', 'require-same-site-cookie false'];

describe('cookies that are assigned to', () => {
  it.each([
    ['({ cookie: { session } })', 'session'],
    ['({ cookie: { session: mine } })', 'mine'],
    ['({ cookie: { session = none } })', 'session'],
    ['({ cookie })', 'cookie.session'],
    ['({ cookie })', "cookie['session']"],
    ['({ cookie })', 'cookie.session!'],
    ['(context)', 'context.cookie.session'],
    ['(ctx: Context)', 'ctx.cookie.auth_token'],
  ])('%s => %s', (parameter, cookie) => {
    const flags = `${cookie}.httpOnly = false; ${cookie}.secure = false; ${cookie}.sameSite = false;`;
    expect(said(parameter, `${cookie}.value = token; ${flags}`)).toEqual(off);
    expect(said(parameter, `${cookie}.value = ${key};`)).toEqual([`no-secret-in-cookie ${key}`]);
    expect(said(parameter, `${cookie}.value ??= ${key};`)).toEqual([`no-secret-in-cookie ${key}`]);
    expect(said(parameter, `${cookie}.value = token; ${flags.replaceAll('false', "'lax'")}`)).toEqual([]);
  });

  it.each([
    'const { session: mine } = context.cookie;',
    'const mine = context.cookie.session;',
    'const { cookie } = context; const { session: mine } = cookie;',
  ])('%s', (binding) => {
    expect(said('(context)', `${binding} mine.httpOnly = false; mine.value = ${key};`)).toEqual([
      off[0],
      `no-secret-in-cookie ${key}`,
    ]);
  });

  it('the name of the cookie says what is in it', () => {
    expect(said('({ cookie: { password } })', 'password.value = body.first;')).toEqual([
      'no-secret-in-cookie body.first',
    ]);
    expect(said('({ cookie })', 'cookie.password.set({ value: body.first });')).toEqual([
      'no-secret-in-cookie body.first',
    ]);
    expect(
      said('({ cookie: { theme } })', 'theme.value = body.first; theme.httpOnly = false; theme.secure = false;'),
    ).toEqual([]);
  });

  it('each function and block is a write of its own', () => {
    const one = "post('/a', ({ cookie: { session } }) => (session.httpOnly = false))";
    expect(said('()', '', `import { Elysia } from 'elysia';\nnew Elysia().${one}.${one};`)).toEqual([off[0], off[0]]);
    expect(
      said('({ cookie: { session } })', 'session.httpOnly = true; if (body.open) { session.httpOnly = false; }'),
    ).toEqual([off[0]]);
  });

  it.each([
    ['an empty value', "session.value = ''; session.httpOnly = false;"],
    ['a lifetime that is over', 'session.secure = false; session.maxAge = 0;'],
    ['a date that is past', 'session.httpOnly = false; session.expires = new Date(0);'],
    ['the method', 'session.remove();'],
    ['an empty value by the method', "session.set({ value: '', httpOnly: false, secure: false });"],
  ])('a deletion by %s', (_how, body) => {
    expect(said('({ cookie: { session } })', body)).toEqual([]);
  });

  it.each([
    ['nothing is said', 'session.value = token;'],
    ['two values', 'session.httpOnly = false; session.httpOnly = true;'],
    ['a value nobody knows', 'session.secure = config.secure; session.httpOnly ??= false;'],
    ['development alone', "if (process.env.NODE_ENV !== 'production') { session.secure = false; }"],
    ['production alone is protected', "session.secure = process.env.NODE_ENV === 'production';"],
    ['a property of no cookie', 'session.count = false; session.secure2 = false;'],
    ['a computed property', 'session[name] = false;'],
    ['an addition', "session.value += 'x';"],
  ])('%s', (_why, body) => {
    expect(said('({ cookie: { session } })', body)).toEqual([]);
  });

  it('elsewhere they are anything', () => {
    const body = `session.httpOnly = false; session.value = ${key};`;
    expect(said('({ cookie: { session } })', body, "import { Elysia } from './framework';")).toEqual([]);
    expect(said('({ jar: { session } })', body)).toEqual([]);
    expect(
      said('()', `const cookie = { session: {} }; cookie.session.httpOnly = false; cookie.session.value = ${key};`),
    ).toEqual([]);
  });
});
