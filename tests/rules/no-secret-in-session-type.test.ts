import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/no-secret-in-session-type';

const ruleTester = new RuleTester();
const settings = { 'session-secrets': { vault: { module: '#session-vault' } } };

const data = (members: string, name = 'SessionData', module = 'express-session'): string =>
  `declare module '${module}' {\n  interface ${name} {\n    ${members}\n  }\n}\n`;

const inFile = (name: string, before: string, after: string) => ({
  name,
  code: before,
  output: after,
  settings,
  errors: [{ messageId: 'secret' as const }],
});

const fixed = (before: string, after: string) => inFile(before, data(before), data(after));

const suggested = (name: string, before: string, after: string) => ({
  name,
  code: before,
  output: null,
  settings,
  errors: [{ messageId: 'secret' as const, suggestions: [{ messageId: 'toReference' as const, output: after }] }],
});

const iron = "import { getIronSession, type IronSession } from 'iron-session';\n";
const router = "import { createCookieSessionStorage } from 'react-router';\n";

ruleTester.run('no-secret-in-session-type', rule, {
  valid: [
    // Interfaces that only share a name, or hold a session of somebody else's.
    ...[
      data('session: { accessToken: string };', 'ContextVariableMap', 'hono'),
      `import 'better-auth';\n${data('session: { accessToken: string };', 'ContextVariableMap', 'hono')}`,
      `import 'hono-sessions';\n${data('token: { accessToken: string }; apiKey: string;', 'ContextVariableMap', 'hono')}`,
      `import 'hono-sessions';\n${data('session: { accessToken: string };', 'Variables', 'hono')}`,
      `import 'hono-sessions';\n${data('session(): { accessToken: string };', 'ContextVariableMap', 'hono')}`,
      data('session: { accessToken: string };', 'Context', 'koa'),
      'declare namespace App { interface Locals { session: { accessToken: string }; apiKey: string } }',
      'interface SessionData { accessToken: string }',
      'declare namespace Other { interface SessionData { accessToken: string } }',
      data('apiKey: string;', 'User', '#auth'),
      data('apiKey: string;', 'SecureSessionData', '#auth-utils'),
      data('secure?: { apiKey: string }; userId: string;', 'UserSession', '#auth-utils'),
      data('apiKey: string;', 'SessionData', 'h3'),
      data('apiKey: string;', 'YarFlashes', '@hapi/yar'),
      "import type { Session } from 'lucia';\nexport type Mine = Session<{ apiKey: string }>;",
    ].map((code) => ({ name: code, code, settings })),
    { name: 'no vault is known', code: data('apiKey?: string;') },
    { name: 'there is no vault', code: data('apiKey?: string;'), settings: { 'session-secrets': { vault: false } } },
    ...[
      'apiKeyRef?: string;',
      'userId?: string;',
      'token?: string;',
      'csrfToken?: string;',
      'accessTokenExpiresAt?: number;',
      'passwordChanged?: boolean;',
      // Whatever it is called: a flag, a number, a time, a function, nothing.
      'password?: boolean;',
      'password: true | undefined;',
      'accessToken?: number;',
      'accessToken: Date | null;',
      'password: null;',
      'password: (given: string) => boolean;',
      'apiKey(): string;',
      '[apiKey: string]: string;',
      '[KEY]: string;',
      '(): string;',
      'user?: { id: string; csrf: { secret: string } };',
      'user?: User;',
    ].map((members) => ({ name: members, code: data(members), settings })),
    { name: 'an interface of another module', code: data('apiKey?: string;', 'SessionData', 'stripe'), settings },
    { name: 'another interface of the module', code: data('apiKey?: string;', 'SessionOptions'), settings },
    { name: 'an interface of no module', code: 'interface SessionData { apiKey?: string }', settings },
    {
      name: 'a type of that name where no session is set up',
      code: "import type { SessionOptions } from 'iron-session';\nexport interface SessionData { apiKey: string }",
      settings,
    },
    {
      name: 'another type where a session is set up',
      code: "import type { SessionOptions } from 'iron-session';\nexport interface Settings { apiKey: string }\nexport const options: SessionOptions = { password };",
      settings,
    },
    { name: 'a class', code: 'class SessionData { apiKey?: string }', settings },
    {
      name: 'an allowed name',
      code: data('apiKey?: string;'),
      settings: { 'session-secrets': { vault: { module: '#v' }, secretNames: { allow: ['apiKey'] } } },
    },
    {
      name: 'the type argument of something else',
      code: 'const client = createClient<{ apiKey: string }>(session);',
      settings,
    },
    {
      name: 'the type argument of another call of the library',
      code: "import { sealData } from 'iron-session';\nsealData<{ apiKey: string }>({}, session);",
      settings,
    },
    {
      name: 'a type argument of another file',
      code: `${iron}import type { Data } from './data';\nconst s = await getIronSession<Data>(a, b);`,
      settings,
    },
    {
      name: 'an argument that names itself',
      code: `${iron}type Data = Data & Data;\nconst s = await getIronSession<Data>(a, b);`,
      settings,
    },
    {
      name: 'a type parameter',
      code: `${iron}const open = <T extends object>() => getIronSession<T>(a, b);`,
      settings,
    },
  ],

  invalid: [
    ...[
      ['Astro', `declare namespace App {\n  interface SessionData {\n    apiKey?: string;\n  }\n}\n`],
      [
        'Astro, from a module',
        `declare global {\n  namespace App {\n    interface SessionData {\n      apiKey: string;\n    }\n  }\n}\nexport {};\n`,
      ],
      ['yar', data('apiKey: string;', 'YarValues', '@hapi/yar')],
      [
        'hono-sessions',
        `import type { Context } from 'hono';\nimport 'hono-sessions';\n${data('session: { apiKey: string } | null;', 'ContextVariableMap', 'hono')}`,
      ],
      [
        'hono-sessions, its own type',
        `import type { Session } from 'hono-sessions';\n${data('session: Session<{ apiKey: string }>;', 'ContextVariableMap', 'hono')}`,
      ],
      ['koa', `import 'koa-session';\n${data('session: { apiKey: string };', 'Context', 'koa')}`],
      [
        'koa, an older way',
        `import 'koa-generic-session';\n${data('session: { apiKey: string };', 'ExtendableContext', 'koa')}`,
      ],
      [
        'h3',
        "import { useSession } from 'h3';\nexport const current = (event) => useSession<{ apiKey: string }>(event, config);\n",
      ],
      [
        'h3, a type',
        "import type { SessionManager } from 'h3';\nexport type Mine = SessionManager<{ apiKey: string }>;\n",
      ],
      [
        'next-session',
        "import nextSession from 'next-session';\nexport const getSession = nextSession<{ apiKey: string }>();\n",
      ],
      [
        'next-session, a type',
        "import type { SessionData } from 'next-session/lib/types';\nexport type Mine = SessionData<{ apiKey: string }>;\n",
      ],
      [
        'iron-session, a name',
        "import type { IronSession } from 'iron-session';\ntype Mine = { apiKey: string };\nexport type It = IronSession<Mine>;\n",
      ],
    ].map(([name = '', code = '']) => inFile(name, code, code.replace('apiKey', 'apiKeyRef'))),
    suggested(
      'hono-sessions, a name that others may use too',
      `import 'hono-sessions';\ninterface Mine { apiKey: string }\n${data('session: Mine;', 'ContextVariableMap', 'hono')}`,
      `import 'hono-sessions';\ninterface Mine { apiKeyRef: string }\n${data('session: Mine;', 'ContextVariableMap', 'hono')}`,
    ),
    ...['User', 'UserSession'].map((name) => ({
      name: `nuxt-auth-utils: ${name}`,
      code: data('apiKey: string;', name, '#auth-utils').replace(
        '}\n}',
        '}\n  interface SecureSessionData { apiKey: string }\n}',
      ),
      output: null,
      settings,
      errors: [{ messageId: 'browser' as const, suggestions: null }],
    })),
    fixed('apiKey?: string;', 'apiKeyRef?: string;'),
    fixed('apiKey: string;', 'apiKeyRef: string;'),
    fixed('readonly apiKey?: string', 'readonly apiKeyRef?: string'),
    fixed("'api-key'?: string;", "'api-key-ref'?: string;"),
    fixed('"api_key": string,', '"api_key_ref": string,'),
    fixed('API_KEY?: string | null;', 'API_KEY_REF?: string | null;'),
    fixed('apiKey;', 'apiKeyRef;'),
    fixed('apiKey?: undefined | string;', 'apiKeyRef?: undefined | string;'),
    // A reference is a string, whatever its value is.
    fixed('apiKeys?: string[];', 'apiKeysRef?: string;'),
    fixed('credentials: { login: string; password: string } | null;', 'credentialsRef: string | null;'),
    fixed('accessToken: AccessToken | undefined;', 'accessTokenRef: string | undefined;'),
    fixed("apiKey?: 'a' | 'b';", 'apiKeyRef?: string;'),
    // Comments stay.
    fixed(
      '/** For Stripe. */\n    apiKey?: string; // secret',
      '/** For Stripe. */\n    apiKeyRef?: string; // secret',
    ),
    fixed('apiKey /* a */ ?: /* b */ string;', 'apiKeyRef /* a */ ?: /* b */ string;'),
    // Below another key.
    fixed('github?: { name: string; accessToken: string };', 'github?: { name: string; accessTokenRef: string };'),
    fixed(
      'github: ({ accessToken: string } & { name: string }) | null;',
      'github: ({ accessTokenRef: string } & { name: string }) | null;',
    ),
    {
      ...fixed('idToken: string; refreshToken: string;', 'idTokenRef: string; refreshTokenRef: string;'),
      errors: [{ messageId: 'secret' }, { messageId: 'secret' }],
    },

    // The interfaces of other libraries.
    ...[
      ['Session', 'express-session'],
      ['Session', 'fastify'],
      ['SessionData', '@fastify/secure-session'],
      ['IronSessionData', 'iron-session'],
      ['Session', 'koa-session'],
    ].map(([name = '', module = '']) =>
      inFile(`${name} of ${module}`, data('apiKey?: string;', name, module), data('apiKeyRef?: string;', name, module)),
    ),
    inFile(
      'an exported interface',
      "declare module 'express-session' { export interface SessionData { apiKey?: string } }",
      "declare module 'express-session' { export interface SessionData { apiKeyRef?: string } }",
    ),
    inFile(
      'a global namespace',
      'declare global { namespace CookieSessionInterfaces { interface CookieSessionObject { apiKey?: string } } }',
      'declare global { namespace CookieSessionInterfaces { interface CookieSessionObject { apiKeyRef?: string } } }',
    ),
    {
      name: "an interface of the user's own",
      code: data('apiKey?: string;', 'AcmeSession', '@acme/web'),
      output: data('apiKeyRef?: string;', 'AcmeSession', '@acme/web'),
      settings: {
        'session-secrets': {
          vault: { module: '#v' },
          libraries: [
            {
              module: '@acme/web',
              readFrom: '1',
              sessions: [{ interfaces: [{ module: '@acme/web', name: 'AcmeSession' }] }],
            },
          ],
        },
      },
      errors: [{ messageId: 'secret' }],
    },
    {
      name: 'another suffix',
      code: data('apiKey?: string;'),
      output: data('apiKeyHandle?: string;'),
      settings: { 'session-secrets': { vault: { module: '#v', suffix: 'Handle' } } },
      errors: [{ messageId: 'secret' }],
    },

    // Types of this file that are given to a session.
    inFile(
      'an argument in place',
      `${iron}const s = await getIronSession<{ apiKey?: string }>(a, b);`,
      `${iron}const s = await getIronSession<{ apiKeyRef?: string }>(a, b);`,
    ),
    inFile(
      'an interface',
      `${iron}export interface Data { apiKey?: string }\nexport const open = () => getIronSession<Data>(a, b);`,
      `${iron}export interface Data { apiKeyRef?: string }\nexport const open = () => getIronSession<Data>(a, b);`,
    ),
    inFile(
      'an alias, partial and with others',
      `${iron}type Data = { apiKey?: string };\ntype Both = Data & { views: number };\nconst s = await getIronSession<Partial<Both>>(a, b);`,
      `${iron}type Data = { apiKeyRef?: string };\ntype Both = Data & { views: number };\nconst s = await getIronSession<Partial<Both>>(a, b);`,
    ),
    inFile(
      "a session's type",
      `${iron}type Data = { apiKey?: string };\nfunction f(session: IronSession<Data>) { return (req.session as IronSession<Data>).views; }`,
      `${iron}type Data = { apiKeyRef?: string };\nfunction f(session: IronSession<Data>) { return (req.session as IronSession<Data>).views; }`,
    ),
    inFile(
      'the second argument of a storage',
      `${router}const { getSession } = createCookieSessionStorage<{ userId: string }, { accessToken: string }>({ cookie });`,
      `${router}const { getSession } = createCookieSessionStorage<{ userId: string }, { accessTokenRef: string }>({ cookie });`,
    ),
    inFile(
      "what extends a session's type",
      "import type { Session } from 'express-session';\ninterface Mine extends Session { apiKey?: string }",
      "import type { Session } from 'express-session';\ninterface Mine extends Session { apiKeyRef?: string }",
    ),
    inFile(
      "what stands beside a session's type",
      "import type { Session } from 'express-session';\ntype Mine = Session & { apiKey?: string };",
      "import type { Session } from 'express-session';\ntype Mine = Session & { apiKeyRef?: string };",
    ),
    {
      ...inFile(
        'once, however often it is named',
        `${iron}type Data = { apiKey?: string };\nconst s = await getIronSession<Data>(a, b); const t = await getIronSession<Data>(a, b);`,
        `${iron}type Data = { apiKeyRef?: string };\nconst s = await getIronSession<Data>(a, b); const t = await getIronSession<Data>(a, b);`,
      ),
    },

    inFile(
      'the type beside the options that other files take along',
      "import type { SessionOptions } from 'iron-session';\nexport interface SessionData { apiKey?: string }\nexport const options: SessionOptions = { password };",
      "import type { SessionOptions } from 'iron-session';\nexport interface SessionData { apiKeyRef?: string }\nexport const options: SessionOptions = { password };",
    ),
    inFile(
      'the same as an alias',
      "import type { SessionOptions } from 'iron-session';\nexport type MySession = { apiKey?: string };\nexport const options = { password } satisfies SessionOptions;",
      "import type { SessionOptions } from 'iron-session';\nexport type MySession = { apiKeyRef?: string };\nexport const options = { password } satisfies SessionOptions;",
    ),

    // Together with the uses of the same file, and like them.
    suggested(
      'a member of an object that is mostly written as a whole',
      data('user?: { name: string; accessToken: string };'),
      data('user?: { name: string; accessTokenRef: string };'),
    ),
    suggested(
      'a use that a person has to move',
      `import { vault } from '#session-vault';\n${data('apiKey?: string;')}const keyOf = (req: Request) => req.session.apiKey;`,
      `import { vault } from '#session-vault';\n${data('apiKeyRef?: string;')}const keyOf = (req: Request) => req.session.apiKey;`,
    ),
    suggested(
      'a type that is used for other things as well',
      `${iron}interface Data { apiKey: string }\nconst s = await getIronSession<Data>(a, b);\nconst empty: Data = { apiKey: '' };`,
      `${iron}interface Data { apiKeyRef: string }\nconst s = await getIronSession<Data>(a, b);\nconst empty: Data = { apiKey: '' };`,
    ),
    {
      name: 'the reference is declared already',
      code: data('apiKey?: string;\n    apiKeyRef?: string;'),
      output: null,
      settings,
      errors: [{ messageId: 'both', suggestions: [{ messageId: 'remove', output: data('apiKeyRef?: string;') }] }],
    },
    {
      name: 'the reference is declared already, and a comment speaks of the secret',
      code: data('/** For Stripe. */\n    apiKey?: string;\n    apiKeyRef?: string;'),
      output: null,
      settings,
      errors: [{ messageId: 'both', suggestions: null }],
    },
    ...[data('apiKey?: /* one */ Key | /* or */ Other;'), data(String.raw`'api\x4Bey'?: string;`)].map((code) => ({
      name: code,
      code,
      output: null,
      settings,
      errors: [{ messageId: 'secret' as const, suggestions: null }],
    })),
    {
      name: 'what goes to the browser is for a person',
      code: data('accessToken?: string;', 'Session', 'next-auth'),
      output: null,
      settings,
      errors: [{ messageId: 'browser', suggestions: null }],
    },
  ],
});
