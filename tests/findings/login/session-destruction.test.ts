import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { unfinishedLogoutsIn } from '../../../src/findings/login/session-destruction';
import { libraryLoginsIn } from '../../../src/findings/login/library-login';
import { unrenewedLoginsIn } from '../../../src/findings/login/session-regeneration';
import { inFile } from '../../support/probe';

/** A file of a project that depends on express-session and has passport installed in one version. */
function filename(passport: string | undefined, dependencies: object = { 'express-session': '^1.18.0' }): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-end-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
  if (passport !== undefined) {
    mkdirSync(join(folder, 'node_modules/passport'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/passport/package.json'), JSON.stringify({ version: passport }));
  }
  return join(folder, 'server.ts');
}

describe('a logout without a callback', () => {
  const refusedIn = (code: string, passport: string | undefined, dependencies?: object) =>
    inFile(code, (file) => unfinishedLogoutsIn(file).map((one) => one.by === 'call' && one.isRefused), {
      filename: filename(passport, dependencies),
    });

  const alone = "app.get('/logout', (req, res) => { req.logout(); res.redirect('/'); });";
  const ended = "app.get('/logout', (req, res) => { req.logout(); req.session.destroy(() => res.redirect('/')); });";

  it('fails from 0.6 on, whatever follows', () => {
    expect(refusedIn(alone, '0.6.0')).toEqual([true]);
    expect(refusedIn(ended, '0.7.0')).toEqual([true]);
  });

  it('leaves the session alive before, unless it is ended', () => {
    expect(refusedIn(alone, '0.5.3')).toEqual([false]);
    expect(refusedIn(ended, '0.5.3')).toEqual([]);
    // What takes it from the request or the browser alone, and what is told of the user, end nothing.
    for (const other of [
      'req.session = null;',
      "res.clearCookie('connect.sid');",
      "res.clearCookie('theme');",
      'audit.logout(req.user.id);',
    ]) {
      expect(refusedIn(`app.get('/logout', (req, res) => { req.logout(); ${other} });`, '0.5.3'), other).toEqual([
        false,
      ]);
    }
    expect(refusedIn("app.get('/logout', (req, res) => { req.logout(); audit.logout(req); });", '0.5.3')).toEqual([]);
  });

  it('leaves nothing behind before, where the session is a cookie', () => {
    expect(refusedIn(alone, '0.5.3', { 'cookie-session': '^2.0.0' })).toEqual([]);
    expect(refusedIn(alone, '0.5.3', {})).toEqual([]);
  });

  it('is not known to be right without a handler in sight', () => {
    expect(refusedIn('export function leave(req) { req.logout(); }', '0.5.3')).toEqual([]);
    expect(refusedIn('export function leave(req) { req.logout(); }', '0.6.0')).toEqual([true]);
  });

  it('is no promise, though a library of the same name may be one', () => {
    const awaited = "app.get('/logout', async (req, res) => { await req.logout(); res.redirect('/'); });";
    expect(refusedIn(awaited, '0.7.0')).toEqual([true]);
    expect(refusedIn(awaited, '0.5.3')).toEqual([]);
    expect(refusedIn(awaited, undefined)).toEqual([]);
    const request = awaited.replaceAll('req', 'request').replaceAll('requestuest', 'request');
    expect(refusedIn(request, '0.7.0', { passport: '^0.7.0' })).toEqual([true]);
    expect(refusedIn(request, '0.7.0', { '@fastify/passport': '^3.0.0' })).toEqual([]);
    expect(refusedIn(request, '0.7.0', { passport: '^0.7.0', '@fastify/passport': '^3.0.0' })).toEqual([]);
  });

  it('is told by the range where nothing is installed', () => {
    expect(refusedIn(alone, undefined, { passport: '^0.7.0' })).toEqual([true]);
    expect(refusedIn(alone, undefined, { passport: '*' })).toEqual([undefined]);
  });
});

describe('a login beside passport', () => {
  const code = `app.post('/login', (req, res, next) => {
    req.logIn(user, (error) => { req.session.userId = user.id; res.redirect('/'); });
  });
  app.post('/signin', passport.authenticate('local'), (req, res) => { req.session.userId = req.user.id; });`;

  const countIn = (passport: string | undefined): number =>
    inFile(code, (file) => unrenewedLoginsIn(file, new Set(['login'])).length, { filename: filename(passport) });

  it.each([
    ['0.7.0', 0],
    ['0.6.0', 0],
    ['0.5.3', 2],
    [undefined, 0],
  ])('in version %s leaves %i', (version, count) => {
    expect(countIn(version)).toBe(count);
  });
});

describe('a login that passport makes by itself', () => {
  const countIn = (
    code: string,
    passport: string | undefined,
    dependencies: object = { 'express-session': '^1.18.0' },
  ): number =>
    inFile(
      code,
      (file) => libraryLoginsIn(file, new Set(['login']), unrenewedLoginsIn(file, new Set(['login']))).length,
      {
        filename: filename(passport, dependencies),
      },
    );
  const imported = "import passport from 'passport';\n";
  const login = "app.post('/login', passport.authenticate('local', { successRedirect: '/' }));";

  it.each([
    ['0.5.3', 1],
    ['0.6.0', 0],
    ['0.7.0', 0],
    [undefined, 0],
  ])('in version %s: %i', (version, count) => {
    expect(countIn(imported + login, version)).toBe(count);
    expect(countIn(imported + "router.post('/signin', [check, passport.authenticate('local')], done);", version)).toBe(
      count,
    );
  });

  const byHand = "req.logIn(user, (error) => (error ? next(error) : res.redirect('/')));";

  it.each([
    [`app.post('/login', (req, res, next) => { ${byHand} });`],
    [
      `app.post('/login', (req, res, next) => passport.authenticate('local', (error, user) => { ${byHand} })(req, res, next));`,
    ],
    [
      `app.post('/login', async (req, res, next) => { const user = await find(req.body); ${byHand.replace('logIn', 'login')} });`,
    ],
    [`app.post('/login', async (request, reply) => { await request.logIn(user); });`],
    [
      `const enter = (req, user, next) => req\n  .logIn(user, next); app.post('/login', (req, res, next) => enter(req, user, next));`,
    ],
    [`class AuthController { login(req, res, next) { ${byHand} } }`],
  ])('by a method of the request: %s', (code) => {
    expect(countIn(imported + code, '0.5.3')).toBe(1);
    expect(countIn(imported + code, '0.6.0')).toBe(0);
    expect(countIn(imported + code, undefined)).toBe(0);
    expect(countIn(imported + code, '0.5.3', { 'cookie-session': '^2.0.0' })).toBe(0);
  });

  it.each([
    [`app.post('/profile', (req, res, next) => { ${byHand} });`],
    [`app.post('/login', (req, res, next) => req.session.regenerate(() => { ${byHand} }));`],
    [`app.post('/login', (req, res, next) => { req.session.userId = 1; ${byHand} });`],
    ["app.post('/login', (req, res) => { client.login(req.body); });"],
    ["app.post('/login', (req, res) => { req.body.login(user); });"],
    ["app.post('/login', (req, res) => { use(req.logIn); });"],
    ["// req.logIn(user)\napp.post('/login', (req, res) => res.end('req.logIn(user)'));"],
  ])('but not by %s', (code) => {
    expect(countIn(imported + code, '0.5.3')).toBe(0);
  });

  it.each([
    ["app.post('/login', passport.authenticate('local', { session: false }));"],
    [
      "app.post('/login', (req, res, next) => passport.authenticate('local', (error, user) => next())(req, res, next));",
    ],
    ["app.get('/profile', passport.authenticate('local'));"],
    ["app.post('/login', regenerateSession, passport.authenticate('local'));"],
    ["app.post('/login', passport.authenticate('local'), (req, res) => req.session.regenerate(() => res.end()));"],
    // Told by what it writes.
    ["app.post('/login', passport.authenticate('local'), (req, res) => { req.session.userId = 1; });"],
    ["list.map(passport.authenticate('local'));"],
  ])('but not %s', (code) => {
    expect(countIn(imported + code, '0.5.3')).toBe(0);
  });

  it('only where the session lies on a server', () => {
    expect(countIn(imported + login, '0.5.3', { 'cookie-session': '^2.0.0' })).toBe(0);
    expect(countIn(imported + login, '0.5.3', {})).toBe(0);
  });
});

describe('a session that is decorated', () => {
  const code = `import { Controller, Post, Session } from '@nestjs/common';
  @Controller('auth') class A { @Post('login') login(@Session() session) { session.userId = 1; } }`;

  it.each([
    [{ 'express-session': '1' }, 1],
    [{ 'cookie-session': '2' }, 0],
    [{}, 0],
  ])('is the one the package depends on: %j', (dependencies, count) => {
    const found = inFile(code, (file) => unrenewedLoginsIn(file, new Set(['login'])).length, {
      filename: filename(undefined, dependencies),
    });
    expect(found).toBe(count);
  });
});

describe('a library that came to renew ids', () => {
  const code =
    "import session from 'koa-session'; app.use(session({ store }, app)); router.post('/login', (ctx) => { ctx.session.userId = 1; });";

  it.each([
    ['^7.0.0', 1],
    ['~6.3.0', 0],
    ['*', 1],
  ])('counts from then on: %s', (range, count) => {
    const name = filename(undefined, { 'koa-session': range });
    expect(inFile(code, (file) => unrenewedLoginsIn(file, new Set(['login'])).length, { filename: name })).toBe(count);
  });
});
