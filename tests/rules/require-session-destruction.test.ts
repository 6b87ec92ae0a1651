import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { afterAll, describe, expect, it } from 'vitest';
import rule from '../../src/rules/require-session-destruction';
import { lint } from '../support/lint';

const ruleTester = new RuleTester();

const express = "import session from 'express-session';\n";
const fastify = "import session from '@fastify/session';\n";
const nest = "import session from 'express-session';\nimport { Session, Post, Get, Controller } from '@nestjs/common';\n";

/** A logout without a callback, in a project that does not say which version it has. */
const unsure = (code: string, output?: string) => ({
  code,
  errors: [{ messageId: 'unsure' as const, suggestions: output === undefined ? null : [{ messageId: 'inCallback' as const, output }] }],
});

/** Fields that are cleared in a session that lives on. */
const cleared = (code: string, output?: string, data = { session: 'req.session', method: 'destroy', library: 'express-session' }, rest = {}) => ({
  code,
  errors: [{ messageId: 'cleared' as const, data, suggestions: output === undefined ? null : [{ messageId: 'inCallback' as const, output }] }],
  ...rest,
});

ruleTester.run('require-session-destruction', rule, {
  valid: [
    '',
    // A logout with a callback, or with a promise somebody waits for.
    "app.get('/logout', (req, res, next) => { req.logout((error) => { if (error) return next(error); res.redirect('/'); }); });",
    "app.get('/logout', (req, res, next) => { req.logout({ keepSessionInfo: true }, (error) => next(error)); });",
    "app.get('/logout', (req, res, next) => { req.logOut(next); });",
    "app.get('/logout', (req, res, next) => { req.logout(done); });",
    "app.get('/logout', (req, res) => { req.logout(...callbacks); });",
    "app.get('/logout', async (req, res) => { await req.logout(); });",
    "app.get('/logout', async (req, res) => { await promisify(req.logout.bind(req))(); });",
    "app.get('/logout', async (req, res) => { await new Promise((resolve, reject) => req.logout((e) => (e ? reject(e) : resolve()))); });",
    "app.get('/logout', (req, res) => { req.logout().then(() => res.redirect('/')); });",
    "app.get('/logout', (req, res) => req.logout(() => req.session.destroy(() => res.redirect('/'))));",
    "app.get('/logout', (req, res) => { const done = req.logout(); return done; });",
    "app.get('/logout', (req, res) => req.logout());",
    // A logout of this name that is a promise, and one of either.
    "import passport from '@fastify/passport'; fastify.get('/logout', async (request, reply) => { request.logout(); });",
    "fastify.get('/logout', async (request, reply) => { request.logout(); });",
    "app.get('/logout', (req, res) => { res.oidc.logout({ returnTo: '/' }); });",
    // Something else that is called so.
    "import { req } from './client'; req.logout();",
    "const req = { logout() {} }; req.logout();",
    "auth.logout(); client.logout(); this.logout(); logout();",
    "app.get('/logout', (req, res) => { req.logout; });",
    // Its version is not known, and the session ends here: right before 0.6.
    "app.get('/logout', (req, res) => { req.logout(); req.session.destroy(() => res.redirect('/')); });",
    "app.get('/logout', (req, res) => { req.logout(); req.session = null; });",
    ...[
      "app.post('/logout', (req, res, next) => { req.session.user = null; req.session.save((e) => { req.session.regenerate(() => res.redirect('/')); }); });",
      "app.post('/logout', (req, res) => { req.session.user = null; req.session.destroy(() => res.redirect('/')); });",
      "app.post('/logout', (req, res) => { req.session.destroy(); });",
      "app.post('/logout', async (req, res) => { delete req.session.userId; await promisify(req.session.destroy.bind(req.session))(); });",
      "app.post('/logout', async (req, res) => { delete req.session.userId; await new Promise((r) => req.session.destroy(r)); });",
      "app.post('/logout', (req, res) => { req.session.userId = null; req.session = null; });",
      "app.post('/logout', (req, res) => { req.session.userId = null; delete req.session; });",
      "app.post('/logout', (req, res) => { req.session.userId = null; req.logout(() => res.redirect('/')); });",
      "app.post('/logout', async (req, res) => { req.session.userId = null; await destroySession(req); });",
      "import { endSession } from './session'; app.post('/logout', (req, res) => { req.session.userId = null; endSession(req, () => res.end()); });",
      "app.post('/logout', (req, res) => { req.session.userId = null; end(req); }); function end(req) { req.session.destroy(); }",
      "app.post('/logout', (req, res) => { delete req.session.user; res.clearCookie('connect.sid'); });",
      "app.post('/logout', (req, res) => { delete req.session.user; req.session.cookie.maxAge = 0; });",
      "app.post('/logout', (req, res) => { delete req.session.user; req.sessionStore.destroy(req.sessionID); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await authService.logout(req); });",
      "app.post('/logout', (req, res) => { req.session.user = null; res.oidc.logout(); });",
      // Other keys, other handlers.
      "app.post('/logout', (req, res) => { delete req.session.returnTo; });",
      "app.post('/cart/clear', (req, res) => { req.session.user = null; });",
      "app.post('/login', (req, res) => { req.session.user = null; });",
      "export function logout(req, user) { req.session.user = null; }",
      "app.post('/logout', (req, res) => { req.session.user; });",
      "app.post('/logout', (req, res) => { const { user } = req.session; });",
    ].map((code) => express + code),
    "import cookieSession from 'cookie-session'; app.post('/logout', (req, res) => { req.session = null; });",
    // In a cookie, what is cleared is gone.
    "import cookieSession from 'cookie-session'; app.post('/logout', (req, res) => { req.session.userId = null; });",
    "app.post('/logout', (req, res) => { req.session.userId = null; });",
    `${fastify}fastify.post('/logout', async (request) => { request.session.user = null; await request.session.destroy(); });`,
    "import secure from '@fastify/secure-session'; fastify.post('/logout', (request) => { request.session.delete(); });",
    "import { getIronSession } from 'iron-session'; export async function logout() { const session = await getIronSession(await cookies(), options); session.destroy(); }",
    "import { getIronSession } from 'iron-session'; export async function logout() { const session = await getIronSession(await cookies(), options); session.userId = undefined; await session.save(); }",
    "import { createFileSessionStorage } from '@remix-run/node'; const { getSession, destroySession } = createFileSessionStorage({ cookie: {} }); export async function action({ request }) { const session = await getSession(request.headers.get('Cookie')); return redirect('/', { headers: { 'Set-Cookie': await destroySession(session) } }); }",
    "router.post('/logout', (request, h) => { request.yar.reset(); request.cookieAuth.clear(); });",
    `${nest}@Controller() class A { @Post('logout') logout(@Session() session) { session.user = null; return new Promise((r) => session.destroy(r)); } }`,
  ],
  invalid: [
    unsure("app.get('/logout', (req, res) => { req.logout(); res.redirect('/'); });"),
    // One problem, told once.
    unsure(`import session from 'express-session'; app.get('/logout', (req, res) => { req.session.user = null; req.logout(); res.redirect('/'); });`),
    unsure("app.get('/logout', (req, res) => { req.logOut(); res.redirect('/'); });"),
    unsure("app.get('/logout', function (req, res) { if (req.user) { req.logout(); } res.redirect('/'); });"),
    unsure("app.get('/logout', (req, res) => { req.user && req.logout(); res.redirect('/'); });"),
    unsure("export const logout = async (req: Request, res: Response) => { req.logout(); res.redirect('/'); };"),
    unsure("import passport from 'passport'; class A { logout(@Req() request) { request.logout(); return { url: '/' }; } }"),
    unsure("function blocked(req, res, next) { if (req.user.blocked) { req.logout({ keepSessionInfo: false }); return res.redirect('/'); } next(); }"),
    unsure(
      "app.get('/logout', (req, res, next) => { req.logout(); res.redirect('/'); });",
      "app.get('/logout', (req, res, next) => { req.logout((error) => { if (error) return next(error); res.redirect('/'); }); });",
    ),
    unsure(
      "app.get('/logout', (req, res, next) => { req.logout(); });",
      "app.get('/logout', (req, res, next) => { req.logout((error) => { if (error) return next(error); }); });",
    ),
    unsure(
      `app.get('/logout', function (req, res, next) {
    log('bye') // before
    req.logout({ keepSessionInfo: true }) // out
    // where to
    res.send(\`
  all
done\`)

    res.end()
    // at last
})`,
      `app.get('/logout', function (req, res, next) {
    log('bye') // before
    req.logout({ keepSessionInfo: true }, (error) => {
        if (error) return next(error) // out
        // where to
        res.send(\`
  all
done\`)

        res.end()
    })
    // at last
})`,
    ),
    unsure(
      "app.get('/logout', (req, res, next) => {\n\tif (req.user) {\n\t\treq.logout();\n\t\tlog('error');\n\t} else {\n\t\tres.end();\n\t}\n});",
      "app.get('/logout', (req, res, next) => {\n\tif (req.user) {\n\t\treq.logout((err) => {\n\t\t\tif (err) return next(err);\n\t\t\tlog('error');\n\t\t});\n\t} else {\n\t\tres.end();\n\t}\n});",
    ),
    // Nothing that would run at another time, or be lost.
    unsure("app.get('/logout', async (req, res, next) => { req.logout(); await log(); res.redirect('/'); });"),
    unsure("app.get('/logout', (req, res, next) => { try { req.logout(); } catch (e) { next(e); } });"),
    unsure("app.get('/logout', (req, res, next) => { if (a) { req.logout(); } res.redirect('/'); });"),
    unsure("app.get('/logout', (req, res, next) => { req.logout(/* all */); res.redirect('/'); });"),
    unsure("app.get('/logout', (req, res, next) => { req.logout(); var a = 1; function b() {} });"),
    unsure("app.get('/logout', (req, res, next) => { const error = 1, err = 2; req.logout(); send(error, err, failure); });"),
    unsure("router.get('/logout', (ctx, req, next) => { list.map((next) => { req.logout(); }); });"),
    unsure("app.get('/logout', (req, res, next) => { for (const a of b) req.logout(); });"),

    cleared(`${express}app.post('/logout', (req, res) => { req.session.user = null; res.redirect('/'); });`),
    cleared(
      `${express}app.post('/logout', (req, res, next) => { req.session.user = null; res.redirect('/'); });`,
      `${express}app.post('/logout', (req, res, next) => { req.session.destroy((error) => { if (error) return next(error); res.redirect('/'); }); });`,
    ),
    cleared(
      `${express}exports.logout = (req, res, next) => {\n  delete req.session.userId;\n  res.redirect('/');\n};`,
      `${express}exports.logout = (req, res, next) => {\n  req.session.destroy((error) => {\n    if (error) return next(error);\n    res.redirect('/');\n  });\n};`,
    ),
    cleared(`${express}app.get('/logout', (req, res, next) => { req.session.loggedIn = false; req.session.user = undefined; res.redirect('/'); });`),
    cleared(`${express}app.get('/sign-out', (req, res) => { const { session } = req; delete session.user; res.end(); });`, undefined, {
      session: 'session',
      method: 'destroy',
      library: 'express-session',
    }),
    cleared(`${express}class AuthController { async signOut(req, res) { req.session.user = null; await req.session.save(); } }`),
    cleared(`${express}class SessionsController { destroy(req, res) { req.session.user = null; } }`),
    cleared(`${express}router.delete('/session', (req, res) => { delete req.session.userId; res.end(); });`),
    cleared(`${express}function clear(req) { req.session.user = null; } app.post('/logout', (req, res) => { clear(req); res.end(); });`),
    cleared(`${fastify}fastify.post('/logout', async (request) => { request.session.set('user', null); });`, undefined, {
      session: 'request.session',
      method: 'destroy',
      library: '@fastify/session',
    }),
    cleared(`${nest}@Controller() class A { @Post('logout') logout(@Session() session) { session.user = null; } }`, undefined, {
      session: 'session',
      method: 'destroy',
      library: 'express-session',
    }),
    cleared(
      `${express}app.post('/', (req, res) => { req.session.user = null; });`,
      undefined,
      undefined,
      { filename: 'routes/logout.js' },
    ),
  ],
});

describe('a logout whose library is not loaded in sight', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  const messageIn = (dependencies: object, part = ''): string | undefined => {
    const folder = mkdtempSync(join(tmpdir(), 'logout-'));
    folders.push(folder);
    mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, part, 'package.json'), '{ "name": "part" }');
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
    const code = "app.get('/logout', (req, res) => { req.logout(); res.redirect('/'); });";
    return lint(code, { filename: join(folder, part, 'app.js'), cwd: folder }).find(
      ({ ruleId }) => ruleId === 'session-secrets/require-session-destruction',
    )?.messageId;
  };

  it('is of passport where the package depends on it, in that version', () => {
    expect(messageIn({ express: '^4.0.0', passport: '^0.7.0' })).toBe('refused');
    expect(messageIn({ 'express-session': '^1.17.0', passport: '^0.4.0' })).toBe('kept');
  });

  it('may be of passport where the package says nothing', () => {
    expect(messageIn({})).toBe('unsure');
    expect(messageIn({ 'some-workspace': '*' })).toBe('unsure');
  });

  it('is of another library where the package depends on others', () => {
    expect(messageIn({ express: '3.0.x', everyauth: '0.3.x' })).toBeUndefined();
    expect(messageIn({ express: '3.0.x', everyauth: '0.3.x' }, 'modules/user')).toBeUndefined();
    expect(messageIn({ express: '^4.0.0', passport: '^0.7.0' }, 'modules/user')).toBe('unsure');
  });
});
