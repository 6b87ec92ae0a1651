import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/require-trust-proxy';

const ruleTester = new RuleTester();

const express = "import express from 'express';\nimport session from 'express-session';\n";
const made = `${express}const app = express();\n`;
const trusting = `${made}app.set('trust proxy', 1);\n`;

/** Code after which the cookie is lost, and the same with the suggestion taken. */
const withheld = (
  before: string,
  code: string,
  statement: string | null,
  messageId: 'withheld' | 'unprotected' = 'withheld',
  after = '',
) => ({
  name: before + code,
  code: before + after + code,
  errors: [
    {
      messageId,
      suggestions:
        statement === null ? [] : [{ messageId: 'trust' as const, output: `${before}${statement}\n${after}${code}` }],
    },
  ],
});

const secure = 'app.use(session({ secret, cookie: { secure: true } }));';

ruleTester.run('require-trust-proxy', rule, {
  valid: [
    '',
    secure,
    `${express}const app = express().set('trust proxy', 1).use(session({ secret, cookie: { secure: true } }));`,
    `${express}express().use(session({ secret, cookie: { secure: true } })).set('trust proxy', 1).listen(3000);`,
    `${express}import { configure } from './configure';\nconfigure(express().use(session({ secret, cookie: { secure: true } })));`,
    `${express}import { configure } from './configure';\nconst app = express().use(session({ secret, cookie: { secure: true } }));\nconfigure(app);`,
    `${express}express().route('/x').use(session({ secret, cookie: { secure: true } }));`,
    `${express}framework().use(session({ secret, cookie: { secure: true } })).listen(3000);`,
    ...[
      'app.use(session({ secret }));',
      'app.use(session({ secret, cookie: { secure: false } }));',
      'app.use(session({ secret, cookie: { secure: config.secure } }));',
      'app.use(session({ secret, cookie: { secure: isProduction } }));',
      'app.use(session({ secret, cookie }));',
      'app.use(session(options));',
      'app.use(session({ secret, proxy: true, cookie: { secure: true } }));',
      'app.use(session({ secret, proxy, cookie: { secure: true } }));',
      `app.set('trust proxy', 1);\n${secure}`,
      `${secure}\napp.enable('trust proxy');`,
      // Nobody knows which setting that is.
      `import { setting } from './settings';\napp.set(setting, 1);\n${secure}`,
      `for (const [name, value] of settings) app.set(name, value);\n${secure}`,
      `if (live) app.set("trust proxy", true);\n${secure}`,
      // Somebody else may say so.
      `configure(app);\n${secure}`,
      `require('./proxy')(app);\n${secure}`,
      `import { configure } from './configure';\nconfigure(app);\n${secure}`,
      `import https from 'node:https';\n${secure}\nhttps.createServer(options, app).listen(443);`,
      `const https = require('https');\n${secure}\nhttps.createServer(options, app).listen(443);`,
    ].map((code) => ({ name: code, code: made + code })),
    { name: 'an application of another file', code: `${express}export function sessions(app) { ${secure} }` },
    { name: 'an imported application', code: `${express}import { app } from './app';\n${secure}` },
    { name: 'a router', code: `${express}const app = express.Router();\n${secure}` },
    {
      name: 'a session nobody adds',
      code: `${made}export const sessions = session({ secret, cookie: { secure: true } });`,
    },
    {
      name: 'a library that does not ask',
      code: "import express from 'express';\nimport { getIronSession } from 'iron-session';\nconst app = express();\napp.use(async (req, res) => { await getIronSession(req, res, { cookieOptions: { secure: true } }); });",
    },
    {
      name: 'koa, told',
      code: "import Koa from 'koa';\nimport session from 'koa-session';\nconst app = new Koa();\napp.proxy = true;\napp.use(session({ secure: true }, app));",
    },
    {
      name: 'koa, told when made',
      code: "import Koa from 'koa';\nimport session from 'koa-session';\nconst app = new Koa({ proxy: true });\napp.use(session({ secure: true }, app));",
    },
    {
      name: 'fastify, told',
      code: "import Fastify from 'fastify';\nimport session from '@fastify/session';\nconst app = Fastify({ trustProxy: true });\napp.register(session, { secret, cookie: { secure: true } });",
    },
    {
      name: 'fastify over HTTPS',
      code: "import Fastify from 'fastify';\nimport session from '@fastify/session';\nconst app = Fastify({ https: { key, cert } });\napp.register(session, { secret, cookie: { secure: true } });",
    },
    {
      name: 'fastify, a plugin',
      code: "import session from '@fastify/session';\nexport default async (app) => { app.register(session, { secret, cookie: { secure: true } }); };",
    },
    trusting + secure,
  ],
  invalid: [
    // Each gives the application back, so that the session is added to it.
    ...['set', 'enable', 'disable', 'engine', 'param', 'all', 'get', 'head', 'options', 'on', 'once'].map((method) =>
      withheld(
        express,
        `express().${method}('x', f).use(session({ secret, cookie: { secure: true } })).listen(3000);`,
        null,
      ),
    ),
    // A header set by hand tells the application nothing, and no more does a comment.
    withheld(
      made,
      `app.use((req, res, next) => { req.headers['x-forwarded-proto'] = 'https'; next(); });\n${secure}`,
      "app.set('trust proxy', 1);",
    ),
    withheld(made, `// trust proxy\n${secure}`, "app.set('trust proxy', 1);"),
    // A set-up in the very expression that makes the application.
    withheld(
      `${express}const app = express().use(session({ secret, cookie: { secure: true } }));\n`,
      'app.listen(3000);',
      "app.set('trust proxy', 1);",
    ),
    withheld(
      `${express}export const app = express().disable('etag').use(helmet()).use(session({ secret, cookie: { secure: true } })).use(routes);`,
      '',
      null,
    ),
    withheld(`${express}express().use(session({ secret, cookie: { secure: true } })).listen(3000);`, '', null),
    withheld(
      `${express}const server = express().use(session({ secret, cookie: { secure: true } })).listen(3000);\nserver.set('trust proxies', 1);`,
      '',
      null,
    ),
    withheld(
      `${express}createServer(express().use(session({ secret, cookie: { secure: 'auto' } })));`,
      '',
      null,
      'unprotected',
    ),
    withheld(made, secure, "app.set('trust proxy', 1);"),
    withheld(
      made,
      "app.use(session({ secret, cookie: { secure: 'auto' } }));",
      "app.set('trust proxy', 1);",
      'unprotected',
    ),
    withheld(
      made,
      "app.use(session({ secret, cookie: { secure: process.env.NODE_ENV === 'production' } }));",
      "app.set('trust proxy', 1);",
    ),
    withheld(made, "app.use(session({ cookie: { secure: live ? true : 'auto' } }));", "app.set('trust proxy', 1);"),
    withheld(
      made,
      "const sessions = session({ cookie: { secure: true } });\napp.use('/api', sessions);",
      "app.set('trust proxy', 1);",
    ),
    withheld(made, 'app.use([helmet(), session({ cookie: { secure: true } })]);', "app.set('trust proxy', 1);"),
    withheld(made, 'app.use(helmet()).use(session({ cookie: { secure: true } }));', "app.set('trust proxy', 1);"),
    // Nothing of this says anything to the application.
    withheld(
      made,
      `${secure}\nhttp.createServer(app).listen(80);\nswaggerUi(app);\nimport swaggerUi from 'swagger-ui';`,
      "app.set('trust proxy', 1);",
    ),
    withheld(
      made,
      `${secure}\nroutes(app);\nfunction routes(one) { one.get('/', show); }`,
      "app.set('trust proxy', 1);",
    ),
    withheld(made, `${secure}\nexport default app;`, "app.set('trust proxy', 1);"),
    // In the style of the file.
    withheld(
      'import express from "express"\nimport session from "express-session"\nconst server = express() // the one\n',
      'server.use(session({ cookie: { secure: true } }))',
      'server.set("trust proxy", 1)',
    ),
    withheld(
      `${express}function start() {\n  const app = express();\n`,
      `  ${secure}\n}`,
      "  app.set('trust proxy', 1);",
    ),
    // No place for a line of its own.
    withheld(`${express}const app = express(); app.use(helmet());\n`, secure, null),
    withheld(`${express}let app;\napp = express();\n`, secure, null),
    {
      name: 'cookie-session',
      code: "const express = require('express');\nconst cookieSession = require('cookie-session');\nconst app = express();\napp.use(cookieSession({ keys, secure: true }));",
      errors: [
        {
          messageId: 'withheld',
          suggestions: [
            {
              messageId: 'trust',
              output:
                "const express = require('express');\nconst cookieSession = require('cookie-session');\nconst app = express();\napp.set('trust proxy', 1);\napp.use(cookieSession({ keys, secure: true }));",
            },
          ],
        },
      ],
    },
    {
      name: 'koa',
      code: "import Koa from 'koa';\nimport session from 'koa-session';\nconst app = new Koa();\napp.use(session({ secure: true }, app));",
      errors: [
        {
          messageId: 'withheld',
          suggestions: [
            {
              messageId: 'trust',
              output:
                "import Koa from 'koa';\nimport session from 'koa-session';\nconst app = new Koa();\napp.proxy = true;\napp.use(session({ secure: true }, app));",
            },
          ],
        },
      ],
    },
    {
      name: 'fastify: an option, where no statement would do',
      code: "import Fastify from 'fastify';\nimport session from '@fastify/session';\nconst app = Fastify();\nawait app.register(session, { secret, cookie: { secure: true } });",
      errors: [{ messageId: 'withheld', suggestions: [] }],
    },
  ],
});
