/** What goes wrong with a library beside what its attributes say, with a program that does it. */
export interface Pitfall {
  /** `module` of the fact file. */
  library: string;
  says: string;
  code: string;
  filename?: string;
  /** The rule that reports it; null: none does. */
  rule: string | null;
}

const store = 'store, name: "shop", secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false';
const safe = 'secure: true, httpOnly: true, sameSite: "lax"';
const set = (library: string, code: string): string => `import session from '${library}';\n${code}`;

export const pitfalls: readonly Pitfall[] = [
  {
    library: 'express-session',
    says: 'LoopBack makes the middleware of `app.expressMiddleware(session, {…})` anew for each request, so that sessions in memory are gone after it.',
    code: set(
      'express-session',
      `app.expressMiddleware(session, { name: "shop", secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false, cookie: { ${safe} } });`,
    ),
    rule: 'no-memory-store',
  },
  {
    library: 'express-session',
    says: 'Attributes beside `secret`, instead of below `cookie`, are ignored.',
    code: set(
      'express-session',
      `app.use(session({ ${store}, secure: true, cookie: { httpOnly: true, sameSite: "lax" } }));`,
    ),
    rule: 'no-ineffective-cookie-option',
  },
  {
    library: 'express-session',
    says: 'Browsers refuse a cookie with `sameSite: "none"` and without `secure`.',
    code: set('express-session', `app.use(session({ ${store}, cookie: { sameSite: 'none', secure: false } }));`),
    rule: 'no-ineffective-cookie-option',
  },
  {
    library: 'express-session',
    says: 'Nothing checks a name that starts with `__Host-` or `__Secure-`.',
    code: set(
      'express-session',
      `app.use(session({ ${store}, name: '__Host-sid', cookie: { domain: 'example.com', ${safe} } }));`,
    ),
    rule: 'no-ineffective-cookie-option',
  },
  {
    library: 'express-session',
    says: 'A login keeps the id of the session, unless `regenerate` is called.',
    code: set(
      'express-session',
      `app.use(session({ ${store}, cookie: { ${safe} } }));\napp.post('/login', async (req, res) => {\n  req.session.userId = await check(req.body);\n  res.redirect('/');\n});`,
    ),
    rule: 'require-session-regeneration',
  },
  {
    library: 'express-session',
    says: '`secure: "auto"` in what a function for `cookie` returns is never resolved, and works as `true`.',
    code: set(
      'express-session',
      `app.use(session({ ${store}, cookie: (req) => ({ ${safe.replace('true', '"auto"')} }) }));`,
    ),
    rule: null,
  },
  {
    library: 'express-session',
    says: '`destroy` leaves the cookie in the browser; `res.clearCookie` takes it away.',
    code: set(
      'express-session',
      `app.use(session({ ${store}, cookie: { ${safe} } }));\napp.post('/logout', (req, res) => req.session.destroy(() => res.redirect('/')));`,
    ),
    rule: null,
  },
  {
    library: 'express-session',
    says: 'Without a `secret` it takes the one of `cookie-parser`, if there is one.',
    code: set(
      'express-session',
      `app.use(cookieParser(process.env.COOKIE_SECRET));\napp.use(session({ store, name: 'shop', resave: false, saveUninitialized: false, cookie: { ${safe} } }));`,
    ),
    rule: null,
  },
  {
    library: 'cookie-session',
    says: 'Attributes below `cookie` are ignored: they belong at the top.',
    code: set('cookie-session', `app.use(session({ name: 'shop', keys, sameSite: 'lax', cookie: { secure: true } }));`),
    rule: 'no-ineffective-cookie-option',
  },
  {
    library: 'cookie-session',
    says: 'The user can read what is put into the session.',
    code: set(
      'cookie-session',
      `app.use(session({ name: 'shop', keys, sameSite: 'lax' }));\napp.post('/key', (req, res) => { req.session.apiKey = req.body.apiKey; res.end(); });`,
    ),
    rule: 'no-secret-in-session',
  },
  {
    library: 'cookie-session',
    says: 'A logout revokes nothing: a copy of the cookie stays valid.',
    code: set(
      'cookie-session',
      `app.use(session({ name: 'shop', keys, sameSite: 'lax' }));\napp.post('/logout', (req, res) => { req.session = null; res.redirect('/'); });`,
    ),
    rule: null,
  },
  {
    library: 'express',
    says: 'Misspelt attributes are ignored.',
    code: `app.get('/', (req, res) => res.cookie('sid', id, { httponly: true, secure: true, sameSite: "lax" }).end());`,
    rule: 'no-ineffective-cookie-option',
  },
  {
    library: 'express',
    says: '`clearCookie` removes nothing where `path` and `domain` are not those the cookie was set with.',
    code: `app.get('/', (req, res) => { res.cookie('sid', id, { ${safe}, path: '/app' }); res.clearCookie('sid'); res.end(); });`,
    rule: null,
  },
  {
    library: 'passport',
    says: 'From 0.6 on `req.logout` throws without a callback.',
    code: `import passport from 'passport';\napp.use(passport.session());\napp.post('/logout', (req, res) => { req.logout(); res.redirect('/'); });`,
    rule: 'require-session-destruction',
  },
  {
    library: 'passport',
    says: '`keepSessionInfo: true` takes the data of before the login along.',
    code: `import passport from 'passport';\napp.post('/login', passport.authenticate('local', { keepSessionInfo: true }), (req, res) => res.redirect('/'));`,
    rule: null,
  },
  {
    library: 'passport',
    says: 'From 0.6 on it fails with sessions that have no `regenerate` and `save`: cookie-session, iron-session, client-sessions.',
    code: `import passport from 'passport';\nimport session from 'cookie-session';\napp.use(session({ name: 'shop', keys, sameSite: 'lax' }));\napp.use(passport.session());`,
    rule: null,
  },
  {
    library: '@fastify/cookie',
    says: '`maxAge` is in seconds here, and in milliseconds in `@fastify/session`.',
    code: `import cookie from '@fastify/cookie';\napp.register(cookie);\napp.get('/', (request, reply) => reply.setCookie('sid', id, { path: '/', ${safe}, maxAge: 24 * 60 * 60 * 1000 }).send());`,
    rule: 'no-ineffective-cookie-option',
  },
  {
    library: '@fastify/cookie',
    says: 'Without `path` a cookie is for the directory of the request alone.',
    code: `import cookie from '@fastify/cookie';\napp.register(cookie);\napp.get('/a/b', (request, reply) => reply.setCookie('sid', id, { ${safe} }).send());`,
    rule: null,
  },
  {
    library: '@fastify/session',
    says: 'After `destroy` the cookie is still in the browser.',
    code: `import session from '@fastify/session';\napp.register(session, { store, cookieName: 'shop', secret: process.env.S, cookie: { sameSite: 'lax' } });\napp.post('/logout', async (request) => { await request.session.destroy(); return ''; });`,
    rule: null,
  },
  {
    library: '@fastify/secure-session',
    says: '`secure` is off by default, whatever the package is called.',
    code: `import session from '@fastify/secure-session';\napp.register(session, { cookieName: 'shop', key, cookie: { httpOnly: true, sameSite: 'lax' } });`,
    rule: 'require-secure-cookie',
  },
  {
    library: '@fastify/secure-session',
    says: 'A `salt` that is written in the code adds nothing to a `secret` that is.',
    code: `import session from '@fastify/secure-session';\napp.register(session, { cookieName: 'shop', secret: process.env.S, salt: 'mq9hDxBVDbspDR6n', cookie: { ${safe} } });`,
    rule: null,
  },
  {
    library: 'iron-session',
    says: '`destroy` revokes nothing: a copy of the cookie is valid until its `ttl` is over.',
    code: `import { getIronSession } from 'iron-session';\nexport async function POST() {\n  const session = await getIronSession(await cookies(), { cookieName: 'shop', password: process.env.S });\n  session.destroy();\n  return new Response();\n}`,
    rule: null,
  },
  {
    library: 'iron-session',
    says: 'Without `save` what was written is gone after the request.',
    code: `import { getIronSession } from 'iron-session';\nexport async function POST() {\n  const session = await getIronSession(await cookies(), { cookieName: 'shop', password: process.env.S });\n  session.views = 1;\n  return new Response();\n}`,
    rule: null,
  },
  {
    library: 'next-auth',
    says: 'In version 4 `cookies.sessionToken` replaces all defaults: `httpOnly`, `path` and `secure` have to be said again.',
    code: `import type { NextAuthOptions } from 'next-auth';\nexport const options: NextAuthOptions = { providers, cookies: { sessionToken: { name: 'shop', options: { sameSite: 'lax' } } } };`,
    filename: 'auth.ts',
    rule: 'no-ineffective-cookie-option',
  },
  {
    library: 'next-auth',
    says: 'What the `session` callback returns is read by the scripts of the page.',
    code: `import NextAuth from 'next-auth';\nexport default NextAuth({ providers, callbacks: { session({ session, token }) { session.accessToken = token.accessToken; return session; } } });`,
    rule: 'no-secret-in-session',
  },
  {
    library: '@auth/core',
    says: 'What the `session` callback returns is read by the scripts of the page.',
    code: `import { ExpressAuth } from '@auth/express';\napp.use('/auth/*', ExpressAuth({ providers, callbacks: { session({ session, token }) { session.accessToken = token.accessToken; return session; } } }));`,
    rule: 'no-secret-in-session',
  },
  {
    library: 'next',
    says: '`request.cookies.set` changes the request alone, and sets no cookie in the browser.',
    code: `import { NextResponse } from 'next/server';\nexport function middleware(request) { request.cookies.set('sid', id); return NextResponse.next({ request }); }`,
    rule: null,
  },
  {
    library: 'react-router',
    says: 'Without `secrets` nothing is signed.',
    code: `import { createCookieSessionStorage } from 'react-router';\nexport const storage = createCookieSessionStorage({ cookie: { name: 'shop', ${safe} } });`,
    rule: 'no-weak-session-secret',
  },
  {
    library: 'react-router',
    says: 'The user can read what is put into a session of `createCookieSessionStorage`.',
    code: `import { createCookieSessionStorage } from 'react-router';\nconst { getSession } = createCookieSessionStorage({ cookie: { name: 'shop', secrets: [process.env.S], ${safe} } });\nexport async function action({ request }) {\n  const session = await getSession(request.headers.get('Cookie'));\n  session.set('apiKey', apiKey);\n}`,
    rule: 'no-secret-in-session',
  },
  {
    library: 'react-router',
    says: '`createMemorySessionStorage` loses all sessions at a restart, and its ids come from `Math.random`.',
    code: `import { createMemorySessionStorage } from 'react-router';\nexport const storage = createMemorySessionStorage({ cookie: { name: 'shop', secrets: [process.env.S], ${safe} } });`,
    rule: 'no-memory-store',
  },
  {
    library: 'better-auth',
    says: 'An explicit `undefined` removes an attribute.',
    code: `import { betterAuth } from 'better-auth';\nexport const auth = betterAuth({ advanced: { defaultCookieAttributes: { httpOnly: undefined } } });`,
    rule: 'require-http-only-cookie',
  },
  {
    library: 'better-auth',
    says: 'Its built-in secret is publicly known.',
    code: `import { betterAuth } from 'better-auth';\nexport const auth = betterAuth({ secret: 'better-auth-secret-123456' + '78901234567890' });`,
    rule: 'no-weak-session-secret',
  },
  {
    library: 'better-auth',
    says: 'Each `value` of `secrets` is a secret as `secret` is.',
    code: `import { betterAuth } from 'better-auth';\nconst now = { version: 2, value: process.env.S };\nexport const auth = betterAuth({ secrets: [now, { version: 1, value: 'secret' }] });`,
    rule: 'no-weak-session-secret',
  },
  {
    library: 'better-auth',
    says: '`secure: false` among the cookie attributes keeps the prefix `__Secure-`, so that browsers refuse the cookie.',
    code: `import { betterAuth } from 'better-auth';\nexport const auth = betterAuth({ advanced: { defaultCookieAttributes: { secure: false } } });`,
    rule: null,
  },
  {
    library: 'better-auth',
    says: '`session.cookieCache` puts the session and the user into a cookie that its holder can read, unless `strategy` is `"jwe"`; a session that was revoked lives on in it for `maxAge`.',
    code: `import { betterAuth } from 'better-auth';\nexport const auth = betterAuth({ session: { cookieCache: { enabled: true, maxAge: 5 * 60 } } });`,
    rule: null,
  },
  {
    library: 'better-auth',
    says: '`disableCSRFCheck` and `disableOriginCheck` switch its own protection off.',
    code: `import { betterAuth } from 'better-auth';\nexport const auth = betterAuth({ advanced: { disableCSRFCheck: true } });`,
    rule: null,
  },
  {
    library: 'hono',
    says: 'The options of `setSignedCookie` come one argument later than those of `setCookie`.',
    code: `import { setSignedCookie } from 'hono/cookie';\napp.get('/', async (c) => { await setSignedCookie(c, 'sid', id, process.env.S, { secure: true, sameSite: 'Lax' }); });`,
    rule: 'require-http-only-cookie',
  },
  {
    library: 'hono',
    says: 'A name that starts with `__Host-` throws without `secure`.',
    code: `import { setCookie } from 'hono/cookie';\napp.get('/', (c) => { setCookie(c, '__Host-sid', id, { httpOnly: true, sameSite: 'Lax', path: '/' }); });`,
    rule: 'no-ineffective-cookie-option',
  },
  {
    library: '@sveltejs/kit',
    says: 'Whatever `load` of a server file returns reaches the browser.',
    code: `export const load = async ({ cookies }) => ({ sid: cookies.get('sid') });`,
    filename: 'src/routes/+page.server.js',
    rule: 'no-session-leak',
  },
  {
    library: 'h3',
    says: 'A cleared session is not revoked: a copy of its cookie stays valid.',
    code: `import { useSession } from 'h3';\nexport default defineEventHandler(async (event) => { const session = await useSession(event, { name: 'shop', password: process.env.S, cookie: { sameSite: 'lax' } }); await session.clear(); });`,
    rule: null,
  },
  {
    library: 'koa-session',
    says: '`key` is the name of the cookie, and `signed: false` lets anybody write the session.',
    code: `import session from 'koa-session';\napp.use(session({ key: 'shop', signed: false, sameSite: 'lax', secure: true }, app));`,
    rule: 'no-weak-session-secret',
  },
  {
    library: 'koa',
    says: 'The secret is in no call, but in `app.keys`.',
    code: `import Koa from 'koa';\nconst app = new Koa();\napp.keys = ['some secret hurr'];`,
    rule: 'no-weak-session-secret',
  },
  {
    library: 'cookies',
    says: 'Without an options object nothing is signed.',
    code: `import Cookies from 'cookies';\nconst cookies = new Cookies(req, res, { keys });\ncookies.set('userId', user.id);`,
    rule: 'no-weak-session-secret',
  },
  {
    library: 'nuxt-auth-utils',
    says: 'The browser is given the whole session, except for what lies below `secure`.',
    code: `export default defineEventHandler(async (event) => { await setUserSession(event, { user, apiKey: user.apiKey }); });`,
    filename: 'server/api/login.post.ts',
    rule: 'no-secret-in-session',
  },
  {
    library: 'nuxt-auth-utils',
    says: '`setUserSession` merges: keys of before stay, unless `replaceUserSession` is called.',
    code: `export default defineEventHandler(async (event) => { await setUserSession(event, { user: { role: 'guest' } }); });`,
    filename: 'server/api/role.post.ts',
    rule: null,
  },
  {
    library: '@hapi/yar',
    says: 'The attributes start with `is`, and values have a capital.',
    code: `import yar from '@hapi/yar';\nawait server.register({ plugin: yar, options: { name: 'shop', cookieOptions: { password: process.env.S, isSecure: true, isSameSite: 'lax' } } });`,
    rule: 'no-ineffective-cookie-option',
  },
  {
    library: 'express-openid-connect',
    says: 'A secret of 8 characters is accepted, which is far too short.',
    code: `import { auth } from 'express-openid-connect';\napp.use(auth({ secret: 'kX3' + 'v9Qm2pL', session: { name: 'shop', cookie: { secure: true, sameSite: 'Lax' } } }));`,
    rule: 'no-hardcoded-session-secret',
  },
  {
    library: '@auth0/nextjs-auth0',
    says: '`/auth/profile` and `/auth/access-token` hand claims and an access token to the browser, unless they are switched off.',
    code: `import { Auth0Client } from '@auth0/nextjs-auth0/server';\nexport const auth0 = new Auth0Client({ session: { cookie: { name: 'shop' } } });`,
    rule: null,
  },
  {
    library: '@tanstack/react-start',
    says: 'A cleared session is not revoked: a copy of its cookie stays valid.',
    code: `import { useSession } from '@tanstack/react-start/server';\nexport async function logout() { const session = await useSession({ name: 'shop', password: process.env.S, cookie: { sameSite: 'lax' } }); await session.clear(); }`,
    rule: null,
  },
  {
    library: 'connect-mongo',
    says: 'The password of the database is often part of `mongoUrl`.',
    code: `import MongoStore from 'connect-mongo';\nexport const sessions = MongoStore.create({ mongoUrl: 'mongodb://app:' + 'password@db.example.com/shop' });`,
    rule: null,
  },
  {
    library: 'session-file-store',
    says: 'Sessions lie in `./sessions` in clear text, unless `secret` is given.',
    code: `import fileStore from 'session-file-store';\nconst FileStore = fileStore(session);\nexport const sessions = new FileStore({});`,
    rule: null,
  },
  {
    library: 'express',
    says: 'Every attribute is off by default.',
    code: `app.get('/', (req, res) => res.cookie('sid', id).end());`,
    rule: 'require-http-only-cookie',
  },
  {
    library: 'express',
    says: 'From Express 5 on `clearCookie` ignores `maxAge` and `expires`.',
    code: `app.get('/', (req, res) => res.clearCookie('sid', { path: '/', maxAge: 1000 }).end());`,
    rule: null,
  },
  {
    library: 'passport',
    says: '`authenticate` with a function of your own logs nobody in: it has to call `req.login`.',
    code: `import passport from 'passport';\napp.post('/login', (req, res, next) => { passport.authenticate('local', (error, user) => res.redirect(user ? '/' : '/login'))(req, res, next); });`,
    rule: null,
  },
  {
    library: '@fastify/session',
    says: '`regenerate` drops all data, except for the keys it is given.',
    code: `import session from '@fastify/session';\napp.register(session, { store, cookieName: 'shop', secret: process.env.S, cookie: { sameSite: 'lax' } });\napp.post('/renew', async (request) => { await request.session.regenerate(); return ''; });`,
    rule: null,
  },
  {
    library: 'iron-session',
    says: '`secure` is on by default: `process.env.NODE_ENV === "production"` takes it away elsewhere.',
    code: `import { getIronSession } from 'iron-session';\nexport const session = () => getIronSession(cookies(), { cookieName: 'shop', password: process.env.S, cookieOptions: { secure: process.env.NODE_ENV === 'production' } });`,
    rule: null,
  },
  {
    library: '@auth/core',
    says: 'With a database, the `session` callback is given the whole row of the user.',
    code: `import { ExpressAuth } from '@auth/express';\napp.use('/auth/*', ExpressAuth({ adapter, providers, callbacks: { session({ session, user }) { session.user = user; return session; } } }));`,
    rule: null,
  },
  {
    library: 'next',
    says: 'Every attribute is off by default.',
    code: `import { cookies } from 'next/headers';\nexport async function POST() { (await cookies()).set('sid', id); }`,
    rule: 'require-http-only-cookie',
  },
  {
    library: 'astro',
    says: 'Every attribute of a cookie is off by default, unlike those of `Astro.session`.',
    code: `import type { APIContext } from 'astro';\nexport async function POST(context: APIContext) { context.cookies.set('sid', id); return new Response(); }`,
    filename: 'src/pages/api/login.ts',
    rule: 'require-http-only-cookie',
  },
  {
    library: 'cookie',
    says: 'Every attribute is off by default.',
    code: `import { serialize } from 'cookie';\nres.setHeader('Set-Cookie', serialize('sid', id));`,
    rule: 'require-http-only-cookie',
  },
  {
    library: 'Set-Cookie',
    says: 'A header that is put together by hand has the attributes that stand in it, and no others.',
    code: `res.setHeader('Set-Cookie', 'sid=' + id + '; Path=/');`,
    rule: 'require-http-only-cookie',
  },
  {
    library: 'keycloak-connect',
    says: '`cookies: true` writes all tokens of a user into a cookie without attributes.',
    code: `import Keycloak from 'keycloak-connect';\nexport const keycloak = new Keycloak({ cookies: true });`,
    rule: 'no-secret-in-cookie',
  },
  {
    library: 'h3',
    says: 'From version 2 on `useSession` writes its cookie at the first read already.',
    code: `import { useSession } from 'h3';\nexport default defineEventHandler(async (event) => { const session = await useSession(event, { name: 'shop', password: process.env.S, cookie: { sameSite: 'lax' } }); return session.data.views; });`,
    rule: null,
  },
];
