import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/libraries/types';
import { setupsIn } from '../../src/analysis/session-setup';
import { inFile } from '../support/probe';

interface Seen {
  module: string;
  anchor: string;
  options: string | null;
}

const setupsOf = (code: string, filename = 'file.ts', libraries: Library[] = []): Seen[] =>
  inFile(
    code,
    (file) =>
      setupsIn(file).map(({ module, anchor, options }) => ({
        module,
        anchor: file.sourceCode.getText(anchor),
        options: options && file.sourceCode.getText(options),
      })),
    { filename, settings: { libraries } },
  );

/** Library, anchor and options in one line. */
const shown = (code: string, filename?: string): string[] =>
  setupsOf(code, filename).map(({ module, anchor, options }) => `${module} at ${anchor}: ${options}`);

describe('calls', () => {
  const forms = [
    "import session from 'express-session'; session({ a });",
    "import * as session from 'express-session'; session({ a });",
    "import { default as session } from 'express-session'; session({ a });",
    "import session = require('express-session'); session({ a });",
    "const session = require('express-session'); session({ a });",
    "const { default: session } = require('express-session'); session({ a });",
    "const session = __importDefault(require('express-session')); session({ a });",
    "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const session = require('express-session'); session({ a });",
    "const session = await import('express-session'); session({ a });",
    "let session; session = require('express-session'); session({ a });",
    "import imported from 'express-session'; const session = imported; session({ a });",
  ];

  it.each(forms)('%s', (code) => {
    expect(shown(code)).toEqual(['express-session at session: { a }']);
  });

  it.each<[string, string[]]>([
    ["require('express-session')({ a })", ["express-session at require('express-session'): { a }"]],
    ["(await import('express-session')).default({ a })", ["express-session at (await import('express-session')).default: { a }"]],
    ["import session from 'express-session'; session();", ['express-session at session: null']],
    ["import session from 'express-session'; session(...a);", []],
    ["import session from './session'; session({ resave, secret });", []],
    ["import session from 'express-session'; new session.MemoryStore({ a });", []],
    ["import session from 'express-session'; function f(session) { session({ a }); }", []],
    ["let session = require('express-session'); session = fake; session({ a });", []],
    ["import { getIronSession } from 'iron-session'; getIronSession(req, res, a); getIronSession(b, c);", ['iron-session at getIronSession: a', 'iron-session at getIronSession: c']],
    ["import Koa from 'koa'; import session from 'koa-session'; const app = new Koa(); session({ a }, app); session(app); session(b, app);", ['koa at Koa: null', 'koa-session at session: { a }', 'koa-session at session: null', 'koa-session at session: b']],
    ["import { createCookieSessionStorage } from '@remix-run/node'; createCookieSessionStorage({ cookie });", ['@remix-run/node at createCookieSessionStorage: { cookie }']],
    ["import NextAuth from 'next-auth'; export default NextAuth({ a }); NextAuth(req, res, b);", ['next-auth at NextAuth: { a }', 'next-auth at NextAuth: b']],
    ["import cookieParser from 'cookie-parser'; cookieParser('a');", ['cookie-parser at cookieParser: null']],
  ])('%s', (code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });
});

describe('calls without a visible import', () => {
  it.each<[string, string[]]>([
    ['app.use(cookieSession({ a }))', ['cookie-session at cookieSession: { a }']],
    ['app.use(session({ secret, resave: false }))', ['express-session at session: { secret, resave: false }']],
    ['module.exports = (app, session) => app.use(session({ saveUninitialized }))', ['express-session at session: { saveUninitialized }']],
    ['const o = { secret, resave: false }; session(o)', ['express-session at session: o']],
  ])('%s', (code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });

  it.each([
    'session({ secret })',
    'session(options)',
    'session()',
    'cookieSession()',
    'cookieSession(options)',
    'this.session({ resave })',
    'driver.session({ resave })',
    'const session = f(); session({ resave })',
    'function session(o) {} session({ resave })',
    "import { session } from './middleware'; session({ resave })",
    "import { cookieSession } from 'elsewhere'; cookieSession({ name })",
  ])('not %s', (code) => {
    expect(shown(code)).toEqual([]);
  });
});

describe('plugins', () => {
  it.each<[string, string[]]>([
    ["import session from '@fastify/session'; app.register(session, { a });", ['@fastify/session at session: { a }']],
    ["import { fastifySession } from '@fastify/session'; app.register(fastifySession, { a });", ['@fastify/session at fastifySession: { a }']],
    ["app.register(require('fastify-session'), { a });", ["fastify-session at require('fastify-session'): { a }"]],
    ["await app.register(import('@fastify/session'), { a });", ["@fastify/session at import('@fastify/session'): { a }"]],
    ["import session from '@fastify/session'; app.register(session);", ['@fastify/session at session: null']],
    ["import session from '@fastify/session'; app.register(session, () => ({ a }));", ['@fastify/session at session: () => ({ a })']],
    ["import s from '@fastify/secure-session'; app.register(s, [{ a }, { b }]);", ['@fastify/secure-session at s: { a }', '@fastify/secure-session at s: { b }']],
    ["import session from '@fastify/session'; app.after(session, { a }); app.register({ a }, session); register(session, {}); app.register(...session);", []],
  ])('%s', (code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });
});

describe('assignments', () => {
  it.each<[string, string[]]>([
    ["import Koa from 'koa'; const app = new Koa(); app.keys = ['a'];", ['koa at Koa: null', "koa at app.keys: ['a']"]],
    ["const app = new (require('koa'))(); app['keys'] = x;", ["koa at require('koa'): null", "koa at app['keys']: x"]],
    ["import Koa from 'koa'; const app = new Koa(); app.context.keys = []; app.keys += x; x = app.keys;", ['koa at Koa: null']],
    ['app.keys = [session]', []],
  ])('%s', (code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });
});

describe('typed options', () => {
  it('are set-ups of their own', () => {
    const code = "import type { SessionOptions } from 'iron-session'; export const o: SessionOptions = { a };";
    expect(setupsOf(code)).toEqual([{ module: 'iron-session', anchor: 'o: SessionOptions', options: 'o: SessionOptions' }]);
  });

  it.each(['const o: SessionOptions = load();', 'declare const o: SessionOptions;', 'let o: SessionOptions;'])('not %s', (code) => {
    expect(setupsOf(`import type { SessionOptions } from 'iron-session'; ${code}`)).toEqual([]);
  });

  it('are judged where they are used, when that is the same file', () => {
    const code = `import session, { SessionOptions } from 'express-session';
      const o: SessionOptions = { a };
      function f(): SessionOptions { return { b }; }
      app.use(session(o)); app.use(session(f())); app.use(session({ c } satisfies SessionOptions));`;
    expect(setupsOf(code).map(({ anchor, options }) => [anchor, options])).toEqual([
      ['session', 'o'],
      ['session', 'f()'],
      ['session', '{ c } satisfies SessionOptions'],
    ]);
  });
});

describe('what a set-up says', () => {
  const first = <T>(code: string, ask: (setup: ReturnType<typeof setupsIn>[number]) => T): T =>
    inFile(code, (file) => ask(setupsIn(file)[0]!));

  it('reads an attribute, and null where the library has none of it', () => {
    expect(first('cookieSession({ secure: false })', (setup) => setup.read('secure')?.state)).toBe('set');
    expect(first('cookieSession({})', (setup) => setup.read('secure'))).toMatchObject({ state: 'absent', whenAbsent: 'auto' });
    expect(first('cookieSession({})', (setup) => setup.read('store'))).toBeNull();
  });

  it.each<[string, string | undefined]>([
    ["import session from 'koa-session'; session({ a }, app)", 'signed-client'],
    ["import session from 'koa-session'; session({ store }, app)", 'server'],
    ["import session from 'koa-session'; session({ ...a }, app)", undefined],
    ['cookieSession({})', 'signed-client'],
  ])('tells where the data ends up: %s', (code, storage) => {
    expect(first(code, (setup) => setup.storage())).toBe(storage);
  });
});

it('knows the wrappers of the settings', () => {
  const acme: Library = {
    module: '@acme/session',
    readFrom: '1',
    setups: [{ form: 'call', export: ['createSession'], options: 0, attributes: { secure: { path: ['secure'], whenAbsent: false } } }],
  };
  const code = "import { createSession } from '@acme/session'; createSession({ a });";
  expect(setupsOf(code, 'file.ts', [acme])).toEqual([{ module: '@acme/session', anchor: 'createSession', options: '{ a }' }]);
});
