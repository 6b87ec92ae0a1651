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
const nest =
  "import session from 'express-session';\nimport { Session, Post, Get, Controller } from '@nestjs/common';\n";

/** A logout without a callback, in a project that does not say which version it has. */
const unsure = (code: string, output?: string) => ({
  code,
  errors: [
    {
      messageId: 'unsure' as const,
      suggestions: output === undefined ? null : [{ messageId: 'inCallback' as const, output }],
    },
  ],
});

/** Fields that are cleared in a session that lives on. */
const cleared = (
  code: string,
  output?: string,
  data = { end: 'req.session.destroy(…)', library: 'express-session' },
  rest = {},
) => ({
  code,
  errors: [
    {
      messageId: 'cleared' as const,
      data,
      suggestions: output === undefined ? null : [{ messageId: 'inCallback' as const, output }],
    },
  ],
  ...rest,
});

/** A session that the request loses, and the store does not. */
const unset = (
  code: string,
  suggestions: { messageId: 'inCallback' | 'unsetEnds'; output: string }[] = [],
  data: object = {},
) => ({
  code,
  errors: [
    {
      messageId: 'unset' as const,
      data: { library: 'express-session', code: 'req.session = null', end: 'req.session.destroy(…)', ...data },
      suggestions: suggestions.length > 0 ? suggestions : null,
    },
  ],
});

/** A cookie that is cleared, of a session that lives on. */
const cookie = (code: string, data: object = {}) => ({
  code,
  errors: [
    { messageId: 'cookie' as const, data: { library: 'express-session', end: 'req.session.destroy(…)', ...data } },
  ],
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
    'const req = { logout() {} }; req.logout();',
    'auth.logout(); client.logout(); this.logout(); logout();',
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
      "app.post('/logout', (req, res) => { req.session.userId = null; req.logout(() => res.redirect('/')); });",
      "app.post('/logout', async (req, res) => { req.session.userId = null; await destroySession(req); });",
      "import { endSession } from './session'; app.post('/logout', (req, res) => { req.session.userId = null; endSession(req, () => res.end()); });",
      "app.post('/logout', (req, res) => { req.session.userId = null; end(req); }); function end(req) { req.session.destroy(); }",
      "app.post('/logout', (req, res) => { delete req.session.user; req.session.cookie.maxAge = 0; });",
      "app.post('/logout', (req, res) => { delete req.session.user; req.sessionStore.destroy(req.sessionID); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await authService.logout(req); });",
      "app.post('/logout', (req, res) => { req.session.user = null; res.oidc.logout(); });",
      // What cannot be followed, and is handed the request, the response, the session or what leads to it.
      "app.post('/logout', async (req, res) => { req.session.user = null; await removeSession(req); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await removeSession(req.sessionID); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await removeSession(req.session.id); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await removeSession(req.cookies['connect.sid']); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await removeSession(sid); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await removeSession(); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await removeSession(whatever()); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await auth.logout({ token: req.cookies.token }); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await Session.destroy({ where: { userId: req.user.id } }); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await removeSessions(req.user.id); });",
      "app.post('/logout', async (req, res) => { req.session.user = null; await sessionService.removeAll(req.user.id); await sessionService.destroy(req.user.id); });",
      "app.post('/logout', (req, res) => { req.session.user = null; clearCookies(req, res); });",
      "function end(req) { destroyed(req.session); } const destroyed = (session) => session.destroy(); app.post('/logout', (req, res) => { req.session.user = null; end(req); });",
      // What comes behind it may end it.
      "router.post('/logout', (req, res, next) => { req.session.user = null; next(); }, last);",
      "router.post('/logout', clear, auth.logout); function clear(req, res, done) { req.session.user = null; done(); }",
      // A helper that looks like a handler, called by one that ends the session.
      "function internalLogout(req, res) { req.session.accountId = null; } app.get('/logout', (req, res, next) => req.logout((error) => { internalLogout(req, res); res.end(); }));",
      'class Auth { logoutCallback(req, res) { req.logout((error) => {}); this.internalLogout(req, res); } internalLogout(req, res) { req.session.accountId = null; } }',
      'const auth = { logout(req, res) { this.signOutFields(req, res); req.session.destroy(() => res.end()); }, signOutFields(req, res) { req.session.user = null; } };',
      // Another session, or none, takes its place.
      "app.post('/logout', (req, res) => { req.session = fresh(); });",
      "app.post('/logout', (req, res) => { const session = null; });",
      "app.post('/cart', (req, res) => { req.session = null; });",
      // Cookies of others.
      "app.post('/logout', (req, res) => { res.clearCookie('theme'); });",
      "app.post('/logout', (req, res) => { res.clearCookie('token'); });",
      "app.post('/logout', (req, res) => { res.clearCookie(name); });",
      "app.post('/profile', (req, res) => { res.clearCookie('connect.sid'); });",
      "app.use(session({ name: 'app.sid' })); app.post('/logout', (req, res) => { res.clearCookie('connect.sid'); });",
      "app.post('/logout', (req, res) => { res.clearCookie('connect.sid'); req.session.destroy(() => res.end()); });",
      // Other keys, other handlers.
      "app.post('/logout', (req, res) => { delete req.session.returnTo; });",
      "app.post('/cart/clear', (req, res) => { req.session.user = null; });",
      "app.post('/login', (req, res) => { req.session.user = null; });",
      'export function logout(req, user) { req.session.user = null; }',
      "app.post('/logout', (req, res) => { req.session.user; });",
      "app.post('/logout', (req, res) => { const { user } = req.session; });",
    ].map((code) => express + code),
    "import cookieSession from 'cookie-session'; app.post('/logout', (req, res) => { req.session = null; });",
    // A set-up that ends what is set to nothing, or may.
    ...["'destroy'", 'process.env.UNSET', "isLive ? 'destroy' : 'keep'"].map(
      (value) =>
        `${express}app.use(session({ secret, unset: ${value} })); app.post('/logout', (req, res) => { req.session = null; });`,
    ),
    `${express}app.use(session(options)); app.post('/logout', (req, res) => { req.session = null; });`,
    // Which library it is, nobody knows.
    "app.post('/logout', (req, res) => { req.session = null; res.clearCookie('connect.sid'); });",
    "import session from 'express-session'; import cookieSession from 'cookie-session'; app.post('/logout', (req, res) => { req.session = null; });",
    "import session from 'koa-generic-session'; app.use(session()); router.post('/logout', (ctx) => { ctx.session = null; });",
    "import session from 'koa-session'; app.use(session({ store }, app)); router.post('/logout', (ctx) => { ctx.session = null; });",
    "import session from 'koa-session'; app.use(session(app)); router.post('/logout', (ctx) => { ctx.session.user = null; });",
    "import session from 'koa-generic-session'; app.use(session()); router.post('/logout', async (ctx) => { ctx.session.user = null; await ctx.regenerateSession(); });",
    "import cookieSession from 'cookie-session'; app.post('/logout', (req, res) => { res.clearCookie('session'); });",
    "import { getIronSession } from 'iron-session'; app.post('/logout', (req, res) => { req.session = null; res.clearCookie('sid'); });",
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
    unsure("app.get('/logout', (req, res) => { req.logout(); res.redirect(urls.logoutUrl()); });"),
    // One problem, told once.
    unsure(
      `import session from 'express-session'; app.get('/logout', (req, res) => { req.session.user = null; req.logout(); res.redirect('/'); });`,
    ),
    unsure("app.get('/logout', (req, res) => { req.logOut(); res.redirect('/'); });"),
    unsure("app.get('/logout', function (req, res) { if (req.user) { req.logout(); } res.redirect('/'); });"),
    unsure("app.get('/logout', (req, res) => { req.user && req.logout(); res.redirect('/'); });"),
    unsure("export const logout = async (req: Request, res: Response) => { req.logout(); res.redirect('/'); };"),
    unsure(
      "import passport from 'passport'; class A { logout(@Req() request) { request.logout(); return { url: '/' }; } }",
    ),
    unsure(
      "function blocked(req, res, next) { if (req.user.blocked) { req.logout({ keepSessionInfo: false }); return res.redirect('/'); } next(); }",
    ),
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
    unsure(
      "app.get('/logout', (req, res, next) => { const error = 1, err = 2; req.logout(); send(error, err, failure); });",
    ),
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
    cleared(
      `${express}app.get('/logout', (req, res, next) => { req.session.loggedIn = false; req.session.user = undefined; res.redirect('/'); });`,
    ),
    cleared(
      `${express}app.get('/sign-out', (req, res) => { const { session } = req; delete session.user; res.end(); });`,
      undefined,
      {
        end: 'session.destroy(…)',
        library: 'express-session',
      },
    ),
    cleared(
      `${express}class AuthController { async signOut(req, res) { req.session.user = null; await req.session.save(); } }`,
    ),
    cleared(`${express}class SessionsController { destroy(req, res) { req.session.user = null; } }`),
    cleared(`${express}router.delete('/session', (req, res) => { delete req.session.userId; res.end(); });`),
    cleared(
      `${express}function clear(req) { req.session.user = null; } app.post('/logout', (req, res) => { clear(req); res.end(); });`,
    ),
    cleared(
      `${fastify}fastify.post('/logout', async (request) => { request.session.set('user', null); });`,
      undefined,
      {
        end: 'request.session.destroy(…)',
        library: '@fastify/session',
      },
    ),
    cleared(
      `${nest}@Controller() class A { @Post('logout') logout(@Session() session) { session.user = null; } }`,
      undefined,
      {
        end: 'session.destroy(…)',
        library: 'express-session',
      },
    ),
    // What is told of the user alone ends no session, and neither does a cookie.
    ...[
      'await audit.logout(req.user.id);',
      'await audit.logout({ user: req.user.id, ip: req.ip, action: `out ${req.user.name}` });',
      'await removeSession(user.id);',
      "await removeSession(req.session.userId, 'logout');",
      'await RefreshToken.destroy({ where: { userId: user.id } });',
      "res.clearCookie('theme');",
      "res.clearCookie('connect.sid');",
      'req.session.unclear();',
      "log('destroySession'); // req.session.destroy()",
    ].map((code) =>
      cleared(`${express}app.post('/logout', async (req, res) => { ${code}\n req.session.user = null; });`),
    ),
    // The name of the function that does it is no proof, and neither is that of one that is followed.
    cleared(
      `${express}app.post('/logout', (req, res) => { clearSession(req); res.end(); }); function clearSession(req) { req.session.user = null; }`,
    ),
    cleared(
      `${express}app.post('/logout', (req, res) => { req.session.user = null; logoutNote(req); }); function logoutNote(req) { log(req.ip); }`,
    ),
    cleared(
      `${express}const guard = (req, res, next) => { next(); }; app.post('/logout', guard, (req, res) => { req.session.user = null; });`,
    ),
    cleared(
      "import session from 'koa-generic-session'; app.use(session()); router.post('/logout', (ctx) => { ctx.session.user = null; });",
      undefined,
      {
        library: 'koa-generic-session',
        end: 'ctx.session = null',
      },
    ),
    cleared(
      "import session from 'koa-session'; app.use(session({ store }, app)); router.post('/logout', (ctx) => { ctx.session.user = null; ctx.cookies.set('koa.sess', null); });",
      undefined,
      {
        library: 'koa-session',
        end: 'ctx.session = null',
      },
    ),

    unset(`${express}app.get('/logout', (req, res) => { req.session = null; res.redirect('/'); });`),
    unset(`${express}app.get('/logout', (req, res) => { delete req.session; });`, [], { code: 'delete req.session' }),
    unset(`${express}app.get('/logout', (req, res) => { req.session = undefined; });`, [], {
      code: 'req.session = undefined',
    }),
    unset(`${express}app.get('/logout', (req, res) => { req.session = {}; });`, [], { code: 'req.session = {}' }),
    unset(
      `${express}app.get('/logout', (req, res) => { req.session.user = null; req.session = null; res.clearCookie('connect.sid'); });`,
    ),
    unset(
      `${express}app.get('/logout', (req, res) => { const { session } = req; session.user = null; req.session = null; });`,
    ),
    unset(`${fastify}fastify.post('/logout', async (request) => { request.session = null; });`, [], {
      library: '@fastify/session',
      code: 'request.session = null',
      end: 'request.session.destroy(…)',
    }),
    unset(
      `${express}app.use(session({ secret })); app.get('/logout', (req, res, next) => { req.session = null; /* the session */ res.redirect('/session-ended'); });`,
      [
        {
          messageId: 'inCallback',
          output: `${express}app.use(session({ secret })); app.get('/logout', (req, res, next) => { req.session.destroy((error) => { if (error) return next(error); /* the session */ res.redirect('/session-ended'); }); });`,
        },
        {
          messageId: 'unsetEnds',
          output: `${express}app.use(session({ secret, unset: 'destroy' })); app.get('/logout', (req, res, next) => { req.session = null; /* the session */ res.redirect('/session-ended'); });`,
        },
      ],
    ),
    unset(
      `${express}app.use(session({ secret, unset: 'keep' })); app.get('/logout', (req, res) => { req.session = null; });`,
    ),

    cookie(`${express}export function logout(req, res) { res.clearCookie('app.sid'); res.redirect('/login'); }`),
    cookie(`${express}app.get('/logout', (req, res) => res.status(204).clearCookie('connect.sid').end());`),
    cookie(
      `${express}app.use(session({ name: 'shop' })); app.get('/logout', (request, response) => { response.clearCookie('shop'); });`,
      {
        end: 'request.session.destroy(…)',
      },
    ),
    cookie(`${fastify}fastify.post('/logout', async (request, reply) => { reply.clearCookie('sessionId'); });`, {
      library: '@fastify/session',
      end: 'request.session.destroy(…)',
    }),
    cleared(`${express}app.post('/', (req, res) => { req.session.user = null; });`, undefined, undefined, {
      filename: 'routes/logout.js',
    }),
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
