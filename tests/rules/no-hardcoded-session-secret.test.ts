import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import rule from '../../src/rules/no-hardcoded-session-secret';
import { importForms } from '../support/import-forms';

const ruleTester = new RuleTester();

/** A value no rule of thumb calls weak; in pieces, so that no scanner takes it for a leaked one. */
const strong = ['f3A9kQ2zW8', 'xT5vB1nM7c', 'L4pR6yD0sH', '9jE3uG5tK1'].join('');
const other = ['Zq8Lw3Rt6Y', 'p1Xc9Vb2Nm', '4Hj7Gf5Ds0', 'Ka8Ue3Io6P'].join('');
const S = `'${strong}'`;

const head = "import session from 'express-session';\n";
const javaScript = { filename: 'file.js', languageOptions: { parser: espree as never } };

type Ids = 'hardcoded' | 'fallback' | 'fromEnvironment' | 'withoutFallback';
type Tests = Parameters<typeof ruleTester.run<Ids, []>>[2];
type Valid = Exclude<Tests['valid'][number], string>;
type Invalid = Tests['invalid'][number];
type Suggested = Partial<Record<'fromEnvironment' | 'withoutFallback', string>>;

/** A report with the texts its suggestions lead to, the best first. */
const report = (code: string, messageId: Ids, suggested: Suggested, more: Partial<Invalid> = {}): Invalid => {
  const suggestions = Object.entries(suggested).map(([id, output]) => ({ messageId: id as Ids, output }));
  return {
    name: code,
    code,
    errors: [{ messageId, suggestions: suggestions.length > 0 ? suggestions : null }],
    ...more,
  };
};

/** Texts in which the secret is `□`, which a suggestion replaces by a variable of the environment. */
const replaced = (shape: string, variable = 'SESSION_SECRET', more: Partial<Invalid> = {}, secret = S): Invalid => {
  const isTypeScript = more.filename !== 'file.js';
  return report(
    shape.replace('□', secret),
    'hardcoded',
    { fromEnvironment: shape.replace('□', `process.env.${variable}${isTypeScript ? '!' : ''}`) },
    more,
  );
};

/** The same below the import of express-session. */
const inExpress = (shape: string, more: Partial<Invalid> = {}, secret = S): Invalid =>
  replaced(head + shape, 'SESSION_SECRET', more, secret);

const silent = (code: string, more: Partial<Valid> = {}): Valid => ({ name: code || 'nothing', code, ...more });

ruleTester.run('no-hardcoded-session-secret', rule, {
  valid: [
    silent(''),
    silent('session;'),
    ...[
      // The environment, configuration, files, generated values, what is out of sight.
      'session({ secret: process.env.SESSION_SECRET });',
      "session({ secret: process.env['SESSION_SECRET'] as string });",
      'session({ secret: process.env.SESSION_SECRET! });',
      'const { SESSION_SECRET } = process.env; session({ secret: SESSION_SECRET });',
      "session({ secret: nconf.get('session:secret') });",
      "session({ secret: configService.get<string>('SESSION_SECRET') });",
      'session({ secret: fastify.config.SECRET });',
      "session({ secret: fs.readFileSync('/run/secrets/session', 'utf8').trim() });",
      "session({ secret: (await client.getSecretValue({ SecretId: 'session' })).SecretString });",
      "session({ secret: crypto.randomBytes(32).toString('hex') });",
      "session({ secret: process.env.SECRET || crypto.randomBytes(32).toString('hex') });",
      "import { secret } from './secrets'; session({ secret });",
      'session({ secret: keys });',
      'session({ secret: [process.env.NEW, process.env.OLD] });',
      'export const f = (secret) => session({ secret });',
      'session({ ...options });',
      'session(options);',
      'session();',
      // Refused by the library.
      "session({ secret: '' });",
      'session({ secret: undefined });',
      'session({ secret: null });',
      "session({ secret: process.env.SECRET || '' });",
      // Not the secret.
      `session({ key: ${S}, secret: process.env.SECRET });`,
      `session({ name: ${S}, secret: process.env.SECRET });`,
      `session({ cookie: { domain: ${S} }, secret: process.env.SECRET });`,
      `session({ secret: ${S}, ...options });`,
      `session({ secret: ${S}, secret: process.env.SECRET });`,
      `const options = { secret: ${S} }; options.secret = process.env.SECRET; session(options);`,
      // Filled in before the program runs.
      "session({ secret: '<%= secret %>' });",
      "session({ secret: '{{ cookiecutter.session_secret_of_the_project }}' });",
      "session({ secret: '${SESSION_SECRET}' });",
      // The other rule's.
      "session({ secret: 'keyboard cat' });",
      "session({ secret: 'short' });",
      'session({ secret: Math.random().toString(36) });',
      "session({ secret: process.env.SECRET || 'dev' });",
    ].map((code) => silent(head + code, { name: code })),

    ...importForms('./session').map(({ name, head: before, callee, only }) =>
      silent(`${before}${callee}({ secret: ${S} });`, {
        name: `${name} of another module`,
        ...(only === 'typescript' ? {} : javaScript),
      }),
    ),
    silent(`function session() {} session({ secret: ${S}, resave: false });`),
    silent(`${head}export const f = (session) => session({ secret: ${S} });`),
    silent(`let session = require('express-session'); session = fake; session({ secret: ${S} });`),
    silent(`import { Store } from 'express-session'; new Store({ secret: ${S} });`),
    silent(`import session from 'koa-session'; session({ key: ${S} }, app);`),
    silent(`app.keys = [${S}]; // a session`),
    silent(`import { createCookie } from './cookies'; createCookie('session', { secrets: [${S}] });`),
    silent(`import type { SessionOptions } from './types'; export const o: SessionOptions = { password: ${S} };`),

    // Keys that hold something else, though a session is near.
    ...[
      `module.exports = { sessionKey: ${S}, cookieKey: ${S}, USER_SESSION_KEY: ${S} };`,
      `module.exports = { sessionSecretName: ${S}, cookieSecretId: ${S}, sessionSecretPath: ${S}, SESSION_SECRET_ARN: ${S} };`,
      `module.exports = { session: { key: ${S}, name: ${S}, password: ${S}, clientSecret: ${S} } };`,
      `module.exports = { clientSecret: ${S}, cookie: 'x' };`,
      `req.session.secret = ${S}; req.session.cookieSecret = ${S};`,
      `session.secret = ${S};`,
      `req.session = { secret: ${S} };`,
      `const session = { secret: ${S} };`,
      `const sessionSecret = ${S}; expect(unsign(value, sessionSecret)).toBe(id);`,
      `process.env.SESSION_SECRET = ${S};`,
      `stripe.checkout.sessions.retrieve({ client_secret: ${S} });`,
      `if (config.sessionSecret === ${S}) throw new Error('Change it');`,
      `config.sessionSecret += ${S};`,
      `for (const sessionSecret of [${S}]) use(sessionSecret);`,
      `const { sessionSecret: s } = config;`,
    ].map((code) => silent(code)),
    // What stands there is no secret.
    ...[
      "'SESSION_SECRET'",
      "'APP_COOKIE_SECRET'",
      "'session_secret'",
      "'Session secret is required'",
      "'The secret that signs the session cookie'",
      "'Session Secret'",
      "'session secret must have 32 characters at least'",
      "'/run/secrets/session'",
      "'./config/session-secret.txt'",
      "'prod/app/session'",
      "'arn:aws:secretsmanager:eu-central-1:123456789012:secret:session-AbCdEf'",
      "'projects/app/secrets/session/versions/latest'",
      "'op://vault/session/secret'",
      "'https://vault.example.net/secrets/session'",
      "'app.session.secret'",
      "'string'",
      "'required'",
      "'********'",
      "'[REDACTED]'",
      "'${SESSION_SECRET}'",
      "'<%= sessionSecret %>'",
      "'{{sessionSecret}}'",
      "'%SESSION_SECRET%'",
      "''",
      'null',
      'true',
      '32',
      'z.string().min(32)',
      "Joi.string().required().description('Signs the session')",
      "str({ desc: 'Signs the session' })",
      "{ doc: 'The session secret', format: String, default: '', env: 'SESSION_SECRET' }",
      "{ type: 'string', minLength: 32 }",
      "secrets.get('session-secret-of-this-application')",
      "required('SESSION_SECRET')",
      'process.env.SESSION_SECRET',
      'load()',
    ].map((value) => silent(`module.exports = { sessionSecret: ${value} };`)),
    // Names, labels and expectations of settings.
    ...['labels', 'errorMessages', 'translations', 'descriptions', 'columns', 'secretArns', 'schema', 'types'].map(
      (name) => silent(`const ${name} = { sessionSecret: ${S} };`),
    ),
    silent(`const form = { labels: { session: { secret: ${S} } } };`),
    silent(`expect(config).toEqual({ sessionSecret: ${S} });`),
    silent(`module.exports = { sessionSecret: ${S} };`, {
      name: 'a file of translations',
      filename: 'src/locales/de.ts',
    }),
    silent(`requireEnv('SESSION_SECRET', ${S});`),
    silent(`t('sessionSecret', ${S});`),
    silent(`show(form.sessionSecret || ${S});`),
    silent(`env.SESSION_SECRET = ${S};`),
    silent(
      `export { SESSION_SECRET } from './secrets'; export * as cookieSecret from './x'; sessionSecret(${S}, 'x');`,
    ),
    silent(`sessions.set('session_secret', ${S});`),
    silent(`console.log(process.env.SESSION_SECRET || ${S});`),
    silent(`start(process.env.SESSION_SECRET || process.exit(1));`),
    silent(`const s = process.env.SESSION_SECRET ? ${S} : 'none';`),
    silent(
      `interface Config { sessionSecret: ${S} } type T = { sessionSecret: ${S} }; enum E { SESSION_SECRET = ${S} }`,
    ),
    silent(`export const el = <Input sessionSecret=${JSON.stringify(strong)} />;`, {
      filename: 'react.tsx',
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    }),
  ],

  invalid: [
    // One place, in whatever dress.
    inExpress('session({ secret: □ });', javaScript),
    inExpress('session({ secret: □ });'),
    inExpress('session({ secret: □ });', {}, `\`${strong}\``),
    inExpress('session({ secret: □ });', {}, `'${strong.slice(0, 20)}' + '${strong.slice(20)}'`),
    inExpress('session({ secret: □ });', {}, `\`\${'${strong}'}\``),
    inExpress('session({ secret: □ });', {}, `['${strong.slice(0, 20)}', '${strong.slice(20)}'].join('')`),
    inExpress("session({ 'secret': □ });"),
    inExpress("session({ ['secret']: □ });"),
    inExpress('session({ secret: □ as string });'),
    inExpress('session({ secret: <string>□ });'),
    inExpress('session({ secret: (□) });'),
    inExpress('session({ secret: Buffer.from(□) });'),
    inExpress("session({ secret: Buffer.from(□, 'hex') });"),
    inExpress('session({ secret: atob(□) });'),
    inExpress('session({ secret: new TextEncoder().encode(□) });'),
    inExpress(
      "import { createHash } from 'crypto'; session({ secret: createHash('sha256').update(□).digest('hex') });",
    ),
    inExpress('session({ ...options, secret: □ });'),
    inExpress('session?.({ secret: □ });'),
    inExpress('session({ secret: □ } satisfies Options);'),
    // Followed through the file.
    inExpress('const secret = □; session({ secret });'),
    inExpress('let secret; secret = □; session({ secret });'),
    inExpress('const config = { secret: □ }; session({ secret: config.secret });'),
    inExpress('const options = { secret: □ }; session(options);'),
    inExpress('const options = { secret: □ }; session({ ...options });'),
    inExpress('const options = {}; options.secret = □; session(options);'),
    inExpress('const options = () => ({ secret: □ }); session(options());'),
    report(`${head}function secret() { return${S}; } session({ secret: secret() });`, 'hardcoded', {
      fromEnvironment: `${head}function secret() { return process.env.SESSION_SECRET!; } session({ secret: secret() });`,
    }),
    inExpress('session(Object.assign({}, options, { secret: □ }));'),
    inExpress('class App { secret = □; start() { session({ secret: this.secret }); } }'),
    inExpress('const secret = isProduction ? process.env.SECRET2 : load(); session({ secret: [□, secret] });'),
    report(`${head}const secret = ${S} as const; session({ secret });`, 'hardcoded', {
      fromEnvironment: `${head}const secret = process.env.SESSION_SECRET!; session({ secret });`,
    }),
    report(`${head}const secret = <const>${S}; session({ secret });`, 'hardcoded', {
      fromEnvironment: `${head}const secret = process.env.SESSION_SECRET!; session({ secret });`,
    }),
    report(`${head}session({ secret: '${strong}' + /* second half */ '${other}' });`, 'hardcoded', {}),
    ...importForms('express-session').map(({ name, head: before, callee, only }) =>
      replaced(`${before}${callee}({ secret: □ });`, 'SESSION_SECRET', {
        name,
        ...(only === 'typescript' ? {} : javaScript),
      }),
    ),
    replaced('app.use(session({ secret: □, resave: false, saveUninitialized: false }));'),
    replaced('app.use(cookieSession({ keys: [□] }));'),
    {
      name: 'the value is reported where it is written, once',
      code: `${head}const SECRET = ${S};\nsession({ secret: SECRET });\nsession({ secret: SECRET });\nmodule.exports = { sessionSecret: SECRET };`,
      errors: [
        {
          messageId: 'hardcoded',
          line: 2,
          column: 16,
          data: { secret: 'secret of `express-session`', forge: 'sign any session id as the server would' },
          suggestions: 1 as never,
        },
      ],
    },
    {
      name: 'each of a list, with a variable of its own',
      code: `${head}session({ secret: [${S}, '${other}'] });`,
      errors: [
        {
          messageId: 'hardcoded',
          suggestions: [
            {
              messageId: 'fromEnvironment',
              output: `${head}session({ secret: [process.env.SESSION_SECRET!, '${other}'] });`,
            },
          ],
        },
        {
          messageId: 'hardcoded',
          suggestions: [
            {
              messageId: 'fromEnvironment',
              output: `${head}session({ secret: [${S}, process.env.SESSION_SECRET_2!] });`,
            },
          ],
        },
      ],
    },

    // Fallbacks.
    report(
      `${head}session({ secret: process.env.S || ${S} });`,
      'fallback',
      { withoutFallback: `${head}session({ secret: process.env.S });` },
      javaScript,
    ),
    report(`${head}session({ secret: process.env.S ?? ${S} });`, 'fallback', {
      withoutFallback: `${head}session({ secret: process.env.S! });`,
    }),
    report(`${head}session({ secret: process.env.S! || ${S} });`, 'fallback', {
      withoutFallback: `${head}session({ secret: process.env.S! });`,
    }),
    report(`${head}session({ secret: (process.env.S) || (${S}) });`, 'fallback', {
      withoutFallback: `${head}session({ secret: (process.env.S)! });`,
    }),
    report(`${head}session({ secret: process.env.A || process.env.B || ${S} });`, 'fallback', {
      withoutFallback: `${head}session({ secret: (process.env.A || process.env.B)! });`,
    }),
    report(`${head}session({ secret: process.env.S || /* for now */ ${S} });`, 'fallback', {}),
    report(`${head}session({ secret: process.env.S // for now\n  || ${S} });`, 'fallback', {}),
    report(`${head}session({ secret: options.secret || ${S} });`, 'fallback', {
      withoutFallback: `${head}session({ secret: options.secret! });`,
      fromEnvironment: `${head}session({ secret: options.secret || process.env.SESSION_SECRET! });`,
    }),
    report(`${head}session({ secret: process.env.S ? process.env.S : ${S} });`, 'fallback', {
      withoutFallback: `${head}session({ secret: process.env.S! });`,
    }),
    report(
      `${head}const { S = ${S} } = process.env; session({ secret: S });`,
      'fallback',
      { withoutFallback: `${head}const { S } = process.env; session({ secret: S });` },
      javaScript,
    ),
    report(`${head}const { S = ${S} } = process.env; session({ secret: S });`, 'fallback', {}),
    report(
      `${head}export const f = (secret = ${S}) => session({ secret });`,
      'fallback',
      {
        withoutFallback: `${head}export const f = (secret) => session({ secret });`,
        fromEnvironment: `${head}export const f = (secret = process.env.SESSION_SECRET) => session({ secret });`,
      },
      javaScript,
    ),
    report(`${head}export const f = (secret = ${S}) => session({ secret });`, 'fallback', {
      fromEnvironment: `${head}export const f = (secret = process.env.SESSION_SECRET!) => session({ secret });`,
    }),
    report(
      `${head}session({ secret: env.get('S', ${S}) });`,
      'fallback',
      { withoutFallback: `${head}session({ secret: env.get('S') });` },
      javaScript,
    ),
    report(`${head}session({ secret: config.get<string>('S', ${S}) });`, 'fallback', {
      withoutFallback: `${head}session({ secret: config.get<string>('S')! });`,
    }),
    report(`${head}let s = process.env.S; if (!s) { s = ${S}; } session({ secret: s });`, 'fallback', {
      fromEnvironment: `${head}let s = process.env.S; if (!s) { s = process.env.SESSION_SECRET!; } session({ secret: s });`,
    }),
    report(`${head}session({ secret: isProduction ? process.env.S : ${S} });`, 'hardcoded', {
      withoutFallback: `${head}session({ secret: process.env.S! });`,
    }),
    report(`${head}session({ secret: isProduction ? load() : ${S} });`, 'hardcoded', {
      fromEnvironment: `${head}session({ secret: isProduction ? load() : process.env.SESSION_SECRET! });`,
    }),
    {
      name: 'the message of a fallback',
      code: `${head}session({ secret: process.env.S || ${S} });`,
      errors: [
        {
          messageId: 'fallback',
          data: { secret: 'secret of `express-session`', forge: 'sign any session id as the server would' },
          suggestions: 1 as never,
        },
      ],
    },

    // Other libraries.
    replaced("import cookieSession from 'cookie-session'; cookieSession({ secret: □ });"),
    replaced("import cookieParser from 'cookie-parser'; cookieParser(□);", 'COOKIE_SECRET'),
    replaced("import cookieParser from 'cookie-parser'; cookieParser([□]);", 'COOKIE_SECRET'),
    replaced("import Koa from 'koa'; const app = new Koa(); app.keys = [□];", 'COOKIE_SECRET'),
    replaced("import Koa from 'koa'; const app = new Koa(); app.keys = new Keygrip([□], 'sha256');", 'COOKIE_SECRET'),
    replaced("import Koa from 'koa'; new Koa({ keys: [□] });", 'COOKIE_SECRET'),
    replaced(
      "import { getIronSession } from 'iron-session'; getIronSession(req, res, { password: □, cookieName: 'x' });",
      'SESSION_PASSWORD',
    ),
    replaced(
      "import { getIronSession } from 'iron-session'; getIronSession(req, res, { password: { 2: process.env.NEW!, 1: □ }, cookieName: 'x' });",
      'SESSION_PASSWORD',
    ),
    replaced(
      "import type { SessionOptions } from 'iron-session'; export const o: SessionOptions = { password: □, cookieName: 'x' };",
      'SESSION_PASSWORD',
    ),
    replaced(
      "import type { SessionOptions } from 'iron-session'; export const o = { password: □, cookieName: 'x' } satisfies SessionOptions;",
      'SESSION_PASSWORD',
    ),
    replaced("import session from '@fastify/session'; app.register(session, { secret: □ });"),
    replaced("import session from '@fastify/secure-session'; app.register(session, { secret: □, salt });"),
    replaced(
      "import session from '@fastify/secure-session'; app.register(session, { key: Buffer.from(□, 'hex') });",
      'SESSION_KEY',
    ),
    replaced("import cookie from '@fastify/cookie'; app.register(cookie, { secret: □ });", 'COOKIE_SECRET'),
    replaced("import NextAuth from 'next-auth'; export default NextAuth({ secret: □, providers: [] });"),
    replaced(
      "import NextAuth from 'next-auth'; export default NextAuth({ jwt: { secret: □ }, providers: [] });",
      'JWT_SECRET',
    ),
    replaced(
      "import { createCookieSessionStorage } from '@remix-run/node'; createCookieSessionStorage({ cookie: { name: 'a', secrets: [□] } });",
    ),
    replaced("import { createCookie } from 'react-router'; createCookie('prefs', { secrets: [□] });", 'COOKIE_SECRET'),
    {
      name: 'the message names where the session is',
      code: `import cookieSession from 'cookie-session'; cookieSession({ keys: [${S}] });`,
      errors: [
        {
          messageId: 'hardcoded',
          data: { secret: 'secret of `cookie-session`', forge: 'write a session for any user' },
          suggestions: 1 as never,
        },
      ],
    },
    {
      name: 'a wrapper the settings describe',
      code: `import { makeSession } from '@acme/session'; makeSession({ salt: ${S} });`,
      settings: {
        'session-secrets': {
          libraries: [
            {
              module: '@acme/session',
              readFrom: '1.0',
              setups: [
                {
                  form: 'call',
                  export: ['makeSession'],
                  options: 0,
                  secrets: [{ path: ['salt'] }],
                  storage: 'encrypted-client',
                },
              ],
            },
          ],
        },
      },
      errors: [
        {
          messageId: 'hardcoded',
          data: { secret: 'secret of `@acme/session`', forge: 'read every session, and write one for any user' },
          suggestions: 1 as never,
        },
      ],
    },

    // Telling keys of configuration.
    ...[
      ['module.exports = { sessionSecret: □ };', 'SESSION_SECRET'],
      ["module.exports = { 'session_secret': □ };", 'SESSION_SECRET'],
      ['module.exports = { SESSION_SECRET: □ };', 'SESSION_SECRET'],
      ['module.exports = { cookieSecret: □ };', 'COOKIE_SECRET'],
      ['module.exports = { cookieSecrets: [□, process.env.OLD] };', 'COOKIE_SECRET'],
      ['module.exports = { sessionPassword: □ };', 'SESSION_PASSWORD'],
      ['module.exports = { SESSION_COOKIE_PASSWORD: □ };', 'SESSION_COOKIE_PASSWORD'],
      ['module.exports = { cookieSigningKey: □ };', 'COOKIE_SIGNING_KEY'],
      ['module.exports = { session: { secret: □ } };', 'SESSION_SECRET'],
      ['module.exports = { session: { secret: [□] } };', 'SESSION_SECRET'],
      ['module.exports = { cookie: { secret: □ } };', 'COOKIE_SECRET'],
      ['module.exports.session = { secret: □ };', 'SESSION_SECRET'],
      ['export default () => ({ session: { secret: □ } });', 'SESSION_SECRET'],
      ['export const sessionOptions = { secret: □ };', 'SESSION_SECRET'],
      ['export const config = { production: { sessionSecret: □ } } as const;', 'SESSION_SECRET'],
      ['config.sessionSecret = □;', 'SESSION_SECRET'],
      ['exports.COOKIE_SECRET = □;', 'COOKIE_SECRET'],
      ['this.sessionSecret = □;', 'SESSION_SECRET'],
      ['config.session.secret = □;', 'SESSION_SECRET'],
      ["config['session'].secret = □;", 'SESSION_SECRET'],
      ['export const SESSION_SECRET = □;', 'SESSION_SECRET'],
      ['const SESSION_SECRET = □; export { SESSION_SECRET };', 'SESSION_SECRET'],
      ['const SESSION_SECRET = □; module.exports = { SESSION_SECRET };', 'SESSION_SECRET'],
      ['class Config { static readonly SESSION_SECRET = □; }', 'SESSION_SECRET'],
      ["app.set('cookieSecret', □);", 'COOKIE_SECRET'],
      ['module.exports = { sessionSecret: Buffer.from(□) };', 'SESSION_SECRET'],
    ].map(([shape = '', variable]) => replaced(shape, variable)),
    {
      name: 'a key that tells names no library',
      code: `module.exports = { sessionSecret: ${S} };`,
      errors: [
        {
          messageId: 'hardcoded',
          data: { secret: 'signing secret', forge: 'forge every cookie it protects' },
          suggestions: 1 as never,
        },
      ],
    },
    report(
      `module.exports = { sessionSecret: process.env.S || ${S} };`,
      'fallback',
      { withoutFallback: 'module.exports = { sessionSecret: process.env.S };' },
      javaScript,
    ),
    report(`const sessionSecret = process.env.S ?? ${S};`, 'fallback', {
      withoutFallback: 'const sessionSecret = process.env.S!;',
    }),
    report(`start(process.env.SESSION_SECRET || ${S});`, 'fallback', {
      withoutFallback: 'start(process.env.SESSION_SECRET!);',
    }),
    report(`start(process.env['SESSION_SECRET'] || ${S});`, 'fallback', {
      withoutFallback: "start(process.env['SESSION_SECRET']!);",
    }),
    report(`const { env } = process; start(env.SESSION_SECRET || ${S});`, 'fallback', {
      withoutFallback: 'const { env } = process; start(env.SESSION_SECRET!);',
    }),
    report(`export const f = (context) => start(context.env.COOKIE_SECRET ?? ${S});`, 'fallback', {
      withoutFallback: 'export const f = (context) => start(context.env.COOKIE_SECRET!);',
    }),
    report(`start(config.sessionSecret || ${S});`, 'fallback', {
      withoutFallback: 'start(config.sessionSecret!);',
      fromEnvironment: 'start(config.sessionSecret || process.env.SESSION_SECRET!);',
    }),
    report(`process.env.SESSION_SECRET || (process.env.SESSION_SECRET = ${S});`, 'fallback', {}),
    report(`process.env.SESSION_SECRET ||= ${S};`, 'fallback', {}),
    report(`if (!process.env.SESSION_SECRET) { process.env.SESSION_SECRET = ${S}; }`, 'fallback', {}),
    report(
      `const { SESSION_SECRET = ${S} } = process.env;`,
      'fallback',
      { withoutFallback: 'const { SESSION_SECRET } = process.env;' },
      javaScript,
    ),
    report(
      `export function create({ sessionSecret = ${S} }) {}`,
      'fallback',
      {
        withoutFallback: 'export function create({ sessionSecret }) {}',
        fromEnvironment: 'export function create({ sessionSecret = process.env.SESSION_SECRET }) {}',
      },
      javaScript,
    ),
    report(`export function create(cookieSecret: string = ${S}) {}`, 'fallback', {
      fromEnvironment: 'export function create(cookieSecret: string = process.env.COOKIE_SECRET!) {}',
    }),
    report(
      `config.get('session.secret', ${S});`,
      'fallback',
      { withoutFallback: "config.get('session.secret');" },
      javaScript,
    ),
    report(`env('SESSION_SECRET', ${S});`, 'fallback', { withoutFallback: "env('SESSION_SECRET');" }, javaScript),
    report(
      `convict({ session: { secret: { doc: 'Session secret', format: String, default: ${S}, env: 'SESSION_SECRET' } } });`,
      'fallback',
      {},
    ),
    report(`convict({ sessionSecret: { default: ${S}, env: 'SESSION_SECRET' } });`, 'fallback', {}),
    report(`const schema = z.object({ SESSION_SECRET: z.string().default(${S}) });`, 'fallback', {
      withoutFallback: 'const schema = z.object({ SESSION_SECRET: z.string() });',
    }),
    report(`cleanEnv(process.env, { SESSION_SECRET: str({ default: ${S} }) });`, 'fallback', {}),
  ],
});
