import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/no-session-on-static-assets';

const ruleTester = new RuleTester();

const head =
  "import express from 'express';\nimport session from 'express-session';\nimport serveStatic from 'serve-static';\nconst app = express();\n";
const sessions = 'app.use(session({ store, secret }));\n';

/** @param output the text after the suggestion; left out where there is none */
const behind = (code: string, output?: string, start = head) => ({
  name: code,
  code: start + code,
  errors: [
    {
      messageId: 'behind' as const,
      suggestions: output === undefined ? [] : [{ messageId: 'move' as const, output: start + output }],
    },
  ],
});

ruleTester.run('no-session-on-static-assets', rule, {
  valid: [
    '',
    // Opened and sent only where the program asks for the session.
    ...['cookie-session', 'client-sessions'].map(
      (library) =>
        `${head.replace('express-session', library)}app.use(session({ secret }));\napp.use(serveStatic('a'));`,
    ),
    ...['', 'signed: true'].map(
      (option) =>
        `import Koa from 'koa';\nimport session from 'koa-session';\nimport serve from 'koa-static';\n` +
        `const app = new Koa();\napp.use(session({ ${option} }, app));\napp.use(serve('public'));`,
    ),
    ...[
      "express().use(express.static('public')).use(session({ store, secret })).listen(3000);",
      "express().use(session({ store, secret })).use(requireLogin).use(express.static('private'));",
      "const one = express().use(session({ store, secret })), two = express().use(express.static('public'));",
      "const server = express().use(session({ store, secret })).listen(3000);\nserver.use(express.static('public'));",
      "let one = express().use(session({ store, secret }));\none = express();\none.use(express.static('public'));",
      `app.use(express.static('public'));\n${sessions}`,
      "app.use(express.static('public'));",
      sessions,
      `${sessions}app.use(requireLogin);\napp.use(express.static('private'));`,
      `${sessions}app.use(ensureAuthenticated(), audit);\napp.use('/files', express.static('private'));`,
      `${sessions}app.use((req, res, next) => (req.session.userId ? next() : res.redirect('/login')));\napp.use(express.static('private'));`,
      `${sessions}app.use((req, res, next) => { if (!req.user) return res.redirect('/'); next(); });\napp.use(express.static('private'));`,
      `${sessions}app.use((req, res, next) => { if (!req.user) throw new Error(); next(); });\napp.use(express.static('private'));`,
      `${sessions}app.use('/reports', requireLogin, express.static('reports'));`,
      `${sessions}app.use('/files', audit, express.static('files'));`,
      // Another part of the site.
      "app.use('/api', session({ secret }));\napp.use(express.static('public'));",
      "app.use('/api', session({ secret }));\napp.use('/public', express.static('public'));",
      // Not certainly one behind the other.
      `if (withSessions) {\n  ${sessions}}\napp.use(express.static('public'));`,
      `${sessions}if (development) { app.use(express.static('public')); }`,
      // Cookies, and no session.
      "import cookieParser from 'cookie-parser';\napp.use(cookieParser(secret));\napp.use(express.static('public'));",
      // Files of something else.
      `${sessions}app.use(files('public'));`,
      `${sessions}other.use(express.static('public'));`,
      `${sessions}app.get('/logo', express.static('public'));`,
      `${sessions}app.use(...middlewares);`,
      `${sessions}app.use();`,
    ].map((code) => ({ name: code, code: head + code })),
    ...[
      // No library of the file says what the function is given.
      `import session from 'express-session';\nimport serveStatic from 'serve-static';\nexport default (app) => {\n${sessions}app.use(serveStatic('public'));\n};`,
      // More than one does.
      `import express from 'express';\nimport Koa from 'koa';\nimport session from 'express-session';\nexport default (app) => {\n${sessions}app.use(express.static('public'));\n};`,
      ...['({ app })', '(...app)', '(app = make())'].map(
        (given) =>
          `import express from 'express';\nimport session from 'express-session';\nexport default ${given} => {\n${sessions}app.use(express.static('public'));\n};`,
      ),
      ...[
        `app.use(express.static('public'));\n${sessions}`,
        `${sessions}app.use(requireLogin);\napp.use(express.static('private'));`,
        `${sessions}other.use(express.static('public'));`,
        `app = decorate(app);\n${sessions}app.use(express.static('public'));`,
      ].map(
        (code) =>
          `import express from 'express';\nimport session from 'express-session';\nexport default (app, other) => {\n${code}\n};`,
      ),
    ].map((code) => ({ name: code, code })),
    {
      name: 'fastify, in a scope of its own',
      code: "import Fastify from 'fastify';\nimport session from '@fastify/session';\nimport files from '@fastify/static';\nconst app = Fastify();\napp.register(files, { root });\napp.register(async (scope) => { scope.register(session, { secret, store }); });",
    },
  ],
  invalid: [
    ...[
      'module.exports = function setUp(app) {',
      'export default (app) => {',
      'export const setUp = async (config, app: Express): Promise<void> => {',
      'class Server { prepare(app) {',
    ].map((opening) => {
      const start = `import express from 'express';\nimport session from 'express-session';\n${opening}\n`;
      const end = opening.startsWith('class') ? '} }' : '};';
      const files = "app.use(express.static('public'));\n";
      return behind(`${sessions}${files}${end}`, `${files}${sessions}${end}`, start);
    }),
    // A middleware that looks at the user and lets everybody pass; a comment guards nothing.
    behind(
      `${sessions}app.use((req, res, next) => { res.locals.user = req.user; next(); });\napp.use(express.static('public'));\n`,
      `app.use(express.static('public'));\n${sessions}app.use((req, res, next) => { res.locals.user = req.user; next(); });\n`,
    ),
    // In the very expression that makes the application, and through the names it then has.
    ...[
      "express().use(session({ store, secret })).use(express.static('public')).listen(3000);",
      "export default express().use(session({ store, secret })).get('/', home).use('/assets', express.static('public'));",
      "const other = express().use(session({ store, secret }));\nother.use(express.static('public'));",
      "const first = express().use(helmet());\nconst second = first.use(session({ store, secret }));\nsecond.use(express.static('public'));",
      "app.use(helmet()).use(session({ store, secret })).use(express.static('public'));",
    ].map((code) => behind(code)),
    {
      name: 'cookies are parsed before the session',
      code: `import cookieParser from 'cookie-parser';\n${head}app.use(cookieParser(secret));\n${sessions}app.use(express.static('public'));\n`,
      errors: [
        {
          messageId: 'behind',
          data: { library: 'express-session' },
          suggestions: [
            {
              messageId: 'move',
              output: `import cookieParser from 'cookie-parser';\n${head}app.use(cookieParser(secret));\napp.use(express.static('public'));\n${sessions}`,
            },
          ],
        },
      ],
    },
    behind(`${sessions}app.use(express.static('public'));\n`, `app.use(express.static('public'));\n${sessions}`),
    behind(
      `${sessions}app.use('/assets', express.static('public'));`,
      `app.use('/assets', express.static('public'));\n${sessions}`,
    ),
    behind(`${sessions}app.use(serveStatic('public'));\n`, `app.use(serveStatic('public'));\n${sessions}`),
    behind(
      `${sessions}app.use(passport.initialize());\napp.use(passport.session());\napp.use(express.static('public'));\nstart();`,
      `app.use(express.static('public'));\n${sessions}app.use(passport.initialize());\napp.use(passport.session());\nstart();`,
    ),
    behind(
      "app.use('/app', session({ secret }));\napp.use('/app/assets', express.static('public'));",
      "app.use('/app/assets', express.static('public'));\napp.use('/app', session({ secret }));\n",
    ),
    // No move where it may change more than the order.
    behind(`${sessions}app.get('/logo.png', logo);\napp.use(express.static('public'));`),
    behind(`${sessions}const files = express.static('public');\napp.use(files);`),
    behind(`${sessions}// The logo.\napp.use(express.static('public'));`),
    behind(`${sessions}app.use(express.static('public')); // the logo`),
    behind(`${sessions}app.use(express.static('public')); start();`),
    behind("app.use(session({ secret })).use(express.static('public'));"),
    {
      name: 'each folder by itself',
      code: `${head}${sessions}app.use(express.static('a'));\napp.use(express.static('b'));\n`,
      errors: [
        {
          messageId: 'behind',
          suggestions: [
            {
              messageId: 'move',
              output: `${head}app.use(express.static('a'));\n${sessions}app.use(express.static('b'));\n`,
            },
          ],
        },
        {
          messageId: 'behind',
          suggestions: [
            {
              messageId: 'move',
              output: `${head}app.use(express.static('b'));\n${sessions}app.use(express.static('a'));\n`,
            },
          ],
        },
      ],
    },
    behind(
      "app.use(session({ store }, app));\napp.use(serve('public'));\n",
      "app.use(serve('public'));\napp.use(session({ store }, app));\n",
      "const Koa = require('koa');\nconst session = require('koa-session');\nconst serve = require('koa-static');\nconst app = new Koa();\n",
    ),
    behind(
      '  app.use(session({ secret }));\r\n  app.use(express.static(root));\r\n}\r\n',
      '  app.use(express.static(root));\r\n  app.use(session({ secret }));\r\n}\r\n',
      "import express from 'express';\r\nimport session from 'express-session';\r\nexport function start(root) {\r\n  const app = express();\r\n",
    ),
    {
      name: 'fastify, in whatever order',
      code: "import Fastify from 'fastify';\nimport session from '@fastify/session';\nimport files from '@fastify/static';\nconst app = Fastify();\nawait app.register(files, { root });\nawait app.register(session, { secret, store });",
      errors: [{ messageId: 'beside', suggestions: [] }],
    },
  ],
});
