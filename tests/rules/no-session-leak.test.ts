import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/no-session-leak';

const ruleTester = new RuleTester();
const commonjs = { parserOptions: { sourceType: 'commonjs' } } as const;

const imported = "import { vault } from '#session-vault';\n";
const express = (statement: string): string => `app.get('/', async (req, res) => {\n  ${statement}\n});\n`;
const koa = (statement: string): string => `router.get('/', async (ctx) => {\n  ${statement}\n});\n`;
const remix = (body: string): string =>
  `import { json, redirect } from '@remix-run/node';\nimport { getSession } from './sessions';\n` +
  `export async function loader({ request }) {\n  const session = await getSession(request.headers.get('Cookie'));\n  ${body}\n}\n`;
const nest = (decorators: string, body: string): string =>
  `import { Controller, Get, Render, Res, Session } from '@nestjs/common';\n@Controller()\nexport class A {\n` +
  `  ${decorators} {\n    ${body}\n  }\n}\n`;

/** An endpoint of SvelteKit. */
const kit = (body: string): string =>
  `import { json, redirect, text } from '@sveltejs/kit';\nexport async function GET({ cookies, ...event }) {\n  ${body}\n}\n`;

type MessageId =
  | `logged${'Session' | 'Secret' | 'Cookies' | 'Cookie' | 'Id'}`
  | `sent${'Session' | 'Secret' | 'Cookies' | 'Cookie' | 'Id'}`
  | `rendered${'Session' | 'Secret'}`
  | `thrown${'Session' | 'Secret'}`
  | `linked${'Session' | 'Secret' | 'Id'}`;

const reported = (messageId: MessageId, codes: readonly string[]) =>
  codes.map((code) => ({ code, errors: [{ messageId }] }));

ruleTester.run('no-session-leak', rule, {
  valid: [
    { name: 'an empty file', code: '' },
    ...[
      'await call(await vault.read(req.session.accessTokenRef)); res.end();',
      'const key = await vault.read(req.session.apiKeyRef); res.json({ ok: Boolean(key) });',
      'res.json(await vault.read(req.params.ref));',
      'res.json(await shelf.read(req.session.bookRef));',
      // One field, by a key that the caller says: the session is what the function is given.
      "const take = (session, key) => session[key]; res.render('cart', { message: take(req.session, 'message') });",
    ].map((code) => ({ name: code, code: imported + express(code) })),
    ...[
      "const session = cookies.get('session'); if (!session) throw redirect(303, '/login'); return json({ ok: true });",
      "console.log(cookies.get('theme'), cookies.get('user_id'));",
      'console.log(cookies.get(name), cookies.get());',
      "return json({ theme: cookies.get('theme'), token: cookies.get('token') });",
      "console.log(Boolean(cookies.get('session')));",
      "return json(await lookUp(cookies.get('session')));",
      "const user = await db.user.findUnique({ where: { session: cookies.get('session') } }); return json({ user });",
    ].map((code) => ({ name: code, code: kit(code) })),
    ...[
      'const dumpForTests = (req) => { console.log(req.session); };',
      'exports.devLog = function (req) { console.log(req.session); };',
    ].map((code) => ({ name: code, code })),
    {
      name: 'a load that runs in the browser too',
      code: "export const load = ({ cookies }) => ({ session: cookies.get('session') });",
    },
    {
      name: 'an action',
      code: "import type { Actions } from './$types';\nexport const actions = { a: ({ cookies }) => ({ session: cookies.get('session') }) };",
    },
    {
      name: 'a function of this file',
      code: "const getCookie = (c, name) => name;\nconsole.log(getCookie(c, 'session'));",
    },
    {
      name: 'there is no vault',
      code: express('res.json(await vault.read(req.session.accessTokenRef));'),
      settings: { 'session-secrets': { vault: false } },
    },
    ...[
      // Single fields that harm nobody.
      'console.log(req.session.views);',
      "logger.info('visit', { views: req.session.views, user: req.session.userId });",
      'res.json({ user: req.session.user.name, theme: req.session.theme });',
      'res.json(req.session.cart);',
      "res.render('page', { user: req.session.user, messages: req.session.messages });",
      'res.redirect(req.session.returnTo || "/");',
      "res.redirect('/?lang=' + req.session.lang);",
      'const { views, theme } = req.session; res.json({ views, theme });',
      // Presence, sizes, names.
      'console.log(Object.keys(req.session));',
      'console.log(!!req.session, typeof req.session, Boolean(req.session));',
      'res.json({ isLoggedIn: !!req.session.accessToken });',
      'res.json({ isLoggedIn: Boolean(req.session.accessToken) });',
      "console.log(req.session ? 'there' : 'not there');",
      "console.log(req.session && 'there');",
      "console.log('accessToken' in req.session);",
      'console.log(JSON.stringify(req.session).length);',
      "console.log('has token', req.session.accessToken !== undefined);",
      "if (req.session.accessToken) logger.info('signed in');",
      // Services that collect errors.
      'Sentry.setUser({ id: req.session.userId });',
      "Sentry.setTag('views', req.session.views);",
      "scope.setExtra('session', req.session);",
      "context.setTag('session', req.session);",
      'map.notify(req.session.accessToken);',
      // Errors that say nothing of it.
      "throw new Error('no session');",
      'throw new Error(`session: ${req.session}`);',
      'throw new Error(`no user ${req.session.userId}`);',
      'throw new Error(`no session ${req.sessionID}`);',
      'throw new Error(`no token: ${Boolean(req.session.accessToken)}`);',
      "throw new Error('no account', { cause: req.session });",
      'throw new TokenError(req.session.accessToken);',
      'throw new SessionError(req.session);',
      'handleError(`x ${req.session.accessToken}`);',
      "if (process.env.NODE_ENV === 'development') throw new Error(req.session.accessToken);",
      // What is no text is no id.
      "if (typeof req.sessionID !== 'string') { console.log('bogus %o', req.sessionID); }",
      // `'' + object` shows nothing of it.
      "console.log('session: ' + req.session);",
      'console.log(`session: ${req.session}`);',
      // Masked, hashed, picked.
      'console.log(redact(req.session.accessToken));',
      'console.log(mask(req.session));',
      'logger.info({ session: sanitize(req.session) });',
      'console.log(req.session.accessToken.slice(-4));',
      'console.log(req.session.accessToken.length);',
      "logger.info({ sid: createHash('sha256').update(req.sessionID).digest('hex') });",
      "res.json(_.pick(req.session, ['views']));",
      "res.json(_.omit(req.session, ['accessToken']));",
      "console.log(JSON.stringify(req.session, ['views', 'theme']));",
      'console.log(JSON.stringify(req.session, replacer));',
      'res.json({ ...req.session, accessToken: undefined });',
      'const { accessToken, ...rest } = req.session; res.json(rest);',
      // What stays on the server.
      'res.locals.session = req.session;',
      'res.locals.token = req.session.accessToken;',
      'req.session.save(() => res.json({ ok: true }));',
      'req.session.save(function (err) { console.error(err); });',
      'req.session.destroy((err) => { if (err) logger.error(err); });',
      'const session = req.session; session.views += 1; res.json({ views: session.views });',
      'await store.set(req.sessionID, req.session);',
      'req.log = logger;',
      // Tokens where they belong: with the API that gave them.
      'await fetch(url, { headers: { authorization: `Bearer ${req.session.accessToken}` } });',
      "await axios.get('https://api.example.com/me?access_token=' + req.session.accessToken);",
      "await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams({ refresh_token: req.session.refreshToken }) });",
      'await fetch(url, { headers: { cookie: req.headers.cookie } });',
      "await fetch(url, { headers: { cookie: req.get('cookie') } });",
      'res.redirect(`${issuer}/logout?id_token_hint=${req.session.idToken}`);',
      'res.redirect(client.endSessionUrl({ id_token_hint: req.session.idToken }));',
      // Values of one exchange are made to be sent.
      'res.json({ csrfToken: req.session.csrfToken });',
      "res.render('form', { csrf: req.session.csrfSecret });",
      'res.redirect(`${authorize}?state=${req.session.state}&nonce=${req.session.nonce}`);',
      'res.json({ challenge: req.session.challenge });',
      // The user beside the session: keys of their own are shown to users, other fields harm nobody.
      'console.log(req.user.id);',
      'console.log(req.user);',
      'res.json({ apiKey: req.user.apiKey });',
      'res.json({ accessToken: req.user.accessToken });',
      'console.log(Boolean(req.user.accessToken));',
      'console.log(req.user.accessToken.length);',
      'const api = new Api({ accessToken: req.user.accessToken });',
      'console.log(other.user.accessToken);',
      // Weak names, and nothing that says what is written to them.
      'console.log(req.session.token);',
      'res.json({ auth: req.session.auth });',
      // Ids: of something else, and where they are no news.
      'await db.audit.insert({ sid: req.sessionID });',
      // What tells one request from another, the cookie itself, headers of requests.
      "res.set('X-Request-Id', req.id);",
      "res.setHeader('X-Correlation-Id', req.sessionID);",
      "client.setHeader('x-session', req.sessionID);",
      "map.set('sid', req.sessionID);",
      // A store's count, the store of something else.
      'req.sessionStore.all((e, sessions) => res.json({ count: sessions.length }));',
      'store.all((e, rows) => res.json(rows));',
      'req.sessionStore.length((e, count) => res.json(count));',
      // Written again, or elsewhere; another key; read before.
      'req.session.user = { accessToken }; req.session.user = { name }; console.log(req.session.user);',
      'req.session.user = { accessToken }; delete req.session.user.accessToken; console.log(req.session.user);',
      'req.session.user = { accessToken }; console.log(req.session.user.name);',
      'console.log(req.session.user); req.session.user = { accessToken };',
      'req.session.user = { name }; console.log(req.session.user);',
      'req.session.oauth = { accessToken }; console.log(req.session.user);',
      // No one text, and names that only look alike.
      "res.redirect(['/s', req.session.accessToken].length);",
      'const { accessToken } = req.body; console.log(accessToken);',
      'const { name } = req.user; console.log(name);',
      // A container by a name that says nothing.
      'console.log(req.session.data); console.log(JSON.stringify(req.session.data));',
      'const { id: { part } } = req.session; console.log(part);',
      'await redis.get(`sess:${req.sessionID}`);',
      'req.session.id = user.id; console.log(req.session.id);',
      // Cookies: which, whether, and those that let nobody in.
      'console.log(Object.keys(req.cookies));',
      'console.log(req.cookies.theme);',
      'console.log(req.cookies.user_id);',
      'res.json({ theme: req.cookies.theme });',
      'console.log(!!req.cookies.token);',
      'res.render("page", { cookies: req.cookies });',
      'const { theme } = req.cookies; console.log(theme);',
      'if (!req.headers.cookie) console.log("no cookie");',
      'res.json({ token: req.cookies.token });',
      "console.log(cookies.get('session'));",
      "console.log(req.cookies.get('theme')?.value);",
      "console.log(cache.cookies.get('session').value);",
      // On the developer's own machine.
      "if (process.env.NODE_ENV === 'development') console.log(req.session);",
      ...['dev', 'test', 'config.debug'].map((flag) => `if (${flag}) console.log(req.session);`),
      "process.env.NODE_ENV !== 'production' && console.log(req.session);",
      // Functions that have a logger's name and are none.
      'Math.log(req.session.accessToken);',
      'log(req.session);',
      'audit.log(req.session);',
      'blog.info(req.session);',
      'catalog.info(req.session);',
      'dialog.error(req.session);',
      'console.time(req.session);',
      'console.assert(req.session);',
      // A value that was replaced.
      'let text = JSON.stringify(req.session); text = ""; console.log(text);',
    ].map((statement) => ({ code: express(statement) })),
    ...[
      // Sessions of other things.
      'const session = await mongoose.startSession(); console.log(session);',
      'const session = await stripe.checkout.sessions.create({}); res.json(session); console.log(session);',
      'const session = driver.session(); logger.info({ session });',
      'function show(session) { console.log(session); }',
      'console.log(sessionStorage); console.log(window.sessionStorage.token);',
      'const session = new Session(); res.json(session);',
      'console.log(document.cookie);',
      "import { useSession } from 'next-auth/react';\nconst { data: session } = useSession(); console.log(session);",
      // What NextAuth hands to the browser by design.
      "import { getServerSession } from 'next-auth';\nexport async function GET() { const session = await getServerSession(options); return Response.json(session); }",
      "import NextAuth from 'next-auth';\nexport default NextAuth({ callbacks: { session({ session, token }) { console.log(session); return session; } } });",
      koa('ctx.state.session = ctx.session;'),
      koa('ctx.body = { views: ctx.session.views };'),
      koa("ctx.body = 'session: ' + ctx.session;"),
      remix("return json({ user: session.get('user') });"),
      remix("return json({ isAdmin: session.get('role') === 'admin' });"),
      remix("return { theme: session.get('theme') };"),
      remix('return session.data.theme;'),
      remix('return redirect("/", { headers: { "Set-Cookie": await commitSession(session) } });'),
      // Names alone do not make a handler of a function.
      'export function loader(session) { return session; }',
      'function session(request, reply) { return request.session; }',
      'const getSession = (req) => req.session;',
      'class A { get session() { return this.req.session; } }',
      "fastify.addHook('preHandler', (request, reply) => request.session);",
      "app.get('/', (req, res) => req.session);",
      "fastify.get('/', async (request, reply) => ({ views: request.session.views }));",
      "import { Response } from './response';\nnew Response(req.session);",
      "const debug = require('./debug'); debug(req.session);",
    ].map((code) => ({ code })),
    nest('@Get() get(@Session() session)', 'return session.views;'),
    nest('@Get() get(@Session() session, @Res() res)', 'return session;'),
    nest('get(@Session() session)', 'return session;'),
  ],
  invalid: [
    // What a fix moved to the vault leaks as before.
    ...reported('loggedSecret', [
      imported + express('console.log(await vault.read(req.session.accessTokenRef));'),
      imported + express("const key = await vault.read(req.session.auth['api-key-ref']); logger.info({ key });"),
      `const keeper = require('#session-vault');\n${express('console.log(await keeper.vault.read(req.session?.tokenRef));')}`,
    ]),
    ...reported('sentSecret', [
      imported + express("res.json({ key: await vault.read(req.session.get('apiKeyRef')) });"),
      imported + express('const ref = req.session.apiKeyRef; res.send(await vault.read(ref));'),
    ]),
    {
      name: 'the message names the secret',
      code: imported + express('res.json(await vault.read(req.session.api_key_ref));'),
      errors: [{ messageId: 'sentSecret', data: { by: 'res.json', name: 'api_key', owner: 'session' } }],
    },
    ...reported(
      'loggedSession',
      [
        'console.log(req.session);',
        ...['device', 'latest', '/^a/.test(req.path)', 'req.body.isLocale'].map(
          (asked) => `if (${asked}) console.log(req.session);`,
        ),
        "if (!process.env.API_URL) throw new Error('missing'); console.log(req.session);",
        "console.log('session', req.session);",
        'console.error(JSON.stringify(req.session, null, 2));',
        'console.log(`session: ${JSON.stringify(req.session)}`);',
        'console.dir(req.session, { depth: null });',
        'const log = console.log; log(req.session);',
        'const { log } = console; log(req.session);',
        "logger.info({ session: req.session }, 'request');",
        'logger.debug("session %o", req.session);',
        "this.logger.verbose('session', { ...req.session });",
        "winston.log('info', 'session', { session: req.session });",
        'req.log.info({ session: req.session });',
        'req.log.child({ session: req.session }).info("x");',
        'getLogger("app").warn(req?.session);',
        'logger.child({ a: 1 }).error(req.session!);',
        'auditLogger.info(Object.entries(req.session));',
        'LOG.trace(structuredClone(req.session));',
        'process.stdout.write(JSON.stringify(req.session));',
        'const s = req.session; console.log(s);',
        'const { session } = req; console.log(session);',
        'const { session: own } = req; console.log({ own });',
        'const text = JSON.stringify(req.session); console.log(text);',
        'const { cookie, ...data } = req.session; console.log(data);',
        'console.log(req.session || {});',
        'console.log(Object.assign({}, req.session));',
        'console.log(JSON.parse(JSON.stringify(req.session)));',
        // One call, one report, of what is worst.
        'console.log(req.sessionID, req.session, req.session.accessToken);',
      ].map((code) => express(code.replace('!)', ')'))),
    ),
    ...reported('loggedSession', [
      `const debug = require('debug')('app');\n${express("debug('%O', req.session);")}`,
      express("require('debug')('app')(req.session);"),
      `import createDebug from 'debug';\nconst debug = createDebug('app');\n${express('debug(req.session);')}`,
      `import pino from 'pino';\nconst out = pino();\n${express('out.info(req.session);')}`,
      `import { consola as c } from 'consola';\n${express('c.info(req.session);')}`,
      `import { Logger } from '@nestjs/common';\n${express('Logger.log(req.session);')}`,
      `import util from 'node:util';\n${express('console.log(util.inspect(req.session, false, null));')}`,
      koa('console.log(ctx.session);'),
      remix('console.log(session.data);'),
      "server.route({ handler: (request, h) => { request.log(['session'], request.session); return null; } });",
      "import { getIronSession } from 'iron-session';\nexport async function GET() { const session = await getIronSession(await cookies(), options); console.log(session); }",
      "io.on('connection', (socket) => { console.log(socket.request.session); });",
    ]),
    ...reported(
      'sentSession',
      [
        'res.json(req.session);',
        'return res.status(200).json(req.session);',
        'res.send(req.session);',
        'res.jsonp(req.session);',
        'res.json({ ok: true, session: req.session });',
        'res.send({ ...req.session });',
        'res.end(JSON.stringify(req.session));',
        "res.send('<pre>' + JSON.stringify(req.session) + '</pre>');",
        'const session = req.session; res.json({ session });',
        'req.session.save(() => res.json(req.session));',
        'const { cookie, ...data } = req.session; res.json(data);',
        'const data = { session: req.session }; res.json(data);',
      ].map(express),
    ),
    ...reported('sentSession', [
      koa('ctx.body = ctx.session;'),
      koa('ctx.body = { session: ctx.session, ok: true };'),
      "fastify.get('/', (request, reply) => { reply.send(request.session); });",
      "fastify.get('/', (request, reply) => { reply.code(200).send({ session: request.session }); });",
      "fastify.get('/', async (request, reply) => request.session);",
      "fastify.route({ method: 'GET', url: '/', handler: async (request, reply) => { return { session: request.session }; } });",
      'server.route({ handler: (request, h) => h.response(request.session) });',
      'server.route({ handler(request, h) { return request.session; } });',
      nest('@Get() get(@Session() session)', 'return session;'),
      nest('@Get() get(@Session() session: Record<string, any>)', 'return { session };'),
      remix('return json(session.data);'),
      remix('return { session: session.data };'),
      remix('return session.data;'),
      "io.on('connection', (socket) => { socket.emit('session', socket.request.session); });",
      "io.on('connection', (socket) => { io.to(room).emit('session', { session: socket.handshake.session }); });",
      "import { getIronSession } from 'iron-session';\nexport async function GET() { const session = await getIronSession(await cookies(), options); return Response.json(session); }",
      "import { getIronSession } from 'iron-session';\nexport async function GET() { const session = await getIronSession(await cookies(), options); return new Response(JSON.stringify(session)); }",
      "import { getIronSession } from 'iron-session';\nimport { NextResponse } from 'next/server';\nexport async function GET() { const session = await getIronSession(await cookies(), options); return NextResponse.json({ session }); }",
    ]),
    ...reported(
      'renderedSession',
      [
        "res.render('page', { session: req.session });",
        "res.render('page', req.session);",
        "res.render('page', { ...req.session, title: 'x' });",
      ].map(express),
    ),
    ...reported('renderedSession', [
      koa("await ctx.render('page', { session: ctx.session });"),
      "fastify.get('/', (request, reply) => reply.view('page', { session: request.session }));",
      nest("@Get() @Render('page') get(@Session() session)", 'return { session };'),
    ]),
    ...reported(
      'loggedSecret',
      [
        'console.log(req.session.accessToken);',
        "console.log('token: ' + req.session.accessToken);",
        'console.log(`token: ${req.session.user.accessToken}`);',
        'logger.info({ refreshToken: req.session.refreshToken });',
        'const { accessToken } = req.session; console.log(accessToken);',
        'const { accessToken: t } = req.session; logger.debug("token", t);',
        'const token = req.session.accessToken; console.log(token);',
        'const { user } = req.session; console.log(user.apiKey);',
        "console.log(req.session['api_key']);",
        'req.session.token = tokens.access_token; console.log(req.session.token);',
      ].map(express),
    ),
    ...reported(
      'loggedSecret',
      [
        'console.log(req.user.accessToken);',
        "console.log('token: ' + req.user.access_token);",
        'logger.info({ token: req.user.refreshToken });',
        'const token = req.user.accessToken; console.log(token);',
      ].map(express),
    ),
    ...reported('loggedSecret', [koa('console.log(ctx.state.user.accessToken);')]),
    ...reported('linkedSecret', [express("res.redirect('/app?token=' + req.user.accessToken);")]),
    ...reported('loggedSecret', [remix("console.log(session.get('accessToken'));")]),
    ...reported(
      'sentSecret',
      [
        'res.json({ accessToken: req.session.accessToken });',
        'res.json({ accessToken: req.session.accessToken, refreshToken: req.session.refreshToken });',
        'res.send(req.session.apiKey);',
        'const { accessToken } = req.session; res.json({ accessToken });',
        'const accessToken = req.session.accessToken ?? null; res.json({ accessToken });',
      ].map(express),
    ),
    ...reported('sentSecret', [
      remix("return json({ token: session.get('accessToken') });"),
      remix("return { token: session.get('accessToken') };"),
    ]),
    ...reported('renderedSecret', [express("res.render('page', { accessToken: req.session.accessToken });")]),
    ...reported(
      'linkedSecret',
      [
        "res.redirect('/app?access_token=' + req.session.accessToken);",
        'res.redirect(`${client}/#access_token=${req.session.accessToken}`);',
        "res.redirect('/app?' + new URLSearchParams({ access_token: req.session.accessToken }));",
        "res.redirect(302, '/app?' + querystring.stringify({ access_token: req.session.accessToken }));",
        'const url = `/app?token=${req.session.accessToken}`; res.json({ ok: true });',
        "res.redirect('/x?token=' + req.cookies.access_token);",
      ].map(express),
    ),
    ...reported('linkedSecret', [remix("return redirect(`/app?token=${session.get('accessToken')}`);")]),
    ...reported(
      'linkedId',
      [
        "res.redirect('/app?sid=' + req.sessionID);",
        'res.redirect(`/app;jsessionid=${req.session.id}`);',
        "const url = '/ws?sid=' + encodeURIComponent(req.sessionID);",
        "url.searchParams.set('sid', req.sessionID);",
        'const { sessionID } = req; res.redirect(`/app?sid=${sessionID}`);',
      ].map(express),
    ),
    ...reported('linkedSession', [express("res.redirect('/x?s=' + JSON.stringify(req.session));")]),
    ...reported(
      'loggedId',
      [
        'console.log(req.sessionID);',
        "logger.info('session ' + req.session.id);",
        'logger.info({ sid: req.sessionID, user: req.session.userId });',
        'const sid = req.sessionID; console.log(sid);',
        'const { id } = req.session; console.log(id);',
        "if (typeof req.sessionID === 'string') { console.log(req.sessionID); }",
        "if (typeof req.sessionID !== 'string') { fail(); } else { console.log(req.sessionID); }",
        "if (typeof req.user !== 'string') { console.log(req.sessionID); }",
      ].map(express),
    ),
    ...reported(
      'loggedCookies',
      [
        'console.log(req.headers.cookie);',
        "console.log('cookies: ' + req.headers['cookie']);",
        "logger.debug(req.get('Cookie'));",
        "console.log(res.getHeader('set-cookie'));",
        'console.log(req.cookies);',
        'console.log({ cookies: req.cookies });',
        'const { cookies } = req; console.log(cookies);',
        'logger.info(JSON.stringify(req.signedCookies));',
        'const header = req.headers.cookie; console.log(header);',
      ].map(express),
    ),
    ...reported('loggedCookies', [
      "export async function GET(request) { console.log(request.headers.get('cookie')); }",
    ]),
    ...reported(
      'loggedCookie',
      [
        'console.log(req.cookies.token);',
        "console.log(req.cookies['connect.sid']);",
        'const { token } = req.cookies; console.log(token);',
      ].map(express),
    ),
    ...reported(
      'loggedSession',
      [
        "Sentry.setExtra('session', req.session);",
        "Sentry.setContext('session', { ...req.session });",
        'Sentry.captureException(error, { extra: { session: req.session } });',
        "scope.setExtra('session', req.session);",
        "Sentry.getCurrentScope().setExtra('session', JSON.stringify(req.session));",
      ].map((code) => `import * as Sentry from '@sentry/node';\n${express(code)}`),
    ),
    ...reported('loggedSession', [
      'function setLocale(req) { console.log(req.session); }',
      'function latest(req) { console.log(req.session); }',
      'const localLogin = (req) => { console.log(req.session); };',
      'class A { localAuth(req) { console.log(req.session); } }',
      express("Sentry.setExtra('session', req.session);"),
      `import { captureMessage } from '@sentry/nextjs';\n${express('captureMessage("x", { extra: { session: req.session } });')}`,
      `import Bugsnag from '@bugsnag/js';\n${express('Bugsnag.addMetadata("session", req.session);')}`,
    ]),
    ...reported('loggedSecret', [express("Sentry.setTag('token', req.session.accessToken);")]),
    ...reported('sentId', [
      ...[
        'res.json({ id: req.sessionID });',
        'res.send({ sessionId: req.sessionID });',
        'res.end(req.session.id);',
        "res.set('X-Session-Id', req.sessionID);",
        "res.setHeader('x-auth', `id ${req.sessionID}`);",
        "const { sessionID } = req; res.append('X-Sid', sessionID);",
      ].map(express),
    ]),
    ...reported('loggedId', [
      "import { createSessionStorage } from '@remix-run/node';\nexport const storage = createSessionStorage({ cookie, async readData(id) { console.log(id); return load(id); } });",
      "import { createSessionStorage } from 'react-router';\nexport const storage = createSessionStorage({ cookie, deleteData: (id) => logger.info(`gone: ${id}`) });",
      "import { createSessionStorage } from 'react-router';\nasync function updateData(id, data) { console.log('saved', id); }\nexport const storage = createSessionStorage({ cookie, updateData });",
    ]),
    ...reported('sentSession', [
      express('req.sessionStore.all((e, sessions) => res.send(JSON.stringify(sessions)));'),
      express('req.sessionStore.all(function (error, sessions) { res.json({ sessions }); });'),
      express('req.sessionStore.get(req.query.sid, (error, session) => res.json(session));'),
    ]),
    ...reported('loggedSecret', [
      express('req.session.user = { email, password: req.body.password }; console.log(req.session.user);'),
      express("req.session.user = { accessToken, name }; logger.info('in', { user: req.session.user });"),
      express('const { session } = req; session.oauth = { accessToken }; console.log(JSON.stringify(session.oauth));'),
    ]),
    ...reported('linkedSecret', [
      express("res.redirect(['/s', `?t=${req.session.accessToken}`].join(''));"),
      express("const url = ['/s', req.session.accessToken].join('/'); res.redirect(url);"),
    ]),
    ...reported('loggedId', [express('Sentry.setUser({ id: user.id, session: req.sessionID });')]),
    ...reported(
      'thrownSecret',
      [
        'throw new Error(`no account for ${req.session.accessToken}`);',
        "next(new Error('refused: ' + req.session.accessToken));",
        'throw new Error(req.session.accessToken);',
        'throw Error(req.session.accessToken);',
        'throw new TypeError(`bad ${req.session.user.apiKey}`, { cause });',
        'throw new NotFoundException(`no account for ${req.session.accessToken}`);',
        'throw createError(401, `bad ${req.session.accessToken}`);',
        'throw createHttpError(401, `bad ${req.session.accessToken}`);',
        'const { accessToken } = req.session; return reject(new Error(`bad ${accessToken}`));',
        "throw new Error('bad cookie ' + req.headers.cookie);",
        'throw new Error(`bad cookie ${req.cookies.token}`);',
      ].map(express),
    ),
    ...reported(
      'thrownSession',
      [
        'throw new Error(JSON.stringify(req.session));',
        'throw new Error(`bad session ${JSON.stringify(req.session)}`);',
      ].map(express),
    ),
    ...reported('loggedCookie', [
      kit("console.log(cookies.get('session'));"),
      kit("const session = cookies.get('session'); console.log('session', session);"),
      kit("console.log(`token ${event.cookies.get('access_token')}`);"),
      koa("console.log(ctx.cookies.get('koa.sess'));"),
      express("console.log(req.cookies.get('session').value);"),
      express("const cookie = req.cookies.get('session'); console.log(cookie?.value);"),
      express("const cookie = req.cookies.get('session'); console.log(cookie);"),
      "import { cookies } from 'next/headers';\nexport async function GET() { console.log((await cookies()).get('session')?.value); }",
      "import { getCookie } from 'hono/cookie';\napp.get('/', (c) => { console.log(getCookie(c, 'session')); });",
      "import { getCookie } from 'h3';\nexport default defineEventHandler((event) => { console.log(getCookie(event, 'session')); });",
      "import { getCookie } from '@tanstack/react-start/server';\nconsole.log(getCookie('session'));",
    ]),
    ...reported('sentCookie', [
      kit("return json({ session: cookies.get('session') });"),
      kit("return new Response(cookies.get('session'));"),
      kit("return text(cookies.get('session'));"),
      "export const load = async ({ cookies }) => {\n  return { session: cookies.get('session') };\n};\nimport type { PageServerLoad } from './$types';",
      "import type { PageServerLoad } from './$types';\nexport const load: PageServerLoad = ({ cookies }) => ({ session: cookies.get('session') });",
      "import type { PageServerLoad } from './$types';\nexport const load = (({ cookies }) => ({ session: cookies.get('session') })) satisfies PageServerLoad;",
      express('res.json({ session: req.cookies.session });'),
      express("res.send(req.cookies['connect.sid']);"),
      koa("ctx.body = { session: ctx.cookies.get('session') };"),
      "import { cookies } from 'next/headers';\nexport async function GET() { return Response.json({ session: (await cookies()).get('session')?.value }); }",
    ]),
    ...reported('linkedSecret', [kit("throw redirect(303, `/next?session=${cookies.get('session_token')}`);")]),
    ...reported(
      'sentCookies',
      ['res.json(req.cookies);', 'res.json({ cookies: req.cookies });', 'res.send(req.headers.cookie);'].map(express),
    ),
    {
      name: 'the message names the call and the key, and stands on the value',
      code: express('res.status(200).json({ token: req.session.accessToken });'),
      errors: [
        {
          messageId: 'sentSecret' as const,
          data: { by: 'res.status(200).json', name: 'accessToken' },
          line: 2,
          column: 33,
        },
      ],
    },
    {
      name: 'a long callee is named by its method',
      code: express('logger.child({ requestId: req.id, url: req.url, method: req.method }).info(req.session);'),
      errors: [{ messageId: 'loggedSession' as const, data: { by: 'info', name: '' } }],
    },
    {
      name: 'each call is one report',
      code: express('console.log(req.session); res.json(req.session);'),
      errors: [{ messageId: 'loggedSession' as const }, { messageId: 'sentSession' as const }],
    },
    {
      name: 'JavaScript of CommonJS',
      code: `const express = require('express');\nconst app = express();\n${express('console.log(req.session);')}`,
      languageOptions: commonjs,
      errors: [{ messageId: 'loggedSession' as const }],
    },
    {
      name: "a wrapper's own response",
      code: express('reply.ok(req.session);'),
      settings: {
        'session-secrets': {
          libraries: [{ module: '@acme/reply', readFrom: '1.0', responses: [{ as: 'body', members: ['reply.ok'] }] }],
        },
      },
      errors: [{ messageId: 'sentSession' as const }],
    },
  ],
});

const signedIn = (statement: string): string => `import passport from 'passport';\n${express(statement)}`;

ruleTester.run('no-session-leak, the user beside the session', rule, {
  valid: [
    ...[
      'console.log(req.user.id, req.user?.name, req.user!.email);',
      'console.log(Boolean(req.user), typeof req.user, !!req.user);',
      "console.log('user: ' + req.user, `${req.user}`);",
      'console.log(pick(req.user));',
      'console.log({ ...req.user, password: undefined });',
      'const { password, ...rest } = req.user; console.log(rest);',
      'const { id, name } = req.user; console.log(id, name);',
      'const { user } = req; console.log(user.id);',
      'const { user } = await find(req.params.id); console.log(user);',
      'console.log(other.user);',
      'const user = await find(); console.log(user);',
      "if (process.env.NODE_ENV === 'development') console.log(req.user);",
      'res.json(req.user);',
      "res.render('page', { user: req.user });",
      'if (req.user) console.log("there");',
      // Whoever writes it here has decided what is in it.
      'req.user = { id: 1 }; console.log(req.user);',
    ].map((statement) => ({ name: statement, code: signedIn(statement), options: [{ users: true }] as const })),
    { name: 'not asked for', code: signedIn('console.log(req.user);') },
    {
      name: 'no library that signs users in',
      code: `import session from 'express-session';\n${express('console.log(req.user);')}`,
      options: [{ users: true }],
    },
    ...[
      'const { name } = req.user; console.log(name);',
      'const { accessToken } = req.body; console.log(accessToken);',
      'const { accessToken } = user; console.log(accessToken);',
      'const { accessToken } = req.user; res.json({ accessToken });',
      'const { accessToken } = req.user; await api.get(`https://api.example.com/me?access_token=${accessToken}`);',
      'const { accessToken } = req.user; console.log(Boolean(accessToken), mask(accessToken));',
      'const { user: { accessToken } } = form; console.log(accessToken);',
      'let user = req.user; user = await find(); console.log(user.id);',
    ].map((statement) => ({ name: statement, code: signedIn(statement) })),
  ],
  invalid: [
    ...[
      'console.log(req.user);',
      "logger.info('signed in', { user: req.user });",
      'console.log(JSON.stringify(req.user));',
      'console.log({ ...req.user });',
      'const { user } = req; console.log(user);',
      'const { user: me } = req; console.log(me);',
      'const user = req.user; console.log(user);',
      'const { id, ...rest } = req.user; console.log(rest);',
      'console.log(request.user);',
      'console.log(ctx.state.user);',
      'Sentry.setUser(req.user);',
    ].map((statement) => ({
      code: signedIn(statement),
      options: [{ users: true }] as const,
      errors: [{ messageId: 'loggedUser' as const }],
    })),
    {
      name: 'handed to a function of the file',
      code: `const trace = (what) => console.log(what);\n${signedIn('trace(req.user);')}`,
      options: [{ users: true }],
      errors: [{ messageId: 'loggedUser' as const, line: 4 }],
    },
    {
      name: 'taken from the parameter',
      code: "import passport from 'passport';\napp.get('/', ({ user }, res) => { console.log(user); });",
      options: [{ users: true }],
      errors: [{ messageId: 'loggedUser' as const, data: { by: 'console.log', name: 'user', owner: 'session' } }],
    },
    {
      name: 'of what leaves by one call, the worst',
      code: signedIn('console.log(req.session, req.user);'),
      options: [{ users: true }],
      errors: [{ messageId: 'loggedSession' as const }],
    },
    ...[
      'const { accessToken } = req.user; console.log(accessToken);',
      'const { accessToken: token } = req.user; console.log({ token });',
      'const { user: { accessToken } } = req; console.log(accessToken);',
      'const { user } = req; console.log(user.accessToken);',
      'const user = req.user; console.log(user.refreshToken);',
      'const user = req.user; const { password } = user; console.log(password);',
    ].map((statement) => ({ code: signedIn(statement), errors: [{ messageId: 'loggedSecret' as const }] })),
    ...[
      'const { accessToken } = req.user; res.redirect(`/s?accessToken=${accessToken}`);',
      "const { accessToken } = req.user; res.redirect('/s?accessToken=' + encodeURIComponent(accessToken));",
    ].map((statement) => ({ code: signedIn(statement), errors: [{ messageId: 'linkedSecret' as const }] })),
  ],
});

const route = (statement: string): string => `app.get('/', async (req, res) => { ${statement} });`;

ruleTester.run('no-session-leak, through functions of the file', rule, {
  valid: [
    `const mask = (token) => token.slice(-4); ${route('console.log(mask(req.session.accessToken));')}`,
    `const hasToken = (req) => Boolean(req.session.accessToken); ${route('res.json({ ok: hasToken(req) });')}`,
    `const tokenOf = (req) => req.session.accessToken; ${route('await fetch(url, { headers: { authorization: tokenOf(req) } }); res.end();')}`,
    `const tokenOf = (req) => req.session.accessToken; ${route('if (!tokenOf(req)) console.log("no token"); res.end();')}`,
    // What a function is handed at one call, it hands back to that call.
    `const text = (value) => String(value); ${route('call(text(req.session.accessToken)); console.log(text(count));')}`,
    `class App { data(req) { return { tokenSet: req.session.tokenSet }; } page(req, res) { res.render('page', other.data(req)); } }`,
    `class App { data(req) { return { title: req.session.title }; } page(req, res) { res.render('page', this.data(req)); } }`,
    `class App { data(req) { return { tokenSet: req.session.tokenSet }; } page(req, res) { res.render('page', { title: this.data(req).title }); } }`,
    `class App { data(req) { return { tokenSet: req.session.tokenSet }; } page(req, res) { const { tokenSet, ...rest } = this.data(req); res.render('page', rest); } }`,
    // A promise shows nothing of what it holds.
    `const tokenOf = async (req) => req.session.accessToken; ${route('console.log(tokenOf(req));')}`,
    `function* tokens(req) { return req.session.accessToken; } ${route('console.log(tokens(req));')}`,
    `function trace(value) { if (process.env.NODE_ENV === 'development') console.log(value); } ${route('trace(req.session.accessToken);')}`,
    `function trace(value) { console.log(value); } ${route("if (process.env.NODE_ENV === 'development') trace(req.session.accessToken);")}`,
    `function trace(text, value) { console.log(text); use(value); } ${route("trace('token', req.session.accessToken);")}`,
    `function trace(text, value) { console.log(value); } ${route('trace(...list, req.session.accessToken);')}`,
    `function send(res, data) { delete data.accessToken; res.json(data); } ${route('send(res, { accessToken: req.session.accessToken });')}`,
    `const copy = { ...req.session }; delete copy.accessToken; res.json(copy);`,
    `const list = (req) => items.map(() => req.session.accessToken); ${route('console.log(list(req).length);')}`,
    `const a = (req) => b(req) || req.session.accessToken; const b = (req) => a(req); ${route('use(a(req));')}`,
    `exports.tokenOf = (req) => req.session.accessToken;`,
  ],
  invalid: [
    ...[
      `class App { data(req) { return { tokenSet: req.session.tokenSet }; } page(req, res) { res.render('page', this.data(req)); } }`,
      `class App { data(req) { return { tokenSet: req.session.tokenSet }; } page(req, res) { const data = this.data(req); res.render('page', data); } }`,
      `class App { data(req) { return { tokenSet: req.session.tokenSet }; } page(req, res) { res.render('page', { ...this.data(req), title }); } }`,
      `class App { async data(req) { return { tokenSet: req.session.tokenSet }; } async page(req, res) { res.render('page', await this.data(req)); } }`,
      `const data = (req) => ({ accessToken: req.session.accessToken }); ${route("res.render('page', data(req));")}`,
      `const views = { data(req) { return { accessToken: req.session.accessToken }; } }; ${route("res.render('page', views.data(req));")}`,
      `function render(res, data) { res.render('page', data); } ${route('render(res, { accessToken: req.session.accessToken });')}`,
    ].map((code) => ({ code, errors: [{ messageId: 'renderedSecret' as const }] })),
    ...[
      `function data(req) { const { accessToken } = req.session; return { accessToken }; } ${route('res.json(data(req));')}`,
      `const inner = (req) => req.session.accessToken; const outer = (req) => ({ token: inner(req) }); ${route('res.json(outer(req));')}`,
      `const answer = (res, token) => res.json({ token }); ${route('answer(res, req.session.accessToken);')}`,
    ].map((code) => ({ code, errors: [{ messageId: 'sentSecret' as const }] })),
    ...[
      `const tokenOf = (req) => req.session.accessToken; ${route('console.log(tokenOf(req));')}`,
      `const bearer = (token) => 'Bearer ' + token; ${route('console.log(bearer(req.session.accessToken));')}`,
      `const one = (value) => two(value); const two = (value) => console.log(value); ${route('one(req.session.accessToken);')}`,
    ].map((code) => ({ code, errors: [{ messageId: 'loggedSecret' as const }] })),
    {
      name: 'told of at each call, not in the function that others call as well',
      code: `function trace(text, value) {\n  console.log(text, value);\n}\ntrace('port', port);\n${route("trace('a', req.session.accessToken);\ntrace('b', req.session.refreshToken);")}`,
      errors: [
        {
          messageId: 'loggedSecret' as const,
          line: 5,
          data: { by: 'console.log', name: 'accessToken', owner: 'session' },
        },
        {
          messageId: 'loggedSecret' as const,
          line: 6,
          data: { by: 'console.log', name: 'refreshToken', owner: 'session' },
        },
      ],
    },
    {
      name: 'told of at the call that hands it back',
      code: `const tokenOf = (req) => req.session.accessToken;\n${route('use(tokenOf(req));\nconsole.log(tokenOf(req));')}`,
      errors: [{ messageId: 'loggedSecret' as const, line: 3, column: 13, endColumn: 25 }],
    },
    {
      name: 'the session as a whole, once',
      code: `function trace(value) {\n  console.log(value);\n}\n${route('trace(req.session);')}`,
      errors: [{ messageId: 'loggedSession' as const, line: 2 }],
    },
    {
      name: 'a copy of the session',
      code: `const copy = (req) => ({ ...req.session });\n${route('res.json(copy(req));')}`,
      errors: [{ messageId: 'sentSession' as const, line: 2 }],
    },
    {
      name: 'the cookies',
      code: `function dump(jar) {\n  console.log(jar);\n}\n${route('dump(req.cookies);')}`,
      errors: [{ messageId: 'loggedCookies' as const, line: 4 }],
    },
    {
      name: 'the cookies under their own name, once',
      code: `function dump(cookies) {\n  console.log(cookies);\n}\n${route('dump(req.cookies);')}`,
      errors: [{ messageId: 'loggedCookies' as const, line: 2 }],
    },
    {
      name: 'the id',
      code: `const idOf = (req) => req.sessionID;\n${route('console.log(idOf(req));')}`,
      errors: [{ messageId: 'loggedId' as const, line: 2 }],
    },
    {
      name: 'a URL that a function puts together',
      code: `const target = (req) => '/app?token=' + req.session.accessToken;\n${route('res.redirect(target(req));')}`,
      errors: [{ messageId: 'linkedSecret' as const, line: 2 }],
    },
  ],
});
