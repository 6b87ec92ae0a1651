import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/no-memory-store';
import { importForms } from '../support/import-forms';

const ruleTester = new RuleTester();

const head = "import session from 'express-session';\n";
const stores = `${head}import { RedisStore } from 'connect-redis';\n`;

type Ids = 'absent' | 'named' | 'storage';

const wrong = (code: string, messageId: Ids, at?: string) => {
  const start = at === undefined ? undefined : code.lastIndexOf(at);
  const before = start === undefined ? [] : code.slice(0, start).split('\n');
  return {
    code,
    errors: [
      { messageId, ...(start === undefined ? {} : { line: before.length, column: (before.at(-1) ?? '').length + 1 }) },
    ],
  };
};

ruleTester.run('no-memory-store', rule, {
  valid: [
    '',
    'session;',
    ...[
      'app.use(session({ store: new RedisStore({ client }), secret }));',
      'app.use(session({ store, secret }));',
      'app.use(session({ secret, store: createStore() }));',
      'app.use(session(options));',
      'app.use(session({ ...options }));',
      'app.use(session({ secret, ...options }));',
      'app.use(session({ [key]: value }));',
      'export default (options) => session({ ...options, secret });',
      'const options = { secret }; options.store = new RedisStore({ client }); app.use(session(options));',
      'const options = { secret }; if (url) options.store = new RedisStore({ client }); app.use(session(options));',
      'const options = { secret }; addStore(options); app.use(session(options));',
      // Chosen by what is configured.
      'app.use(session({ store: process.env.REDIS_URL ? new RedisStore({ client }) : new session.MemoryStore() }));',
      'app.use(session({ store: process.env.REDIS_URL ? new RedisStore({ client }) : undefined }));',
      'app.use(session({ store: redis && new RedisStore({ client }) }));',
      'let store; if (redis) store = new RedisStore({ client }); app.use(session({ secret, store }));',
      'const store = url ? new RedisStore({ client }) : new session.MemoryStore(); app.use(session({ store }));',
      "if (process.env.NODE_ENV !== 'production') app.use(session({ secret }));",
      "if (process.env.NODE_ENV === 'development') { app.use(session({ secret })); }",
      "if (process.env.NODE_ENV === 'production') { app.use(session({ secret, store })); } else { app.use(session({ secret })); }",
      "if (app.get('env') === 'development') app.use(session({ secret }));",
      'if (isDev) app.use(session({ secret }));',
      'if (!isProd) app.use(session({ secret }));',
      'const isLocal = !process.env.HOST; if (isLocal) app.use(session({ secret }));',
      "const live = process.env.NODE_ENV === 'production'; if (!live) app.use(session({ secret }));",
      'app.use(isProduction ? session({ secret, store }) : session({ secret }));',
      'if (process.env.REDIS_URL) { app.use(session({ secret, store })); } else { app.use(session({ secret })); }',
      'function use(app) { if (process.env.REDIS_URL) { app.use(session({ store })); return; } app.use(session({ secret })); }',
      "switch (process.env.STORE) { case 'memory': app.use(session({ secret })); break; default: app.use(session({ secret, store })); }",
      'function storeFor(env) { switch (env.STORE) { case "redis": return new RedisStore(); default: return new session.MemoryStore(); } }\napp.use(session({ store: storeFor(env) }));',
      'function devSession() { return session({ secret }); }',
      'const mockSession = () => session({ secret });',
      'isDev && app.use(session({ secret }));',
      "if (isProduction) throw new Error('a demo');\napp.use(session({ secret }));",
      'function store() { if (process.env.REDIS_URL) return new RedisStore(); return new session.MemoryStore(); } app.use(session({ store: store() }));',
      // Used with a store elsewhere, perhaps.
      'export const options: session.SessionOptions = { secret, cookie: {} };',
    ].map((code) => ({ name: code, code: stores + code })),
    ...['app.test.js', 'tests/server.js', 'test/server.ts', 'src/__tests__/app.ts', 'src/app.spec.ts'].map(
      (filename) => ({
        name: `in ${filename}`,
        code: `${head}app.use(session({ secret }));`,
        filename,
      }),
    ),
    {
      name: 'a memory store that prunes',
      code: `${head}import memorystore from 'memorystore';\nconst MemoryStore = memorystore(session);\napp.use(session({ store: new MemoryStore({ checkPeriod: 86400000 }) }));`,
    },
    {
      name: 'somebody else’s MemoryStore',
      code: `${head}import { MemoryStore } from './stores';\napp.use(session({ store: new MemoryStore() }));`,
    },
    "import { MemoryStore } from 'express-rate-limit';\nexport const store = new MemoryStore();",
    { name: 'in the cookie', code: "import session from 'cookie-session';\napp.use(session({ keys }));" },
    {
      name: 'in the cookie of koa-session',
      code: "import session from 'koa-session';\napp.use(session({ signed: true }, app));",
    },
    {
      name: 'iron-session',
      code: "import { getIronSession } from 'iron-session';\nconst session = await getIronSession(req, res, { password });",
    },
    {
      name: 'Remix, in a cookie',
      code: "import { createCookieSessionStorage } from '@remix-run/node';\nexport const storage = createCookieSessionStorage({ cookie });",
    },
    {
      name: 'Remix, in files',
      code: "import { createFileSessionStorage } from '@remix-run/node';\nexport const storage = createFileSessionStorage({ dir, cookie });",
    },
    {
      name: 'fastify with a store',
      code: "import session from '@fastify/session';\nfastify.register(session, { secret, store });",
    },
    {
      name: 'fastify, unreadable',
      code: "import session from '@fastify/session';\nfastify.register(session, options);",
    },
  ],
  invalid: [
    ...importForms('express-session', 'session').map(({ name, head: load, callee, only }) => ({
      ...wrong(`${load}app.use(${callee}({ secret }));`, 'absent'),
      name,
      ...(only === 'commonjs' ? { languageOptions: { sourceType: 'commonjs' as const } } : {}),
    })),
    wrong(`${head}app.use(session({ secret }));`, 'absent', 'session({'),
    wrong(`${head}app.use(session());`, 'absent', 'session()'),
    wrong(`${head}app.use(session({ secret, cookie: { secure: true } }));`, 'absent'),
    wrong(`${head}const options = { secret }; app.use(session(options));`, 'absent', 'session(options)'),
    wrong(`${head}const base = { secret }; app.use(session({ ...base, resave: false }));`, 'absent'),
    wrong('app.use(session({ secret, resave: false, saveUninitialized: false }));', 'absent', 'session({'),
    wrong(`${head}app.use(session({ secret, store: new session.MemoryStore() }));`, 'named', 'new session'),
    wrong(`${head}app.use(session({ secret, store: undefined }));`, 'named', 'undefined'),
    wrong(
      `${head}import { MemoryStore } from 'express-session';\napp.use(session({ store: new MemoryStore() }));`,
      'named',
      'new Mem',
    ),
    wrong(`${head}const store = new session.MemoryStore();\napp.use(session({ store }));`, 'named'),
    // This is what runs in production.
    wrong(`${head}if (process.env.NODE_ENV === 'production') app.use(session({ secret }));`, 'absent'),
    wrong(`${head}if (isProduction) { app.use(session({ secret })); }`, 'absent'),
    // What only stops where a variable is missing says nothing of the rest.
    wrong(
      `${head}if (!process.env.SESSION_SECRET) throw new Error('missing');\napp.use(session({ secret: process.env.SESSION_SECRET }));`,
      'absent',
    ),
    wrong(`${head}if (!process.env.PORT) process.exit(1);\napp.use(session({ secret }));`, 'absent'),
    // Conditions that ask something else.
    wrong(`${head}if (product.hasLogin /* not in test */) { app.use(session({ secret })); }`, 'absent'),
    wrong(`${head}if (withSessions) { app.use(session({ secret })); }`, 'absent'),
    wrong(`${head}function createApp() { const app = express(); app.use(session({ secret })); return app; }`, 'absent'),
    {
      ...wrong(`${head}app.use(session({ secret }));`, 'absent'),
      name: 'a name that only begins like a test',
      filename: 'src/testing-ground.ts',
    },
    wrong(
      "import fastifySession from '@fastify/session';\nfastify.register(fastifySession, { secret });",
      'absent',
      'fastifySession, {',
    ),
    wrong(
      "import fastifySession, { MemoryStore } from '@fastify/session';\nfastify.register(fastifySession, { secret, store: new fastifySession.MemoryStore() });",
      'named',
    ),
    wrong(
      "import { createMemorySessionStorage } from '@remix-run/node';\nexport const storage = createMemorySessionStorage({ cookie });",
      'storage',
    ),
    wrong(
      "import { createMemorySessionStorage } from 'react-router';\nexport const { getSession } = createMemorySessionStorage();",
      'storage',
    ),
  ],
});
