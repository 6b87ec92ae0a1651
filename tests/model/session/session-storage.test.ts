import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sessionObjectOf } from '../../../src/model/session/resolve-session';
import { destinationOf } from '../../../src/model/session/session-storage';
import { exposureOf } from '../../../src/findings/stored-data/exposure';
import { inFile, probedIn } from '../../support/probe';

const folder = mkdtempSync(join(tmpdir(), 'session-storage-'));
afterAll(() => rmSync(folder, { recursive: true }));

function destinationIn(code: string, dependencies: Record<string, string> = {}) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
  return inFile(
    code,
    (file) => {
      const session = sessionObjectOf(probedIn(file)[0]!, file);
      return session && destinationOf(session, file);
    },
    { filename: join(folder, 'file.ts') },
  );
}

describe('destinationOf', () => {
  it.each<[code: string, library: string | null, storage: string | null]>([
    ["import s from 'express-session'; probe(req.session)", 'express-session', 'server'],
    ["const s = require('cookie-session'); probe(req.session)", 'cookie-session', 'signed-client'],
    ["import s from '@fastify/secure-session'; probe(request.session)", '@fastify/secure-session', 'encrypted-client'],
    [
      "import { getIronSession } from 'iron-session'; probe(await getIronSession(c, o))",
      'iron-session',
      'encrypted-client',
    ],
    [
      "import { createCookieSessionStorage } from 'react-router'; const { getSession } = createCookieSessionStorage(o); probe(await getSession(h))",
      'react-router',
      'signed-client',
    ],
    [
      "import { createFileSessionStorage } from '@remix-run/node'; const { getSession } = createFileSessionStorage(o); probe(await getSession(h))",
      'react-router',
      'server',
    ],
    ['const options = { callbacks: { session({ session }) { probe(session); } } };', null, 'browser'],
    [
      "import session from 'koa-session'; app.use(session({}, app)); probe(ctx.session)",
      'koa-session',
      'signed-client',
    ],
    [
      "import session from 'koa-session'; app.use(session({ store }, app)); probe(ctx.session)",
      'koa-session',
      'server',
    ],
    ["import session from 'koa-session'; app.use(session(options, app)); probe(ctx.session)", 'koa-session', null],
    ...[
      ['', 'encrypted-client'],
      ['maxCookieSize: 0', 'server'],
      ['maxCookieSize: 512', 'encrypted-client'],
      ['maxCookieSize: small ? 0 : 0', 'server'],
      ['maxCookieSize: small ? 0 : 512', null],
      ['maxCookieSize: config.size', null],
      ['maxCookieSize: 0, ...more', null],
    ].map(([options, storage]): [string, string, string | null] => [
      `import yar from '@hapi/yar'; await server.register({ plugin: yar, options: { ${options} } }); probe(request.yar)`,
      '@hapi/yar',
      storage ?? null,
    ]),
    // The set-up is elsewhere.
    ["import yar from '@hapi/yar'; probe(request.yar)", '@hapi/yar', null],
    ...[
      ["store: 'cookie'", 'encrypted-client'],
      ["store: 'redis'", 'server'],
      ["store: isTest ? 'memory' : 'file'", 'server'],
      ["store: 'mine'", null],
      ["store: env.get('SESSION_DRIVER')", null],
    ].map(([option, storage]): [string, string, string | null] => [
      `import { defineConfig } from '@adonisjs/session'; defineConfig({ ${option}, stores }); probe(ctx.session)`,
      '@adonisjs/session',
      storage ?? null,
    ]),
    ...[
      ['new CookieStore()', 'encrypted-client'],
      ['new MemoryStore()', 'server'],
      ['new Own()', null],
      ['new Redis()', null],
      ['store', null],
    ].map(([store, storage]): [string, string, string | null] => [
      `import { CookieStore, MemoryStore, sessionMiddleware } from 'hono-sessions'; import { Redis } from './redis'; sessionMiddleware({ store: ${store} }); probe(c.get('session'))`,
      'hono-sessions',
      storage ?? null,
    ]),
    [
      "import { sessionMiddleware } from 'hono-sessions'; import { BunSqliteStore } from 'hono-sessions/bun-sqlite-store'; sessionMiddleware({ store: new BunSqliteStore(db) }); probe(c.get('session'))",
      'hono-sessions',
      'server',
    ],
  ])('%s', (code, library, storage) => expect(destinationIn(code)).toEqual({ library, storage }));

  it('asks the dependencies where the file does not tell', () => {
    expect(destinationIn('probe(req.session)', { 'cookie-session': '2' })).toEqual({
      library: 'cookie-session',
      storage: 'signed-client',
    });
    expect(destinationIn('probe(req.session)', { express: '5' })).toEqual({ library: null, storage: null });
    expect(destinationIn('probe(req.session)', { 'cookie-session': '2', 'express-session': '1' })).toEqual({
      library: null,
      storage: null,
    });
  });
});

it.each([
  ["import { createCookieSessionStorage } from '@remix-run/node'", '@remix-run/node'],
  ["import { createCookieSessionStorage } from 'react-router'", 'react-router'],
])('calls a library what the file calls it: %s', (load, name) => {
  const code = `${load}; const { getSession } = createCookieSessionStorage(o); probe(await getSession(h))`;
  const { exposure } = inFile(code, (file) => exposureOf(sessionObjectOf(probedIn(file)[0]!, file)!, file));
  expect(exposure).toContain(`\`${name}\` puts it into a cookie`);
});

it('has words for every destination', () => {
  const words = new Set(
    ['cookie-session', 'express-session', 'iron-session', 'nothing'].map((module) =>
      inFile(
        `import s from '${module}'; probe(req.session)`,
        (file) => exposureOf(sessionObjectOf(probedIn(file)[0]!, file)!, file).exposure,
      ),
    ),
  );
  expect(words.size).toBe(4);
});
