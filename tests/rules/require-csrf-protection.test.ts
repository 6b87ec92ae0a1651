import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/require-csrf-protection';

const ruleTester = new RuleTester();

const head = "import express from 'express';\nimport session from 'express-session';\nconst app = express();\n";
const sessions = 'app.use(session({ store, secret, cookie: { secure: true } }));\n';
const transfer =
  "app.post('/transfer', (req, res) => { transfer(req.session.userId, req.body); res.sendStatus(204); });\n";

const loading = "import express from 'express';\nimport session from 'express-session';\n";
const chained = 'const app = express().use(session({ store, secret, cookie: { secure: true } }))';

const silent = (code: string) => ({ name: code, code: head + code });
const reported = (code: string, data: { method: string; path: string }, start = head) => ({
  name: start + code,
  code: start + code,
  errors: [
    {
      messageId: 'unprotected' as const,
      data: { library: /from '((?:koa|express)-session)'/.exec(start)?.[1] ?? '', ...data },
    },
  ],
});

ruleTester.run('require-csrf-protection', rule, {
  valid: [
    '',
    transfer,
    `${loading}${chained};\nconfigure(app);\n${transfer}`,
    `${loading}${chained}.use(csrf());\n${transfer}`,
    `${loading}${chained.replace('true', "true, sameSite: 'lax'")};\n${transfer}`,
    head + transfer,
    silent(sessions),
    silent(`${sessions}app.get('/me', (req, res) => res.json(req.session.userId));`),
    silent(`app.use(session({ store, secret, cookie: { sameSite: 'lax' } }));\n${transfer}`),
    silent(`app.use(session({ store, secret, cookie: { sameSite: 'strict' } }));\n${transfer}`),
    silent(`app.use(session({ store, secret, cookie: { sameSite: config.sameSite } }));\n${transfer}`),
    silent(`app.use(session({ store, secret, cookie }));\n${transfer}`),
    silent(`app.use(session(options));\n${transfer}`),
    silent(`import csrf from 'csurf';\n${sessions}app.use(csrf());\n${transfer}`),
    silent(`import lusca from 'lusca';\n${sessions}app.use(lusca({ hsts: true }));\n${transfer}`),
    silent(
      `import { csrfSync } from 'csrf-sync';\n${sessions}app.use(csrfSync().csrfSynchronisedProtection);\n${transfer}`,
    ),
    silent(`${sessions}app.use(csrfProtection);\n${transfer}`),
    silent(
      `${sessions}app.use((req, res, next) => (req.headers.origin === site ? next() : next(new Error())));\n${transfer}`,
    ),
    silent(
      `${sessions}app.use((req, res, next) => (req.get('origin') === site ? next() : next(new Error())));\n${transfer}`,
    ),
    silent(
      `${sessions}app.use((req, res, next) => (req.get('Sec-Fetch-Site') === 'same-origin' ? next() : next(new Error())));\n${transfer}`,
    ),
    // In every route that trusts the session, or where nobody can say which routes it reaches.
    silent(
      `import csrf from 'csurf';\nconst protect = csrf();\n${sessions}${transfer.replace("'/transfer', ", "'/transfer', protect, ")}`,
    ),
    silent(
      `import csrf from 'csurf';\nconst protect = csrf();\n${sessions}const all = [protect];\napp.use(all);\n${transfer}`,
    ),
    silent(
      `import csrf from 'csurf';\n${sessions}app.use('/', csrf({ ignoreMethods: ['GET', 'HEAD'] }));\n${transfer}`,
    ),
    silent(`${sessions}function check(req) { return req.headers['x-csrf-token'] === token(req); }\n${transfer}`),
    // Protected there, perhaps.
    silent(`${sessions}protect(app);\n${transfer}`),
    silent(`require('./security')(app);\n${sessions}${transfer}`),
    // These begin a session, and trust none.
    silent(
      `${sessions}app.post(PATHS.SIGN_IN, (req, res) => { if (req.session.attempts > 3) return; req.session.userId = find(req.body); });`,
    ),
    silent(
      `${sessions}app.post('/login', (req, res) => { if (req.session.attempts > 3) return; req.session.userId = find(req.body); });`,
    ),
    silent(`${sessions}app.post('/count', (req, res) => { req.session.count = 1; });`),
    silent(`${sessions}app.post('/webhooks/stripe', (req, res) => { note(req.session); });`),
    silent(`${sessions}app.post('/search', (req, res) => { res.json(search(req.body)); });`),
    silent(`${sessions}app.post('/search', search);`),
    silent(`${sessions}other.post('/transfer', (req) => transfer(req.session.userId));`),
    {
      name: 'a library that sets `lax` by itself',
      code: "import express from 'express';\nimport session from '@fastify/session';\nimport Fastify from 'fastify';\nconst app = Fastify();\napp.register(session, { secret, store, cookie: { sameSite: 'lax' } });\napp.post('/transfer', async (request) => transfer(request.session.userId));",
    },
    {
      name: 'an application of another file',
      code: `import session from 'express-session';\nexport default (app) => {\n${sessions}${transfer}};`,
    },
  ],
  invalid: [
    // A set-up in the very expression that makes the application.
    ...[`${chained};\n${transfer}`, `${chained}${transfer.replace('app.', '.')}`].map((code) =>
      reported(code, { method: 'POST', path: '/transfer' }, loading),
    ),
    reported(
      `${chained.replace('const app = ', '')}${transfer.replace('app.', '.')}`,
      { method: 'POST', path: '/transfer' },
      loading,
    ),
    reported(sessions + transfer, { method: 'POST', path: '/transfer' }),
    reported(`app.use(session({ store, cookie: { sameSite: 'none', secure: true } }));\n${transfer}`, {
      method: 'POST',
      path: '/transfer',
    }),
    reported(`app.use(session({ store, cookie: { sameSite: false } }));\n${transfer}`, {
      method: 'POST',
      path: '/transfer',
    }),
    reported(`${sessions}app.delete('/account', async (req, res) => { await remove(req.user.id); });`, {
      method: 'DELETE',
      path: '/account',
    }),
    reported(`${sessions}app.put('/mail', (req, res) => { if (!req.isAuthenticated()) return; save(req.body); });`, {
      method: 'PUT',
      path: '/mail',
    }),
    reported(
      `${sessions}const router = express.Router();\nrouter.post('/mail', (req) => save(req.session.userId));\napp.use('/api', router);`,
      { method: 'POST', path: '/mail' },
    ),
    // A word in a comment, in a sentence, of what is loaded and never used.
    reported(`// csrf\n/* same-origin */\n${sessions}${transfer}`, { method: 'POST', path: '/transfer' }),
    reported(`${sessions}console.log('no csrf here');\n${transfer}`, { method: 'POST', path: '/transfer' }),
    reported(`import csrf from 'csurf';\n${sessions}${transfer}`, { method: 'POST', path: '/transfer' }),
    reported(`const csrf = require('csurf');\nconst protect = csrf();\n${sessions}${transfer}`, {
      method: 'POST',
      path: '/transfer',
    }),
    // One route is guarded, and not the other; the guard comes after the route; it lets POST pass.
    reported(
      `import csrf from 'csurf';\nconst protect = csrf();\n${sessions}${transfer.replace("'/transfer', ", "'/guarded', protect, ")}${transfer}`,
      { method: 'POST', path: '/transfer' },
    ),
    reported(`import csrf from 'csurf';\n${sessions}${transfer}app.use(csrf());`, {
      method: 'POST',
      path: '/transfer',
    }),
    reported(`import csrf from 'csurf';\n${sessions}app.use(csrf({ ignoreMethods: ['GET', 'POST'] }));\n${transfer}`, {
      method: 'POST',
      path: '/transfer',
    }),
    // One report for the application, whatever the number of its routes.
    reported(sessions + transfer.replace("'/transfer'", 'PATHS.TRANSFER'), { method: 'POST', path: 'PATHS.TRANSFER' }),
    reported(sessions + transfer.replace("'/transfer'", "['/', '/transfer']"), { method: 'POST', path: '/' }),
    reported(sessions + transfer + transfer.replace('/transfer', '/again'), { method: 'POST', path: '/transfer' }),
    reported(
      "app.use(session({}, app));\nconst router = new Router();\nrouter.post('/mail', (ctx) => { save(ctx.session.userId); });\napp.use(router.routes());",
      { method: 'POST', path: '/mail' },
      "import Koa from 'koa';\nimport Router from '@koa/router';\nimport session from 'koa-session';\nconst app = new Koa();\n",
    ),
  ],
});
