import { describe, expect, it } from 'vitest';
import { allCookieWritesIn, cookieWritesIn } from '../../../src/model/cookie/cookie-writes';
import type { Library } from '../../../src/libraries/types';
import { inFile } from '../../support/probe';

/** Library, name, value and options of the session cookies a text writes, in one line each. */
const writesOf = (code: string, which = cookieWritesIn): string[] =>
  inFile(code, (file) =>
    which(file).map(({ module, name, value, options }) =>
      [module, ...[name, value, options].map((node) => node && file.sourceCode.getText(node))].join(' | '),
    ),
  );

describe('calls that write a cookie', () => {
  it.each<[string, string[]]>([
    ["res.cookie('sid', v);", ["express | 'sid' | v | "]],
    ["res.cookie('sid', v, { a });", ["express | 'sid' | v | { a }"]],
    ["res.status(200).type('json').cookie('sid', v, o);", ["express | 'sid' | v | o"]],
    ["response.cookie('sid', v);", ["express | 'sid' | v | "]],
    ["ctx.res.cookie('sid', v);", ["express | 'sid' | v | "]],
    ["const { res } = ctx; res.cookie('sid', v);", ["express | 'sid' | v | "]],
    ["function f(req, { cookie }) { cookie('sid', v); }", []],
    ["reply.setCookie('sid', v, o);", ["@fastify/cookie | 'sid' | v | o"]],
    ["reply.code(200).setCookie('sid', v);", ["@fastify/cookie | 'sid' | v | "]],
    ["ctx.cookies.set('sid', v);", ["koa | 'sid' | v | "]],
    ["const { cookies } = ctx; cookies.set('sid', v);", ["koa | 'sid' | v | "]],
    ["import { cookies } from 'next/headers'; cookies().set('sid', v, o);", ["next/headers | 'sid' | v | o"]],
    ["import { cookies } from 'next/headers'; (await cookies()).set('sid', v, o);", ["next/headers | 'sid' | v | o"]],
    [
      "import { cookies } from 'next/headers'; const jar = await cookies(); jar.set('sid', v, o);",
      ["next/headers | 'sid' | v | o"],
    ],
    [
      "import { cookies } from 'next/headers'; cookies().set({ name: 'sid', value: v, path });",
      ["next/headers | 'sid' | v | { name: 'sid', value: v, path }"],
    ],
    [
      "import { NextResponse } from 'next/server'; const response = NextResponse.json({}); response.cookies.set('sid', v);",
      ["next/server | 'sid' | v | "],
    ],
    [
      "import { NextResponse } from 'next/server'; new NextResponse().cookies.set('sid', v);",
      ["next/server | 'sid' | v | "],
    ],
    ["import cookie from 'cookie'; cookie.serialize('sid', v, o);", ["cookie | 'sid' | v | o"]],
    ["import { serialize } from 'cookie'; serialize('sid', v);", ["cookie | 'sid' | v | "]],
    ["import { serialize as make } from 'cookie-es'; make('sid', v);", ["cookie-es | 'sid' | v | "]],
    ["import { createCookie } from '@remix-run/node'; createCookie('sid', o);", ["@remix-run/node | 'sid' |  | o"]],
  ])('%s', (code, writes) => {
    expect(writesOf(code)).toEqual(writes);
  });

  it.each([
    "res.cookies('sid', v);",
    "this.cookie('sid', v);",
    "cookie('sid', v);",
    "jar.cookie('sid', v);",
    "request.cookies.set('sid', v);",
    "import res from './res'; res.cookie('sid', v);",
    "const res = { cookie() {} }; res.cookie('sid', v);",
    "serialize('sid', v);",
    "import { serialize } from './serialize'; serialize('sid', v);",
    "import { cookies } from './cookies'; cookies().set('sid', v);",
    'res.cookie(...all);',
    "res.cookie('sid', ...rest);",
    'res.cookie();',
    "res.clearCookie('sid');",
    "reply.clearCookie('sid');",
    "import { cookies } from 'next/headers'; cookies().get('sid'); cookies().delete('sid');",
  ])('not %s', (code) => {
    expect(writesOf(code, allCookieWritesIn)).toEqual([]);
  });
});

describe('writes that mean something only where a framework is at work', () => {
  const acme: Library = {
    module: '@acme/web',
    readFrom: '1',
    cookieWrites: [
      {
        members: ['crumbs.set'],
        within: { files: ['+page.server', 'hooks.server'], imports: ['./$types'] },
        unimported: { names: ['setIt'], first: ['event'] },
        name: 1,
        value: 2,
        options: 3,
        attributes: {},
      },
    ],
  };
  const seen = (code: string, filename = 'file.ts') =>
    inFile(code, (file) => allCookieWritesIn(file).map(({ module }) => module), {
      filename,
      settings: { libraries: [acme] },
    });
  const handler = "export const load = ({ crumbs }) => { crumbs.set(x, 'sid', v, o); };";

  it.each<[string, string]>([
    [handler, 'src/routes/+page.server.ts'],
    [handler, 'src/hooks.server.js'],
    [`import type { RequestHandler } from './$types'; ${handler}`, 'src/routes/+server.ts'],
    ["setIt(event, 'sid', v, o)", 'server/api/login.ts'],
  ])('%s in %s', (code, filename) => {
    expect(seen(code, filename)).toEqual(['@acme/web']);
  });

  it.each<[string, string]>([
    [handler, 'src/routes/+page.ts'],
    [handler, 'src/my-hooks.server.ts'],
    [`import crumbs from 'js-cookie'; import './$types'; crumbs.set('sid', v)`, 'src/routes/+page.ts'],
    ['const crumbs = new Map(); crumbs.set(a, b)', 'src/hooks.server.ts'],
    ["setIt('sid', v, o)", 'server/api/login.ts'],
    ["setIt(request, 'sid', v, o)", 'server/api/login.ts'],
    ["import { setIt } from './cookies'; setIt(event, 'sid', v, o)", 'server/api/login.ts'],
    ["function setIt() {} setIt(event, 'sid', v, o)", 'server/api/login.ts'],
    ["this.setIt(event, 'sid', v, o)", 'server/api/login.ts'],
  ])('not %s in %s', (code, filename) => {
    expect(seen(code, filename)).toEqual([]);
  });
});

describe('defaults of the library', () => {
  const registered = (options: string) => `import cookie from '@fastify/cookie'; app.register(cookie, ${options});`;
  const state = (code: string) => inFile(code, (file) => cookieWritesIn(file)[0]?.read('httpOnly')?.state);

  it.each<[string, string]>([
    ["reply.setCookie('sid', v)", 'absent'],
    [`${registered('{}')} reply.setCookie('sid', v)`, 'absent'],
    [`${registered('{ parseOptions: { httpOnly: true } }')} reply.setCookie('sid', v)`, 'set'],
    [`${registered('{ parseOptions: { secure: true } }')} reply.setCookie('sid', v)`, 'absent'],
    [`${registered('{ parseOptions }')} reply.setCookie('sid', v)`, 'unknown'],
    [`${registered('options')} reply.setCookie('sid', v)`, 'unknown'],
    [`${registered('options')} reply.setCookie('sid', v, { httpOnly: true })`, 'set'],
    [`${registered('{ parseOptions: { httpOnly: true } }')} reply.setCookie('sid', v, options)`, 'unknown'],
  ])('%s → %s', (code, wanted) => {
    expect(state(code)).toBe(wanted);
  });
});

it('names the secrets of a cookie', () => {
  const code = "import { createCookie } from '@remix-run/node'; createCookie('prefs', { secrets: [a, b] });";
  const secrets = inFile(code, (file) =>
    allCookieWritesIn(file).flatMap((write) =>
      write.secrets().map(({ node }) => node && file.sourceCode.getText(node)),
    ),
  );
  expect(secrets).toEqual(['a', 'b']);
});
