import { describe, expect, it } from 'vitest';
import type { Library, Setup } from '../../../src/libraries/types';
import { setupsIn } from '../../../src/model/setup/session-setup';
import { inFile } from '../../support/probe';

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
    [
      "(await import('express-session')).default({ a })",
      ["express-session at (await import('express-session')).default: { a }"],
    ],
    ["import session from 'express-session'; session();", ['express-session at session: null']],
    ["import session from 'express-session'; session(...a);", []],
    ["import session from './session'; session({ resave, secret });", []],
    ["import session from 'express-session'; new session.MemoryStore({ a });", []],
    ["import session from 'express-session'; function f(session) { session({ a }); }", []],
    ["let session = require('express-session'); session = fake; session({ a });", []],
    [
      "import { getIronSession } from 'iron-session'; getIronSession(req, res, a); getIronSession(b, c);",
      ['iron-session at getIronSession: a', 'iron-session at getIronSession: c'],
    ],
    [
      "import Koa from 'koa'; import session from 'koa-session'; const app = new Koa(); session({ a }, app); session(app); session(b, app);",
      [
        'koa at Koa: null',
        'koa-session at session: { a }',
        'koa-session at session: null',
        'koa-session at session: b',
      ],
    ],
    [
      "import { createCookieSessionStorage } from '@remix-run/node'; createCookieSessionStorage({ cookie });",
      ['@remix-run/node at createCookieSessionStorage: { cookie }'],
    ],
    [
      "import NextAuth from 'next-auth'; export default NextAuth({ a }); NextAuth(req, res, b);",
      ['next-auth at NextAuth: { a }', 'next-auth at NextAuth: b'],
    ],
    ["import cookieParser from 'cookie-parser'; cookieParser('a');", ['cookie-parser at cookieParser: null']],
  ])('%s', (code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });
});

describe('calls without a visible import', () => {
  it.each<[string, string[]]>([
    ['app.use(cookieSession({ a }))', ['cookie-session at cookieSession: { a }']],
    ['app.use(session({ secret, resave: false }))', ['express-session at session: { secret, resave: false }']],
    [
      'module.exports = (app, session) => app.use(session({ saveUninitialized }))',
      ['express-session at session: { saveUninitialized }'],
    ],
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
    [
      "import { fastifySession } from '@fastify/session'; app.register(fastifySession, { a });",
      ['@fastify/session at fastifySession: { a }'],
    ],
    ["app.register(require('fastify-session'), { a });", ["fastify-session at require('fastify-session'): { a }"]],
    [
      "await app.register(import('@fastify/session'), { a });",
      ["@fastify/session at import('@fastify/session'): { a }"],
    ],
    ["import session from '@fastify/session'; app.register(session);", ['@fastify/session at session: null']],
    [
      "import session from '@fastify/session'; app.register(session, () => ({ a }));",
      ['@fastify/session at session: () => ({ a })'],
    ],
    [
      "import session from 'express-session'; app.expressMiddleware(session, { a });",
      ['express-session at session: { a }'],
    ],
    [
      "import session from 'express-session'; this.expressMiddleware(session, { a }, { key });",
      ['express-session at session: { a }'],
    ],
    [
      "import cookieSession from 'cookie-session'; server.expressMiddleware(cookieSession, options);",
      ['cookie-session at cookieSession: options'],
    ],
    // What is bound to it elsewhere.
    [
      "import session from 'express-session'; app.expressMiddleware(session); app.expressMiddleware(session, undefined, { key });",
      [],
    ],
    [
      "import session from 'express-session'; app.expressMiddleware('middleware.session', session); app.expressMiddleware(session, ...rest); app.middleware(session, { a });",
      [],
    ],
    [
      "import s from '@fastify/secure-session'; app.register(s, [{ a }, { b }]);",
      ['@fastify/secure-session at s: { a }', '@fastify/secure-session at s: { b }'],
    ],
    [
      "import session from '@fastify/session'; app.after(session, { a }); app.register({ a }, session); register(session, {}); app.register(...session);",
      [],
    ],
  ])('%s', (code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });
});

describe('assignments', () => {
  it.each<[string, string[]]>([
    ["import Koa from 'koa'; const app = new Koa(); app.keys = ['a'];", ['koa at Koa: null', "koa at app.keys: ['a']"]],
    ["const app = new (require('koa'))(); app['keys'] = x;", ["koa at require('koa'): null", "koa at app['keys']: x"]],
    [
      "import Koa from 'koa'; const app = new Koa(); app.context.keys = []; app.keys += x; x = app.keys;",
      ['koa at Koa: null'],
    ],
    ['app.keys = [session]', []],
  ])('%s', (code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });
});

describe('typed options', () => {
  it('are set-ups of their own', () => {
    const code = "import type { SessionOptions } from 'iron-session'; export const o: SessionOptions = { a };";
    expect(setupsOf(code)).toEqual([
      { module: 'iron-session', anchor: 'o: SessionOptions', options: 'o: SessionOptions' },
    ]);
  });

  it.each(['const o: SessionOptions = load();', 'declare const o: SessionOptions;', 'let o: SessionOptions;'])(
    'not %s',
    (code) => {
      expect(setupsOf(`import type { SessionOptions } from 'iron-session'; ${code}`)).toEqual([]);
    },
  );

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

/** A library with set-ups of the given kinds. */
const acmeWith = (...setups: Setup[]): Library => ({ module: '@acme/session', readFrom: '1', setups });

describe('methods of something else', () => {
  const strategy = acmeWith({
    form: 'method',
    export: ['server', '()', 'auth', 'strategy'],
    members: ['server.auth.strategy'],
    options: 2,
    where: { argument: 1, value: 'cookie' },
  });

  it.each<[string, string[]]>([
    ["server.auth.strategy('session', 'cookie', { a });", ['server.auth.strategy { a }']],
    ["(server as Server).auth!.strategy('session', 'cookie', { a });", ['(server as Server).auth!.strategy { a }']],
    ["const { auth } = server; const scheme = 'cookie'; auth.strategy('session', scheme, o);", ['auth.strategy o']],
    [
      "import { server } from '@acme/session'; const it = server(); it.auth.strategy('s', 'cookie', { a });",
      ['it.auth.strategy { a }'],
    ],
    ["server.auth.strategy('session', 'cookie');", ['server.auth.strategy null']],
    ["server.auth.strategy('session', 'jwt', { cookie });", []],
    ["server.auth.strategy('session', scheme, { cookie });", []],
    ['server.auth.strategy(...cookie, { a });', []],
    ["auth.strategy('session', 'cookie', { a });", []],
    ["import { server } from './cookie'; server.auth.strategy('session', 'cookie', { a });", []],
    ["const server = { auth: { strategy() {} } }; server.auth.strategy('session', 'cookie', { a });", []],
    ["import { server } from '@acme/session'; server().strategy('s', 'cookie', { a });", []],
  ])('%s', (code, wanted) => {
    const setups = setupsOf(code, 'file.ts', [strategy]);
    expect(setups.map(({ anchor, options }) => `${anchor} ${options}`)).toEqual(wanted);
  });
});

describe('objects of a plugin and its options', () => {
  const plugin = acmeWith({ form: 'object', export: [], plugin: 'plugin', options: 'options' });

  it.each<[string, string[]]>([
    ['await server.register({ plugin: acme, options: { a } });', ['acme { a }']],
    [
      'await server.register([{ plugin: acme as Plugin, options }, { plugin: other, options: {} }]);',
      ['acme as Plugin options'],
    ],
    ['export const session = { options: { a }, plugin: acme };', ['acme { a }']],
    ['server.register({ plugin: acme });', ['acme null']],
    ['const o = { plugin: acme }; o.options = { a };', ['acme null']],
    ['server.register({ plugin: acme, ...rest });', []],
    ['server.register({ module: acme, options: {} });', []],
    ['const { plugin: acme2 } = acme;', []],
    ['server.register({ plugin: acme.other, options: {} });', []],
  ])('%s', (code, wanted) => {
    const setups = setupsOf(`import acme from '@acme/session'; ${code}`, 'file.ts', [plugin]);
    expect(setups.map(({ anchor, options }) => `${anchor} ${options}`)).toEqual(wanted);
  });

  it('are found by an inline `require`', () => {
    const code = "server.register({ plugin: require('@acme/session'), options: { a } });";
    expect(setupsOf(code, 'file.js', [plugin]).map(({ options }) => options)).toEqual(['{ a }']);
  });
});

describe('configuration files', () => {
  const config = acmeWith({
    form: 'config',
    files: ['acme.config'],
    path: ['session'],
    attributes: { secure: { path: ['secure'], whenAbsent: false } },
  });

  it('are set-ups, with what their facts say', () => {
    const code = "export default defineConfig({ session: { name: 'sid' } });";
    const read = inFile(code, (file) => setupsIn(file).map((setup) => [setup.module, setup.read('secure')?.state]), {
      filename: 'acme.config.ts',
      settings: { libraries: [config] },
    });
    expect(read).toEqual([['@acme/session', 'absent']]);
  });
});

describe('what a set-up says', () => {
  const first = <T>(code: string, ask: (setup: ReturnType<typeof setupsIn>[number]) => T): T =>
    inFile(code, (file) => ask(setupsIn(file)[0]!));

  it('reads an attribute, and null where the library has none of it', () => {
    expect(first('cookieSession({ secure: false })', (setup) => setup.read('secure')?.state)).toBe('set');
    expect(first('cookieSession({})', (setup) => setup.read('secure'))).toMatchObject({
      state: 'absent',
      whenAbsent: 'auto',
    });
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
    setups: [
      {
        form: 'call',
        export: ['createSession'],
        options: 0,
        attributes: { secure: { path: ['secure'], whenAbsent: false } },
      },
    ],
  };
  const code = "import { createSession } from '@acme/session'; createSession({ a });";
  expect(setupsOf(code, 'file.ts', [acme])).toEqual([
    { module: '@acme/session', anchor: 'createSession', options: '{ a }' },
  ]);
});
