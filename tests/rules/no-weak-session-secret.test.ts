import { RuleTester } from '@typescript-eslint/rule-tester';
import * as espree from 'espree';
import { describe, expect, it } from 'vitest';
import rule from '../../src/rules/no-weak-session-secret';
import { importForms } from '../support/import-forms';
import { lint } from '../support/lint';

const ruleTester = new RuleTester();

/** A value no rule of thumb calls weak; in pieces, so that no scanner takes it for a leaked one. */
const strong = ['f3A9kQ2zW8', 'xT5vB1nM7c', 'L4pR6yD0sH', '9jE3uG5tK1'].join('');

const head = "import session from 'express-session';\n";
const javaScript = { filename: 'file.js', languageOptions: { parser: espree as never } };
const remix = "import { createCookie, createCookieSessionStorage } from '@remix-run/node';\n";
const cookieSession = "import cookieSession from 'cookie-session';\n";

type Ids = keyof typeof rule.meta.messages;
type Tests = Parameters<typeof ruleTester.run<Ids, []>>[2];
type Valid = Exclude<Tests['valid'][number], string>;
type Invalid = Tests['invalid'][number];
type Suggested = Partial<Record<'fromEnvironment' | 'withoutFallback' | 'sign', string>>;

const report = (code: string, messageId: Ids, suggested: Suggested, more: Partial<Invalid> = {}): Invalid => {
  const suggestions = Object.entries(suggested).map(([id, output]) => ({ messageId: id as Ids, output }));
  return {
    name: code,
    code,
    errors: [{ messageId, suggestions: suggestions.length > 0 ? suggestions : null }],
    ...more,
  };
};

/** A value in `□` that a suggestion replaces by a variable of the environment. */
const replaced = (
  shape: string,
  value: string,
  messageId: Ids,
  variable = 'SESSION_SECRET',
  more: Partial<Invalid> = {},
): Invalid => {
  const mark = more.filename === 'file.js' ? '' : '!';
  return report(
    shape.replace('□', value),
    messageId,
    { fromEnvironment: shape.replace('□', `process.env.${variable}${mark}`) },
    more,
  );
};

/** The secret of an express-session. */
const inExpress = (value: string, messageId: Ids, before = ''): Invalid =>
  replaced(`${head}${before}\nsession({ secret: □ });`, value, messageId);

const silent = (code: string, more: Partial<Valid> = {}): Valid => ({ name: code || 'nothing', code, ...more });

ruleTester.run('no-weak-session-secret', rule, {
  valid: [
    silent(''),
    silent('session;'),
    // What is asked for, by a getter that checks: no default.
    silent(
      "import cookieParser from 'cookie-parser';\ncookieParser(Config.get('settings.cookieParser.secret', 'string'));",
    ),
    silent("Config.get('session.secret', 'string|undefined');"),
    // Production never comes here.
    silent(
      "const secret = () => { if (process.env.NODE_ENV === 'production') { return process.env.SESSION_SECRET; } else { return process.env.SESSION_SECRET || 'dev-secret'; } };",
    ),
    silent(
      "const secret = () => { if (isProduction) { return load(); } return process.env.SESSION_SECRET || 'dev-secret'; };",
    ),
    silent("const secret = process.env.NODE_ENV !== 'production' && (process.env.SESSION_SECRET || 'dev-secret');"),
    // A key of something else.
    silent("const key = crypto.scryptSync(process.env.SESSION_SECRET || 'key', 'salt', 32);"),
    silent("pbkdf2(process.env.SESSION_SECRET || 'key', salt, 1e6, 32, 'sha256', done);"),
    ...[
      'session({ secret: process.env.SESSION_SECRET });',
      'session({ secret: process.env.PUBLIC });',
      'session({ secret: import.meta.env.SESSION_SECRET });',
      "session({ secret: crypto.randomBytes(32).toString('hex') });",
      'session({ secret: crypto.randomBytes(16) });',
      'session({ secret: crypto.randomBytes(size) });',
      "import { nanoid } from 'nanoid'; session({ secret: nanoid(32) });",
      "import { randomBytes } from './random'; session({ secret: randomBytes(2) });",
      'function uuid() { return process.env.SECRET; } session({ secret: uuid() });',
      'session({ genid: () => crypto.randomUUID(), secret: process.env.SECRET });',
      "session({ name: 'keyboard cat', secret: process.env.SECRET });",
      "session({ key: 'keyboard cat', secret: process.env.SECRET });",
      "import { createHash } from 'crypto'; session({ secret: createHash('sha256').update(process.env.SECRET).digest() });",
      'session({ secret: `${process.pid}${process.env.SECRET}` });',
      "session({ secret: '' });",
      'session({ secret: undefined });',
      "session({ secret: 'keyboard cat', ...options });",
      "session({ secret: '<%= secret %>' });",
      "session({ secret: '{{secret}}' });",
      // The other rule's.
      `session({ secret: '${strong}' });`,
      `session({ secret: process.env.SECRET || '${strong}' });`,
    ].map((code) => silent(head + code, { name: code })),
    ...importForms('./session').map(({ name, head: before, callee, only }) =>
      silent(`${before}${callee}({ secret: 'keyboard cat' });`, {
        name: `${name} of another module`,
        ...(only === 'typescript' ? {} : javaScript),
      }),
    ),
    // Labels, names, paths; see the rule for what is merely in the source.
    silent("module.exports = { sessionSecret: 'SESSION_SECRET' };"),
    silent("module.exports = { sessionSecret: 'Session secret is required' };"),
    silent("const labels = { sessionSecret: 'secret' };"),
    silent("module.exports = { sessionSecret: 'string' };"),
    // Known in order to be refused.
    silent("const WEAK_DEFAULTS = { EXPRESS_SESSION_SECRET: 'flowise', TOKEN_SECRET: 'popcorn' };"),
    silent("module.exports = { insecureValues: { sessionSecret: ['secret', 'changeme'] } };"),
    silent("module.exports = { sessionSecret: process.env.SESSION_SECRET, sessionKey: 'sid' };"),
    silent('module.exports = app => { app.keys = [app.secret]; }; // session'),
    // The keys of Egg, where its own configuration has them: not on a developer's machine, and in no other file.
    silent('module.exports = appInfo => ({ keys: process.env.KEYS, name: appInfo.name });', {
      filename: 'config/config.prod.js',
    }),
    silent("exports.keys = process.env.KEYS; exports.title = 'Shop';", { filename: 'config/config.default.js' }),
    silent("exports.keys = 'orange-lamp';", { filename: 'config/config.local.js' }),
    silent("exports.keys = 'orange-lamp';", { filename: 'config/config.unittest.ts' }),
    silent("exports.keys = 'orange-lamp'; // session cookie", { filename: 'src/config.default.js' }),
    silent("module.exports = appInfo => ({ keys: appInfo.name + '_4711' }); // session cookie", {
      filename: 'src/keyboard.js',
    }),
    silent('const key = appInfo.name + "_session";'),
    // A separator that is not known, or is random.
    ...["['keyboard', 'cat'].join(separator)", "['a', 'b'].join(crypto.randomBytes(32).toString('hex'))"].map(
      (secret) => silent(`${head}session({ secret: ${secret} });`),
    ),
    // A reader of this file that stops the program in production: nothing selects the fallback there.
    ...[
      'if (process.env[name]) return process.env[name]; if (!production) return fallback; throw new Error(name);',
      'const value = process.env[name]; if (value) return value; if (production) { throw new Error(name); } return fallback;',
      "if (!process.env[name] && process.env.NODE_ENV === 'production') throw new Error(name); return process.env[name] ?? fallback;",
    ].map((body) =>
      silent(
        `const production = process.env.NODE_ENV === 'production';
function get(name, fallback) { ${body} }
export default { session: { secret: get('SESSION_SECRET', 'shop-insecure') } };`,
        { name: body },
      ),
    ),
    // What a function of this file is given, and makes nothing known of.
    ...[
      'const of = (name) => { const value = process.env[name]; if (!value) throw new Error(name); return value; };',
      "const of = (file) => readFileSync(file, 'utf8');",
      'const of = (key) => store.read(key);',
      'let of = (key) => key; of = other;',
    ].map((fn) => silent(`${head}${fn}\nsession({ secret: of('session') });`)),
    silent(`${head}const of = (a, b) => a + b; session({ secret: of(...parts, 'cat') });`),
    silent(`${head}const options = {}; options.secret = process.env.S || options.secret; session(options);`),
    silent(
      "import { signedCookie } from 'cookie-parser'; signedCookie('s:secret', process.env.S); JSONCookie('secret');",
    ),
    silent(
      "import { sign, unsign } from 'cookie-signature'; sign('secret', process.env.S); unsign('secret', process.env.S);",
    ),
    // Half of what a sealed session's options have.
    silent(
      "const login = { cookieName: 'sid', password: 'letmein' }; const form = { password: 'letmein', cookieOptions: {} };",
    ),
    silent('export const options = { cookieName: "sid", password: process.env.PASSWORD, cookieOptions: {} };'),
    silent(
      "module.exports = { cookieSecret: { $filter: 'env', production: process.env.S, $default: process.env.T } };",
    ),
    // Texts for people.
    silent(
      "const en = { nav: { home: 'Home' }, session: { title: 'Session', secret: 'Secret', expired: 'Your session expired' } };",
    ),
    silent("const de = { sessionSecret: 'Sitzungsgeheimnis', cookieSecret: 'Cookie-Geheimnis' };"),

    // Signed.
    silent(`${remix}createCookieSessionStorage({ cookie: { name: 'a', secrets: [process.env.SECRET!] } });`),
    silent(`${remix}createCookieSessionStorage({ cookie: { name: 'a', secrets } });`),
    silent(`${remix}createCookieSessionStorage({ cookie: { ...defaults, name: 'a' } });`),
    silent(`${remix}createCookieSessionStorage({ cookie });`),
    silent(`${remix}createCookieSessionStorage(options);`),
    silent(
      `${remix}const cookie = createCookie('session', { secrets: [process.env.SECRET] }); createCookieSessionStorage({ cookie });`,
    ),
    silent(
      `${remix}const o = { cookie: { name: 'a' } }; o.cookie.secrets = [process.env.SECRET]; createCookieSessionStorage(o);`,
    ),
    silent(`${remix}createCookie('session', options);`),
    silent(`${remix}createCookie('theme');`),
    silent("import { createCookie } from './cookies'; createCookie('session');"),
    silent(`${cookieSession}cookieSession({ keys });`),
    silent(`${cookieSession}cookieSession({ keys, signed: true });`),
    silent(`${cookieSession}cookieSession({ keys, signed: isProduction });`),
    silent(`${cookieSession}cookieSession({ keys, signed: false, ...options });`),
    silent("ctx.cookies.set('sid', id, { signed: true });"),
    silent("ctx.cookies.set('sid', id, {});"),
    silent("ctx.cookies.set('sid', id, options);"),
    silent("ctx.cookies.set('theme', 'dark');"),
    silent('ctx.cookies.set(name, value);'),
    silent("ctx.cookies.set('access_token', jwt);", { name: 'a token proves itself' }),
    silent("ctx.cookies.set('sid', null);", { name: 'a deletion' }),
    silent("ctx.cookies.set('sid', '');"),
    silent("ctx.cookies.set('sid');"),
    silent("ctx.cookies.set(...['sid', id]);"),
    silent("res.cookie('sid', id, { signed: false });", { name: 'express signs nothing by itself' }),
    silent("res.cookie('sid', id);"),
    silent("import cookieParser from 'cookie-parser'; app.use(cookieParser());"),
    silent("import session from 'koa-session'; const app = new Koa(); app.use(session({ key: 'keyboard cat' }, app));"),
  ],

  invalid: [
    // Production does come here.
    report("if (process.env.NODE_ENV === 'production') { use(process.env.SESSION_SECRET || 'dev-secret'); }", 'known', {
      withoutFallback: "if (process.env.NODE_ENV === 'production') { use(process.env.SESSION_SECRET!); }",
    }),
    report("if (process.env.REDIS_URL) { use(process.env.SESSION_SECRET || 'dev-secret'); }", 'known', {
      withoutFallback: 'if (process.env.REDIS_URL) { use(process.env.SESSION_SECRET!); }',
    }),
    report("const key = hash(process.env.SESSION_SECRET || 'dev-secret');", 'known', {
      withoutFallback: 'const key = hash(process.env.SESSION_SECRET!);',
    }),
    report("Config.get('session.secret', 'string', 'dev-secret');", 'known', {}, javaScript),
    // Texts.
    inExpress("'keyboard cat'", 'known'),
    inExpress("'Keyboard-Cat'", 'known'),
    inExpress("'SESSION_SECRET'", 'known'),
    inExpress("'CHANGE_ME'", 'known'),
    inExpress('`keyboard cat`', 'known'),
    inExpress("'my' + 'secret'", 'known'),
    inExpress("'Xk3 of my very own app'", 'short'),
    inExpress("'a-secret-with-words-that-is-long-enough'", 'words'),
    inExpress("'x'.repeat(64)", 'pattern'),
    inExpress("'qwertyuiopasdfghjklzxcvbnmqwertyuiop'", 'pattern'),
    inExpress("'0f8fad5b-d9cb-469f-a165-70867728950e'", 'uuid'),
    inExpress("'aabbaabababbabaababbababababbaabbaab'", 'lowVariety'),
    inExpress('1234', 'known'),
    {
      name: 'the length is said',
      code: `${head}session({ secret: 'k9Gx2Lp7Qw4Z' });`,
      errors: [
        {
          messageId: 'short',
          line: 2,
          column: 19,
          data: {
            secret: 'secret of `express-session`',
            fallback: '',
            length: '12 characters',
            minimum: 32,
            forge: 'sign any session id as the server would',
          },
          suggestions: 1 as never,
        },
      ],
    },
    {
      name: 'a minimum of the library itself',
      code: "import { acme } from '@acme/session'; acme({ secret: 'k9Gx2Lp7Qw4Z' }); acme({ secret: 'k9Gx2Lp' });",
      settings: {
        'session-secrets': {
          libraries: [
            {
              module: '@acme/session',
              readFrom: '1',
              setups: [{ form: 'call', export: ['acme'], options: 0, secrets: [{ path: ['secret'], minLength: 8 }] }],
            },
          ],
        },
      },
      errors: [{ messageId: 'short', column: 88, suggestions: 1 as never }],
    },
    report(`${head}session({ secret: Buffer.from('keyboard cat') });`, 'known', {
      fromEnvironment: `${head}session({ secret: Buffer.from(process.env.SESSION_SECRET!) });`,
    }),
    report(`${head}session({ secret: atob('a2V5Ym9hcmQgY2F0') });`, 'known', {
      fromEnvironment: `${head}session({ secret: atob(process.env.SESSION_SECRET!) });`,
    }),
    ...importForms('express-session').map(({ name, head: before, callee, only }) =>
      replaced(`${before}${callee}({ secret: □ });`, "'keyboard cat'", 'known', undefined, {
        name,
        ...(only === 'typescript' ? {} : javaScript),
      }),
    ),

    // Fallbacks.
    report(
      `${head}session({ secret: process.env.S || 'dev' });`,
      'known',
      { withoutFallback: `${head}session({ secret: process.env.S });` },
      javaScript,
    ),
    report(`${head}session({ secret: process.env.S ?? 'dev' });`, 'known', {
      withoutFallback: `${head}session({ secret: process.env.S! });`,
    }),
    report(`${head}session({ secret: process.env.NODE_ENV === 'production' ? process.env.S : 'dev' });`, 'known', {
      withoutFallback: `${head}session({ secret: process.env.S! });`,
    }),
    report(`${head}session({ secret: process.env.S || crypto.randomUUID() });`, 'uuid', {
      withoutFallback: `${head}session({ secret: process.env.S! });`,
    }),
    {
      name: 'the message of a fallback',
      code: `${head}session({ secret: process.env.S || 'dev' });`,
      errors: [
        {
          messageId: 'known',
          data: {
            secret: 'secret of `express-session`',
            fallback: ', which an unset variable silently selects,',
            forge: 'sign any session id as the server would',
          },
          suggestions: 1 as never,
        },
      ],
    },

    // Made at run time.
    inExpress('Math.random().toString(36).slice(2)', 'predictable'),
    inExpress('`${Date.now()}`', 'predictable'),
    inExpress('new Date().toISOString()', 'predictable'),
    inExpress('String(process.pid)', 'predictable'),
    inExpress('v1()', 'predictable', "import { v1 } from 'uuid';"),
    inExpress('new ObjectId().toString()', 'predictable', "import { ObjectId } from 'mongodb';"),
    inExpress('uuid()', 'uuid', "import { v4 as uuid } from 'uuid';"),
    inExpress('os.hostname()', 'knowable', "import os from 'os';"),
    inExpress('__dirname', 'knowable'),
    inExpress("appInfo.name + '_1234'", 'knowable'),
    inExpress('`${pkg.name}-secret`', 'knowable', "import pkg from './package.json';"),
    inExpress('process.env.NEXT_PUBLIC_SECRET', 'published'),
    inExpress('import.meta.env.VITE_SECRET', 'published'),
    inExpress('crypto.randomBytes(8)', 'fewBytes'),
    inExpress('nanoid(10)', 'fewBytes', "import { nanoid } from 'nanoid';"),
    inExpress(
      "createHash('md5').update(os.hostname()).digest('hex')",
      'knowable',
      "import os from 'os'; import { createHash } from 'crypto';",
    ),
    report(
      `${head}import { createHash } from 'crypto'; session({ secret: createHash('sha256').update('keyboard cat').digest('hex') });`,
      'hashed',
      {
        fromEnvironment: `${head}import { createHash } from 'crypto'; session({ secret: createHash('sha256').update(process.env.SESSION_SECRET!).digest('hex') });`,
      },
    ),
    {
      name: 'what it is made from is said',
      code: `${head}session({ secret: process.env.NEXT_PUBLIC_SECRET });`,
      errors: [
        {
          messageId: 'published',
          data: {
            secret: 'secret of `express-session`',
            fallback: '',
            what: '`NEXT_PUBLIC_SECRET`',
            forge: 'sign any session id as the server would',
          },
          suggestions: 1 as never,
        },
      ],
    },
    {
      name: 'how many bits there are is said',
      code: `${head}session({ secret: crypto.randomBytes(8).toString('hex') });`,
      errors: [
        {
          messageId: 'fewBytes',
          data: {
            secret: 'secret of `express-session`',
            fallback: '',
            what: '`crypto.randomBytes()`',
            bits: 64,
            forge: 'sign any session id as the server would',
          },
          suggestions: 1 as never,
        },
      ],
    },

    // Other places.
    replaced(`${cookieSession}cookieSession({ keys: [□] });`, "'key1'", 'known'),
    replaced("import cookieParser from 'cookie-parser'; cookieParser(□);", "'secret'", 'known', 'COOKIE_SECRET'),
    replaced(
      "import Koa from 'koa'; const app = new Koa(); app.keys = [□];",
      "'some secret hurr'",
      'known',
      'COOKIE_SECRET',
    ),
    replaced(
      "import type { SessionOptions } from 'iron-session'; export const o: SessionOptions = { password: □ };",
      "'complex_password_at_least_32_characters_long'",
      'known',
      'SESSION_PASSWORD',
    ),
    replaced(
      "import s from '@fastify/session'; app.register(s, { secret: □ });",
      "'a secret with minimum length of 32 characters'",
      'known',
    ),
    replaced(
      "import s from '@fastify/secure-session'; app.register(s, { key: Buffer.from(□, 'hex') });",
      `'${'ab'.repeat(32)}'`,
      'pattern',
      'SESSION_KEY',
    ),
    replaced(`${remix}createCookie('prefs', { secrets: [□] });`, "'s3cret1'", 'known', 'COOKIE_SECRET'),
    replaced('module.exports = { sessionSecret: □ };', "'Your Session Secret goes here'", 'short'),
    replaced('module.exports = { session: { secret: □ } };', "'keyboard cat'", 'known'),
    replaced('module.exports.session = { secret: □ };', "'keyboard cat'", 'known'),
    replaced('module.exports = { sessionSecret: □ };', 'process.env.REACT_APP_SECRET', 'published'),
    replaced('module.exports = { cookieSecret: □ };', 'Math.random().toString()', 'predictable', 'COOKIE_SECRET'),
    ...["appInfo.name + '_1567'", '`${appInfo.name}_1567`', 'appInfo.pkg.name'].flatMap((value) => [
      replaced(
        'module.exports = appInfo => { const config = exports = {}; config.keys = □; return config; };',
        value,
        'knowable',
        'COOKIE_SECRET',
        { filename: 'config/config.default.ts' },
      ),
      replaced('module.exports = appInfo => ({ keys: □ });', value, 'knowable', 'COOKIE_SECRET', {
        filename: 'config/config.prod.ts',
      }),
      replaced(
        'export default (appInfo: EggAppInfo) => { const config = {} as PowerPartial<EggAppConfig>; config.keys = □; const own = { a: 1 }; return { ...config, ...own }; };',
        value,
        'knowable',
        'COOKIE_SECRET',
        { filename: 'app/config/config.default.ts' },
      ),
    ]),
    replaced('exports.keys = □;', "'orange-lamp'", 'short', 'COOKIE_SECRET', { filename: 'config/config.default.ts' }),
    replaced('module.exports.keys = □;', "'orange-lamp'", 'short', 'COOKIE_SECRET', {
      filename: 'C:\\app\\config\\config.default.ts',
    }),
    replaced(
      "import { defineConfig } from 'egg'; export default defineConfig({ keys: □ });",
      "'orange-lamp'",
      'short',
      'COOKIE_SECRET',
      { filename: 'config/config.default.ts' },
    ),
    // What a function of this file makes of its arguments.
    replaced(`${head}const of = (folder) => □; session({ secret: of(process.cwd()) });`, "'kit-' + folder", 'knowable'),
    replaced(
      `${head}class Kit { of(x) { return \`kit-\${x}\`; } start() { session({ secret: this.of(□) }); } }`,
      '__dirname',
      'knowable',
    ),
    report(
      `${head}import { createHash } from 'crypto'; const of = (text) => createHash('md5').update(text).digest('hex'); session({ secret: of('keyboard cat') });`,
      'hashed',
      {
        fromEnvironment: `${head}import { createHash } from 'crypto'; const of = (text) => createHash('md5').update(text).digest('hex'); session({ secret: of(process.env.SESSION_SECRET!) });`,
      },
    ),
    report(
      `${head}const setting = (name, otherwise) => process.env[name] || otherwise; session({ secret: setting('S', 'keyboard cat') });`,
      'known',
      {
        withoutFallback: `${head}const setting = (name, otherwise) => process.env[name] || otherwise; session({ secret: setting('S')! });`,
      },
    ),
    // A value made from what it was.
    ...[
      'process.env.S || options.secret',
      'process.env.S ?? options.secret',
      'process.env.S ? process.env.S : options.secret',
    ].map((value): Invalid => ({
      name: value,
      code: `${head}const options = { secret: 'keyboard cat' }; options.secret = ${value}; session(options);`,
      errors: [
        {
          messageId: 'known',
          line: 2,
          data: {
            secret: 'secret of `express-session`',
            fallback: ', which an unset variable silently selects,',
            forge: 'sign any session id as the server would',
          },
          suggestions: 1 as never,
        },
      ],
    })),
    // What is known stays so when something unknown is written over it.
    replaced(
      `${head}const options = { secret: □ }; Object.assign(options, read()); session(options);`,
      "'keyboard cat'",
      'known',
    ),
    // A name that only ends like that of a slow derivation.
    report(
      "myscrypt(process.env.SESSION_SECRET || 'dev');",
      'known',
      { withoutFallback: 'myscrypt(process.env.SESSION_SECRET);' },
      javaScript,
    ),
    ...['signedCookie(text, □)', 'signedCookies(all, □)'].map((call) =>
      replaced(`import cookieParser from 'cookie-parser'; cookieParser.${call};`, "'secret'", 'known', 'COOKIE_SECRET'),
    ),
    ...['sign(id, □)', 'unsign(text, □)'].map((call) =>
      replaced(
        `import * as signature from 'cookie-signature'; signature.${call};`,
        "'secret'",
        'known',
        'COOKIE_SECRET',
      ),
    ),
    replaced(
      "export const options = { cookieName: 'sid', password: □, cookieOptions: { secure: true } };",
      "'complex_password_at_least_32_characters_long'",
      'known',
      'SESSION_PASSWORD',
    ),
    report(
      "module.exports = { cookieSecret: { $filter: 'env', production: process.env.S, $default: 'literal' } };",
      'short',
      {
        fromEnvironment:
          "module.exports = { cookieSecret: { $filter: 'env', production: process.env.S, $default: process.env.COOKIE_SECRET } };",
      },
      javaScript,
    ),
    report(
      "module.exports = { session: { secret: { $filter: 'env', production: 'literal', $default: process.env.S } } };",
      'short',
      {
        fromEnvironment:
          "module.exports = { session: { secret: { $filter: 'env', production: process.env.SESSION_SECRET, $default: process.env.S } } };",
      },
      javaScript,
    ),
    // No catalogue of texts: a lone label, numbers and names beside it, or what stands in for a secret.
    ...[
      '{ session: { secret: □ } }',
      "{ title: 'Shop', port: 3000, sessionSecret: □ }",
      "{ title: 'Shop', mode: 'production', sessionSecret: □ }",
    ].map((shape) => replaced(`module.exports = ${shape};`, "'Geheim'", 'short')),
    replaced("module.exports = { title: 'My shop', sessionSecret: □ };", "'Your Session Secret goes here'", 'short'),
    report(
      "module.exports = { sessionSecret: process.env.S || 'MEAN' };",
      'short',
      { withoutFallback: 'module.exports = { sessionSecret: process.env.S };' },
      javaScript,
    ),
    report("convict({ session: { secret: { default: 'super-secret-value', env: 'SESSION_SECRET' } } });", 'short', {}),
    report("process.env.SESSION_SECRET ??= 'dev';", 'known', {}),

    // Nothing signs.
    report(`${remix}createCookieSessionStorage({ cookie: { name: 'a' } });`, 'noSecret', {
      sign: `${remix}createCookieSessionStorage({ cookie: { name: 'a', secrets: [process.env.SESSION_SECRET!] } });`,
    }),
    report(
      `${remix}createCookieSessionStorage({});`,
      'noSecret',
      { sign: `${remix}createCookieSessionStorage({ cookie: { secrets: [process.env.SESSION_SECRET] } });` },
      javaScript,
    ),
    report(`${remix}createCookieSessionStorage();`, 'noSecret', {}),
    report(`${remix}createCookieSessionStorage({ cookie: { secrets: [] } });`, 'noSecret', {
      sign: `${remix}createCookieSessionStorage({ cookie: { secrets: [process.env.SESSION_SECRET!] } });`,
    }),
    report(`${remix}createCookieSessionStorage({ cookie: { secrets: undefined } });`, 'noSecret', {
      sign: `${remix}createCookieSessionStorage({ cookie: { secrets: [process.env.SESSION_SECRET!] } });`,
    }),
    report(`${remix}createCookieSessionStorage({ cookie: { secrets: [/* none yet */] } });`, 'noSecret', {}),
    report(`${remix}createCookie('session');`, 'noSecret', {}),
    report(`${remix}createCookie('session', { maxAge: 60 });`, 'noSecret', {
      sign: `${remix}createCookie('session', { maxAge: 60, secrets: [process.env.SESSION_SECRET!] });`,
    }),
    {
      name: 'the callee is reported where nothing is written',
      code: `${remix}createCookieSessionStorage({ cookie: { name: 'a' } });`,
      errors: [
        {
          messageId: 'noSecret',
          line: 2,
          column: 1,
          endColumn: 27,
          data: { library: '@remix-run/node', option: 'secrets', tamper: 'write a session for any user' },
          suggestions: 1 as never,
        },
      ],
    },
    report(`${cookieSession}cookieSession({ keys, signed: false });`, 'signedOff', {
      sign: `${cookieSession}cookieSession({ keys, signed: true });`,
    }),
    report(`${cookieSession}const signed = false; cookieSession({ keys, signed });`, 'signedOff', {
      sign: `${cookieSession}const signed = true; cookieSession({ keys, signed });`,
    }),
    report("import session from 'koa-session'; session({ signed: false }, app);", 'signedOff', {
      sign: "import session from 'koa-session'; session({ signed: true }, app);",
    }),
    report("ctx.cookies.set('sid', id, { signed: false });", 'signedOff', {
      sign: "ctx.cookies.set('sid', id, { signed: true });",
    }),
    report("ctx.cookies.set('sid', id);", 'noOptions', { sign: "ctx.cookies.set('sid', id, { signed: true });" }),
    report("this.ctx.cookies.set('userId', String(user.id));", 'noOptions', {
      sign: "this.ctx.cookies.set('userId', String(user.id), { signed: true });",
    }),
    {
      name: 'a set-up can lack two things',
      code: `${cookieSession}cookieSession({ keys: ['secret'], signed: false });`,
      errors: [
        { messageId: 'known', suggestions: 1 as never },
        { messageId: 'signedOff', suggestions: 1 as never },
      ],
    },
  ],
});

describe('messages', () => {
  const secrets = [
    'keyboard cat',
    'Xk3 of my very own app',
    'a-secret-with-words-that-is-long-enough',
    '0f8fad5b-d9cb-469f-a165-70867728950e',
    strong,
  ];

  it('count one character as one', () => {
    const [message] = lint("import session from 'express-session'; session({ secret: 'k' });").filter(({ ruleId }) =>
      /weak-session-secret$/.test(ruleId ?? ''),
    );
    expect(message?.message).toMatch(/ has 1 character, and it takes 32 /);
  });

  it.each(secrets)('do not show what %s is', (secret) => {
    const messages = lint(
      `import session from 'express-session'; session({ secret: '${secret}', a: process.env.S || '${secret}' });`,
    );
    const shown = messages.filter(({ ruleId }) => /(?:hardcoded|weak)-session-secret$/.test(ruleId ?? ''));
    expect(shown).toHaveLength(1);
    expect(JSON.stringify(shown.map(({ message, suggestions }) => [message, suggestions]))).not.toContain(secret);
  });
});
