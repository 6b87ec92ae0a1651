import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/require-session-regeneration';

const ruleTester = new RuleTester();

const express = "import session from 'express-session';\n";
const fastify = "import session from '@fastify/session';\n";
/** koa-session with a store: without one its sessions are cookies. */
const koa = "import session from 'koa-session';\napp.use(session({ store }, app));\n";
const nest =
  "import session from 'express-session';\nimport { Session, Post, Get, Controller } from '@nestjs/common';\n";

/** The session's cookie holds an id alone. */
const yar = (options: string) =>
  `import yar from '@hapi/yar';\nawait server.register({ plugin: yar, options: { ${options} } });\n`;
const yarLogin =
  "server.route({ method: 'POST', path: '/login', handler: (request, h) => { request.yar.set('userId', user.id); return h.redirect('/'); } });";

/** Without the encryption of `CookieStore` the cookie holds an id. */
const hono = (store = 'MemoryStore') =>
  `import { Hono } from 'hono';\nimport { ${store}, sessionMiddleware } from 'hono-sessions';\nconst app = new Hono();\napp.use('*', sessionMiddleware({ store: new ${store}() }));\n`;
const honoLogin =
  "app.post('/login', async (c) => { const session = c.get('session'); session.set('userId', user.id); return c.redirect('/'); });";

/** Reported once, on the write of the identity. */
const kept = (
  code: string,
  { key = 'userId', method = 'regenerate', session = 'req.session', library = 'express-session', ...rest } = {},
) => ({
  code,
  errors: [{ messageId: 'kept' as const, data: { key, method, session, library } }],
  ...rest,
});

/** What the handler is to become. */
const moved = (before: string, after: string) => ({
  code: express + before,
  errors: [
    { messageId: 'kept' as const, suggestions: [{ messageId: 'inCallback' as const, output: express + after }] },
  ],
});

/** Nothing is offered. */
const unmoved = (code: string) => ({
  code: express + code,
  errors: [{ messageId: 'kept' as const, suggestions: null }],
});

ruleTester.run('require-session-regeneration', rule, {
  valid: [
    '',
    // What lies in the cookie comes with a cookie of its own; where it lies may be said elsewhere.
    yar('') + yarLogin,
    yar('maxCookieSize: size') + yarLogin,
    yarLogin,
    hono('CookieStore') + honoLogin,
    honoLogin,
    hono() + honoLogin.replace('return', "c.set('session_key_rotation', true); return"),
    `${hono()}const renew = (c) => c.set('session_key_rotation', true);\n${honoLogin}`,
    yar('maxCookieSize: 0') + yarLogin.replace('request.yar.set', 'request.yar.reset(); request.yar.set'),
    ...[
      // Regenerated, in every way people write it.
      "app.post('/login', (req, res, next) => { req.session.regenerate((error) => { if (error) return next(error); req.session.userId = user.id; res.redirect('/'); }); });",
      "app.post('/login', async (req, res) => { await promisify(req.session.regenerate).call(req.session); req.session.userId = user.id; });",
      "app.post('/login', async (req, res) => { await promisify(req.session.regenerate.bind(req.session))(); req.session.userId = user.id; });",
      "app.post('/login', async (req, res) => { await new Promise((resolve, reject) => req.session.regenerate((e) => (e ? reject(e) : resolve()))); req.session.userId = user.id; });",
      "app.post('/login', async (req, res) => { const { session } = req; await new Promise((r) => session.regenerate(r)); req.session.userId = user.id; });",
      "const renew = (req) => new Promise((r) => req.session.regenerate(r)); app.post('/login', async (req, res) => { await renew(req); req.session.userId = user.id; });",
      "function begin(req, user, done) { req.session.regenerate(() => { req.session.userId = user.id; done(); }); } app.post('/login', (req, res) => begin(req, user, () => res.end()));",
      "import { regenerateSession } from './session'; app.post('/login', async (req, res) => { await regenerateSession(req); req.session.userId = user.id; });",
      "import { renewSession } from './session'; app.post('/login', renewSession, (req, res) => { req.session.userId = user.id; });",
      "app.post('/login', [validate, regenerate], (req, res) => { req.session.userId = user.id; });",
      "app.post('/login', (req, res) => { req.session.destroy(() => { req.sessionStore.generate(req); req.session.userId = user.id; }); });",
      'function login(req, res) { store(req); } function store(req) { req.session.regenerate(() => write(req)); } function write(req) { req.session.userId = 1; }',
      'class AuthController { async login(req, res) { await this.fresh(req); req.session.userId = user.id; } fresh(req) { return new Promise((r) => req.session.regenerate(r)); } }',
      'const auth = { fresh(req, done) { req.session.regenerate(done); }, login(req, res) { this.fresh(req, () => { req.session.userId = user.id; }); } };',
      "app.post('/login', (req, res) => { fresh(() => { req.session.userId = user.id; }); function fresh(then) { req.session.regenerate(then); } });",
      // passport gives a new id by itself, unless its version is known to be too old.
      "app.post('/login', passport.authenticate('local'), (req, res) => { req.session.userId = req.user.id; });",
      "import passport from 'passport'; app.post('/login', passport.authenticate('local'), (req, res) => { req.session.userId = req.user.id; });",
      "app.post('/login', (req, res, next) => { req.logIn(user, (error) => { if (error) return next(error); req.session.user = user; }); });",
      "app.post('/login', async (req, res) => { await promisify(req.login.bind(req))(user); req.session.userId = user.id; });",
      "app.post('/login', passport.authenticate('local', { session: true }), (req, res) => { req.session.userId = req.user.id; });",
      "app.post('/login', (req, res, next) => { passport.authenticate('local', (error, user) => { req.logIn(user, () => { req.session.userId = user.id; }); })(req, res, next); });",
      // What is said of a user who is there already.
      "app.post('/login/theme', (req, res) => { req.session.user.theme = 'dark'; res.redirect('/'); });",
      "app.post('/login', (req, res) => { req.session.user.hasActivePasskey = true; });",
      "app.post('/login', (req, res) => { req.session.auth.attempts = 1; });",
      // passport of the program's own module.
      "const passport = require('./passport'); app.post('/login', passport.authenticate('local'), (req, res) => { req.session.authenticated = true; });",
      "import passport from '../config/passport'; app.post('/login', passport.authenticate('local'), (req, res) => { req.session.authenticated = true; });",
      // Half of a login, and a second factor that is set up.
      "app.post('/login', (req, res) => { req.session.email = req.body.email; res.redirect('/login/password'); });",
      "app.post('/profile', (req, res) => { req.session.email = req.body.email; req.session.role = role; });",
      "app.get('/login', (req, res) => { req.session.email = req.query.email; req.session.role = role; });",
      "app.post('/2fa/enable', (req, res) => { req.session.user = updated; });",
      "app.post('/mfa/setup', (req, res) => { req.session.user = updated; });",
      "app.get('/2fa', (req, res) => { req.session.user = updated; });",
      "app.get('/authentication', (req, res) => { req.session.user = updated; });",
      // A helper that looks like a handler, called by one that renews the id.
      "function login(req, res) { req.session.userId = 1; res.end(); } app.post('/enter', (req, res) => req.session.regenerate(() => login(req, res)));",
      // No login.
      "app.get('/profile', (req, res) => { req.session.user = fresh; });",
      'app.use((req, res, next) => { req.session.user = fresh; next(); });',
      "app.post('/login', (req, res) => { req.session.returnTo = '/'; req.session.attempts = 1; });",
      "app.post('/login', (req, res) => { req.session.pendingUserId = user.id; });",
      "app.post('/login', (req, res) => { req.session.loggedIn = false; req.session.user = null; delete req.session.userId; });",
      "app.post('/login', (req, res) => { const user = req.session.user; });",
      "app.post('/login', (req, res) => { req.user = user; res.locals.user = user; });",
      "app.post('/logout', (req, res) => { req.session.user = guest; });",
      'function requireLogin(req, res, next) { req.session.user = user; next(); }',
      'function isLoggedIn(req, res, next) { req.session.user = user; next(); }',
      "app.get('/forgot-login', (req, res) => { req.session.user = user; });",
      "app.post('/profile', login, (req, res) => { req.session.user = updated; });",
      // Helpers whose callers are not to be seen.
      'export function login(req, user) { req.session.userId = user.id; }',
      'export const signIn = (session, user) => { session.userId = user.id; };',
      'export class AuthService { login(req, user) { req.session.user = user; } }',
      // Callbacks are looked at on demand.
      "app.get('/auth/callback', (req, res) => { req.session.user = user; });",
      "app.get('/login/callback', (req, res) => { req.session.user = user; });",
    ].map((code) => express + code),
    ...[
      "fastify.post('/login', async (request, reply) => { await request.logIn(user); request.session.userId = user.id; });",
      "fastify.post('/login', async (request, reply) => { await request.session.regenerate(); request.session.userId = user.id; });",
      "fastify.post('/login', async (request, reply) => { await request.session.regenerate(['cart']); request.session.set('userId', user.id); });",
      "fastify.route({ method: 'POST', url: '/login', preHandler: regenerate, handler: async (request) => { request.session.user = user; } });",
    ].map((code) => fastify + code),
    ...[
      "router.post('/login', async (ctx) => { await ctx.session.regenerate(); ctx.session.userId = user.id; });",
      "router.post('/login', async (ctx) => { await ctx.login(user); ctx.session.userId = user.id; });",
      "import passport from 'koa-passport'; router.post('/login', passport.authenticate('local'), (ctx) => { ctx.session.userId = 1; });",
    ].map((code) => koa + code),
    ...[
      "@Controller() class A { @Post('login') async login(@Session() session) { await new Promise((r) => session.regenerate(r)); session.userId = 1; } }",
      ...['LoginGuard', 'LocalGuard', 'SessionGuard', 'LoginAuthGuard', 'SessionLoginGuard'].map(
        (guard) =>
          `@Controller() class A { @UseGuards(${guard}) @Post('login') login(@Session() session) { session.userId = 1; } }`,
      ),
      "@Controller() class A { @UseGuards(LocalAuthGuard) @Post('login') login(@Session() session) { session.userId = 1; } }",
      "@Controller() class A { @Post('settings') save(@Session() session) { session.user = 1; } }",
    ].map((code) => nest + code),
    ...[
      // What lies in a cookie has no id to keep, and what nobody knows is left alone.
      "import cookieSession from 'cookie-session'; app.post('/login', (req, res) => { req.session.userId = user.id; });",
      "import secure from '@fastify/secure-session'; app.post('/login', (request, reply) => { request.session.set('userId', 1); });",
      "import { getIronSession } from 'iron-session'; export async function login(formData) { const session = await getIronSession(await cookies(), options); session.userId = 1; await session.save(); }",
      "import { createCookieSessionStorage } from '@remix-run/node'; const { getSession } = createCookieSessionStorage({ cookie: {} }); export async function action({ request }) { const session = await getSession(request.headers.get('Cookie')); session.set('userId', 1); }",
      "import { createFileSessionStorage } from '@remix-run/node'; const { getSession } = createFileSessionStorage({ cookie: {} }); export async function login({ request }) { const session = await getSession(request.headers.get('Cookie')); session.set('userId', 1); }",
      "import session from 'koa-generic-session'; app.use(session()); router.post('/login', async (ctx) => { await ctx.regenerateSession(); ctx.session.userId = 1; });",
      "import session from 'koa-session-minimal'; app.use(session()); router.post('/login', (ctx) => { ctx.sessionHandler.regenerateId(); ctx.session.userId = 1; });",
      "import session from 'koa-session'; app.use(session({}, app)); router.post('/login', (ctx) => { ctx.session.userId = 1; });",
      "import session from 'koa-session'; router.post('/login', (ctx) => { ctx.session.userId = 1; });",
      "app.post('/login', (req, res) => { req.session.userId = user.id; });",
      "import session from 'express-session'; import cookieSession from 'cookie-session'; app.post('/login', (req, res) => { req.session.userId = 1; });",
      "import session from 'express-session'; app.post('/login', (req, res) => { res.json({ session: { userId: 1 } }); });",
      "import { getServerSession } from 'next-auth'; export async function POST(request) { const session = await getServerSession(); session.user = user; }",
    ],
    {
      code: "import session from 'express-session'; export async function GET(request) { const { session } = request; session.user = user; }",
      filename: 'app/profile/route.ts',
    },
  ],
  invalid: [
    {
      code: hono() + honoLogin,
      errors: [
        {
          messageId: 'asked',
          data: { library: 'hono-sessions', asked: "c.set('session_key_rotation', true)" },
          suggestions: null,
        },
      ],
    },
    kept(
      `${express}import express from 'express'; const app = express(); app.post('/login', (r, w) => { r.session.userId = 1; });`,
      { session: 'r.session' },
    ),
    kept(`${express}app.post('/login', (_req, _res) => { _req.session.userId = 1; });`, { session: '_req.session' }),
    kept(`${express}app.post('/login', (req, res) => { req.session.user = {}; req.session.user.id = 1; });`, {
      key: 'user',
    }),
    kept(`${express}app.post('/login', (req, res) => { req.session.user.id = 1; });`, { key: 'id' }),
    kept(
      `${express}app.post('/login', (req, res) => { req.session.email = req.body.email; req.session.role = role; });`,
      { key: 'email' },
    ),
    kept(
      `${express}import api from './passport'; app.post('/login', api.authenticate('local'), (req, res) => { req.session.userId = 1; });`,
    ),
    {
      code: `// session_key_rotation\n${hono()}log('the session_key_rotation');\n${honoLogin}`,
      errors: [{ messageId: 'asked', suggestions: null }],
    },
    ...['LoginEnabledGuard', 'LoginThrottlerGuard', 'LocalOnlyGuard', 'SessionExistsGuard'].map((guard) =>
      kept(
        `${nest}@Controller() class A { @UseGuards(${guard}) @Post('login') login(@Session() session) { session.userId = 1; } }`,
        { session: 'session' },
      ),
    ),
    kept(yar('maxCookieSize: 0') + yarLogin, { method: 'reset', session: 'request.yar', library: '@hapi/yar' }),
    ...[
      "app.post('/login', (req, res) => { req.session.userId = user.id; res.redirect('/'); });",
      ...[
        '/authentication',
        '/verify-mfa',
        '/mfa/verify',
        '/2fa',
        '/two-factor/verify',
        '/auth/2fa/verify',
        '/totp',
        '/verify2fa',
      ].map((path) => `app.post('${path}', (req, res) => { req.session.userId = user.id; });`),
      "app.post('/login', async (req, res) => { const user = await find(req.body); if (!user) return res.sendStatus(401); req.session.userId = user.id; res.redirect('/'); });",
      "app.post('/login', (req, res) => { User.findOne(req.body, (error, user) => { req.session.userId = user.id; res.redirect('/'); }); });",
      "app.post('/login', (req, res, next) => { User.findOne(req.body).then((user) => { req.session.userId = user.id; res.redirect('/'); }).catch(next); });",
      "router.route('/signin').get(show).post(async (req, res) => { req.session.userId = user.id; });",
      "router.post('/api/v1/users/sign-in', asyncHandler(async (req, res) => { req.session.userId = user.id; }));",
      "router.post(['/login', '/signin'], validate, (req, res) => { req.session!.userId = user.id; });",
      "const path = '/login'; app.post(path, (req, res) => { req.session['userId'] = user.id; });",
      'exports.postLogin = (req, res) => { req.session.userId = user.id; };',
      'module.exports = { login: async (req, res) => { req.session.userId = user.id; } };',
      'export const handleLogin: RequestHandler = async (req, res) => { req.session.userId = user.id; };',
      'export const login = catchAsync(async (req, res) => { req.session.userId = user.id; });',
      'const login = (db) => async (req, res) => { req.session.userId = user.id; };',
      'class AuthController { async signIn(req, res) { req.session.userId = user.id; } }',
      'class AuthController { signIn = async (req: Request, res: Response) => { req.session.userId = user.id; }; }',
      'class SessionsController { create(req, res) { req.session.userId = user.id; } }',
      "function submit(req, res) { req.session.userId = user.id; } app.post('/login', submit);",
      "app.post('/login', wrap(submit)); function submit(req, res) { req.session.userId = user.id; }",
      "function remember(req, user) { req.session.userId = user.id; } app.post('/login', (req, res) => { remember(req, user); res.end(); });",
      "app.post('/register', async (req, res) => { req.session.userId = user.id; });",
      "app.post('/sessions', (req, res) => { req.session.userId = user.id; });",
      "app.post('/login', (req, res) => { req.session.userId = user.id; req.session.role = user.role; req.session.user = user; });",
      "app.post('/login', limiter, (req, res) => { req.session.userId = user.id; }); app.post('/token', (req, res) => req.session.regenerate(next));",
      // passport hands the user on, or leaves the session alone.
      "app.post('/login', (req, res, next) => { passport.authenticate('local', (error, user) => { req.session.userId = user.id; })(req, res, next); });",
      "app.post('/login', passport.authenticate('jwt', { session: false }), (req, res) => { req.session.userId = req.user.id; });",
    ].map((code) => kept(express + code)),
    kept(
      `${express}app.post('/auth', (request, response) => { request.session.loggedin = true; request.session.username = name; });`,
      { session: 'request.session', key: 'loggedin' },
    ),
    kept(`${express}app.post('/login', (req, res) => { const { session } = req; session.user = user; });`, {
      key: 'user',
      session: 'session',
    }),
    kept(`${express}app.post('/login', (req, res) => { const sess = req.session; sess.isAuthenticated = true; });`, {
      key: 'isAuthenticated',
      session: 'sess',
    }),
    kept(`${express}app.post('/login', (req, res) => { req.session.auth = { userId: user.id }; });`, { key: 'auth' }),
    kept(`${express}app.post('/login', (req, res) => { Object.assign(req.session, { userId: user.id, theme }); });`, {
      session: 'session',
    }),
    kept(
      `const session = require('express-session');\napp.post('/login', function (req, res) { req.session.user = user; });`,
      { key: 'user' },
    ),
    kept(`${express}app.get('/auth/callback', (req, res) => { req.session.user = user; });`, {
      key: 'user',
      options: [{ callbacks: true }],
    } as never),
    kept(`${express}export const callback = async (req, res) => { req.session.user = user; };`, {
      key: 'user',
      options: [{ callbacks: true }],
    } as never),
    kept(
      `${nest}@Controller('auth') class A { @Post('login') submit(@Session() session, @Body() dto) { session.userId = 1; } }`,
      { session: 'session' },
    ),
    kept(`${nest}@Controller('login') class A { @Post() submit(@Req() req, @Body() dto) { req.session.userId = 1; } }`),
    kept(`${fastify}fastify.post('/login', async (request, reply) => { request.session.user = user; });`, {
      key: 'user',
      session: 'request.session',
      library: '@fastify/session',
    }),
    kept(
      `${fastify}fastify.post('/login', { schema }, async (request, reply) => { request.session.set('userId', user.id); });`,
      { session: 'request.session', library: '@fastify/session' },
    ),
    kept(
      `${fastify}fastify.route({ method: 'POST', url: '/login', handler: async (request) => { request.session.user = user; } });`,
      { key: 'user', session: 'request.session', library: '@fastify/session' },
    ),
    kept(
      "import session from 'koa-generic-session';\napp.use(session());\nrouter.post('/login', async (ctx) => {\n  ctx.session.userId = user.id;\n});",
      {
        session: 'ctx',
        method: 'regenerateSession',
        library: 'koa-generic-session',
      },
    ),
    kept(
      "import session from 'koa-session-minimal';\napp.use(session());\nrouter.post('/login', async (ctx) => {\n  ctx.session.userId = user.id;\n});",
      {
        session: 'ctx.sessionHandler',
        method: 'regenerateId',
        library: 'koa-session-minimal',
      },
    ),
    kept(`${koa}router.post('/login', async (ctx) => { ctx.session.userId = user.id; });`, {
      session: 'ctx.session',
      library: 'koa-session',
    }),
    kept(`${express}router.post('/', (req, res) => { req.session.user = user; });`, {
      key: 'user',
      filename: 'routes/login.js',
    } as never),
    kept(`${express}export default function handler(req, res) { req.session.user = user; }`, {
      key: 'user',
      filename: 'pages/api/login.ts',
    } as never),

    moved(
      "app.post('/login', async (req, res, next) => {\n  const user = await find(req.body);\n  req.session.userId = user.id;\n  res.redirect('/');\n});",
      "app.post('/login', async (req, res, next) => {\n  const user = await find(req.body);\n  req.session.regenerate((error) => {\n    if (error) return next(error);\n    req.session.userId = user.id;\n    res.redirect('/');\n  });\n});",
    ),
    moved(
      `app.post('/login', (req, res, next) => {
    if (matches) {
        // Who it is.
        req.session.user = user
        req.session.role = user.role // what for
        req.session.save(() => res.redirect('/'))
    } else {
        res.render('login', { error: 'wrong' })
    }
})`,
      `app.post('/login', (req, res, next) => {
    if (matches) {
        // Who it is.
        req.session.regenerate((error) => {
            if (error) return next(error)
            req.session.user = user
            req.session.role = user.role // what for
            req.session.save(() => res.redirect('/'))
        })
    } else {
        res.render('login', { error: 'wrong' })
    }
})`,
    ),
    moved(
      "app.post('/login', (req, res, next) => { req.session.userId = user.id; });",
      "app.post('/login', (req, res, next) => { req.session.regenerate((error) => { if (error) return next(error); req.session.userId = user.id; }); });",
    ),
    // What was in the session before is needed after, or has been written just now.
    unmoved(
      "app.post('/login', (req, res, next) => { req.session.userId = user.id; res.redirect(req.session.returnTo); });",
    ),
    unmoved(
      "app.post('/login', (req, res, next) => { req.session.role = role; req.session.userId = user.id; res.end(); });",
    ),
    unmoved("app.post('/login', (req, res, next) => { const { session } = req; session.userId = user.id; });"),
    unmoved(
      "app.post('/login', async (req, res, next) => { req.session.userId = user.id; await audit(user); res.end(); });",
    ),
    unmoved("app.post('/login', (req, res, next) => { if (a) { req.session.userId = user.id; } res.redirect('/'); });"),
    unmoved(
      "app.post('/login', (req, res, next) => { try { req.session.userId = user.id; } catch (e) { next(e); } });",
    ),
    unmoved(
      "app.post('/login', (req, res, next) => { find((user) => { req.session.userId = user.id; res.redirect('/'); }); });",
    ),
    unmoved("app.post('/login', (req, res, next) => { Object.assign(req.session, { userId: user.id }); });"),
  ],
});
