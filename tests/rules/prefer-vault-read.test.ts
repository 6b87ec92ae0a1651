import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/prefer-vault-read';

const ruleTester = new RuleTester();
const settings = { 'session-secrets': { vault: { module: '#session-vault' } } };
const imported = "import { vault } from '#session-vault';\n";

const inHandler = (statement: string, isAsync = true): string =>
  `app.get('/', ${isAsync ? 'async ' : ''}(req, res) => {\n  ${statement}\n});\n`;

type Kind = 'read' | 'test' | 'clear' | 'other';

const fixed = (messageId: Kind, before: string, after: string) => ({
  name: before,
  code: imported + inHandler(before),
  output: imported + inHandler(after),
  settings,
  errors: [{ messageId }],
});

const onlyReported = (messageId: Kind, code: string) => ({
  name: code,
  code: imported + code,
  output: null,
  settings,
  errors: [{ messageId, suggestions: null }],
});

const suggested = (messageId: Kind, before: string, after: string) => ({
  name: before,
  code: imported + inHandler(before),
  output: null,
  settings,
  errors: [{ messageId, suggestions: [{ messageId: 'toVault' as const, output: imported + inHandler(after) }] }],
});

ruleTester.run('prefer-vault-read', rule, {
  valid: [
    { name: 'no vault is known', code: inHandler('use(req.session.accessToken);') },
    {
      name: 'there is no vault',
      code: inHandler('use(req.session.accessToken);'),
      settings: { 'session-secrets': { vault: false } },
    },
    ...[
      'req.session.accessToken = token;',
      'use(req.session.accessTokenRef);',
      'use(req.session.userId);',
      'use(req.session.csrfToken);',
      "use(Reflect.get(cache, 'accessToken'));",
      "use(Reflect.get(req.session, 'userId'));",
      "Reflect.deleteProperty(req.session, 'userId');",
      'use(req.session.token);',
      // Patterns that are no session.
      'const { session: { userId, csrfToken } } = req;',
      'const { session: { accessToken } } = stripe;',
      'const { session: { accessToken } } = await auth();',
      'const { session: { ...accessToken } } = req;',
      'const { session: { [accessToken]: value } } = req;',
      'const { session: [accessToken] } = req;',
      'const { other: { accessToken } } = req;',
      'const { session: { data: { accessToken } } } = c.var;',
      'list.map(({ session: { accessToken } }) => accessToken);',
      'use(req.session.tokenExpiresAt);',
      'use(decrypt(req.session.accessToken));',
      'req.session.passwordExpired = null;',
      'req.session.user = { ...user }; delete req.session.user.password;',
      'req.session.user = user; req.session.user.accessToken = undefined;',
      'req.session.token = true; if (req.session.token) next();',
      'use(session.accessToken);',
      'use(req.body.accessToken);',
    ].map((code) => ({ name: code, code: inHandler(code), settings })),
    ...['use(await vault.read(req.session.accessToken));', 'await vault.revoke(req.session.accessToken);'].map(
      (code) => ({
        name: `a reference under the name of the secret: ${code}`,
        code: imported + inHandler(code),
        settings,
      }),
    ),
    {
      name: "next-auth's session in the browser",
      code: `import { getServerSession } from 'next-auth'; const s = await getServerSession(o); use(s.accessToken);`,
      settings,
    },
  ],

  invalid: [
    // Reads.
    fixed('read', 'use(req.session.accessToken);', 'use(await vault.read(req.session.accessTokenRef));'),
    fixed(
      'read',
      'req.session.keptRef = await vault.rotate(req.session.keptRef, req.session.accessToken);',
      'req.session.keptRef = await vault.rotate(req.session.keptRef, await vault.read(req.session.accessTokenRef));',
    ),
    fixed('read', 'const t = req.session.accessToken', 'const t = await vault.read(req.session.accessTokenRef)'),
    fixed('read', "const t = req.session['api-key'];", "const t = await vault.read(req.session['api-key-ref']);"),
    fixed('read', 'const t = req.session.accessToken!;', 'const t = await vault.read(req.session.accessTokenRef!);'),
    fixed(
      'read',
      'const t = req.session.accessToken as string;',
      'const t = await vault.read(req.session.accessTokenRef) as string;',
    ),
    fixed('read', 'const t = req.session?.accessToken;', 'const t = await vault.read(req.session?.accessTokenRef);'),
    fixed(
      'read',
      'const t = req.session.accessToken.slice(1);',
      'const t = (await vault.read(req.session.accessTokenRef)).slice(1);',
    ),
    fixed(
      'read',
      'const t = req.session.accessToken?.length;',
      'const t = (await vault.read(req.session.accessTokenRef))?.length;',
    ),
    fixed(
      'read',
      'const t = req.session?.accessToken?.length;',
      'const t = (await vault.read(req.session?.accessTokenRef))?.length;',
    ),
    fixed(
      'read',
      'const t = `Bearer ${req.session.accessToken}`;',
      'const t = `Bearer ${await vault.read(req.session.accessTokenRef)}`;',
    ),
    fixed(
      'read',
      'call({ headers: { authorization: req.session.accessToken } });',
      'call({ headers: { authorization: await vault.read(req.session.accessTokenRef) } });',
    ),
    fixed(
      'read',
      'const t = req.session.accessToken || req.query.token;',
      'const t = await vault.read(req.session.accessTokenRef) || req.query.token;',
    ),
    fixed(
      'read',
      'const t = req.session.github.accessToken;',
      'const t = await vault.read(req.session.github.accessTokenRef);',
    ),
    fixed(
      'read',
      'const { github } = req.session; use(github.accessToken);',
      'const { github } = req.session; use(await vault.read(github.accessTokenRef));',
    ),
    fixed(
      'read',
      'const p = req.session.credentials.password;',
      'const p = (await vault.read(req.session.credentialsRef)).password;',
    ),
    fixed(
      'read',
      'for (const key of req.session.apiKeys) use(key);',
      'for (const key of await vault.read(req.session.apiKeysRef)) use(key);',
    ),
    fixed(
      'read',
      "const t = request.session.get('accessToken');",
      "const t = await vault.read(request.session.get('accessTokenRef'));",
    ),
    fixed(
      'read',
      'if (req.session.accessToken === given) next();',
      'if (await vault.read(req.session.accessTokenRef) === given) next();',
    ),

    // Destructured reads.
    fixed(
      'read',
      'const { accessToken } = req.session;',
      'const accessToken = await vault.read(req.session.accessTokenRef);',
    ),
    fixed('read', 'let { accessToken: t } = req.session', 'let t = await vault.read(req.session.accessTokenRef)'),
    {
      name: 'what a call gives, where nothing else is taken out of it',
      code: `${imported}import { getIronSession } from 'iron-session';\nasync function f() { const { accessToken } = await getIronSession(a, b); }`,
      output: `${imported}import { getIronSession } from 'iron-session';\nasync function f() { const accessToken = await vault.read((await getIronSession(a, b)).accessTokenRef); }`,
      settings,
      errors: [{ messageId: 'read' }],
    },
    {
      name: 'what a call gives, with others',
      code: `${imported}import { getIronSession } from 'iron-session';\nasync function f() { const { accessToken, user } = await getIronSession(a, b); }`,
      output: null,
      settings,
      errors: [{ messageId: 'read', suggestions: null }],
    },
    onlyReported('read', inHandler("use(Reflect.get(req.session, 'accessToken'));")),
    onlyReported('test', inHandler("if (Reflect.has(req.session, 'accessToken')) next();")),
    onlyReported('clear', inHandler("Reflect.deleteProperty(req.session, 'accessToken');")),
    onlyReported('clear', inHandler("Reflect.set(req.session, 'accessToken', null);")),
    {
      name: 'by lodash',
      code: `${imported}import _ from 'lodash';\n${inHandler("if (_.has(req.session, 'accessToken')) use(_.get(req.session, 'accessToken'));")}`,
      output: `${imported}import _ from 'lodash';\n${inHandler("if (_.has(req.session, 'accessTokenRef')) use(await vault.read(_.get(req.session, 'accessTokenRef')));")}`,
      settings,
      errors: [{ messageId: 'test' }, { messageId: 'read' }],
    },
    {
      name: 'by lodash, whether a path is there',
      code: `${imported}import _ from 'lodash';\n${inHandler("if (_.has(req.session, 'user.accessToken')) next();")}`,
      output: null,
      settings,
      errors: [{ messageId: 'test', suggestions: null }],
    },
    {
      name: 'by lodash, where a person has to look',
      code: `${imported}import _ from 'lodash';\n${inHandler("use(_.get(req.session, 'user.accessToken')); _.unset(req.session, 'apiKey');")}`,
      output: null,
      settings,
      errors: [
        { messageId: 'read', suggestions: null },
        { messageId: 'clear', suggestions: null },
      ],
    },
    fixed(
      'read',
      "const { 'api-key': key } = req.session;",
      "const key = await vault.read(req.session['api-key-ref']);",
    ),
    fixed(
      'read',
      'const { accessToken, user } = req.session; // both',
      'const { user } = req.session;\n  const accessToken = await vault.read(req.session.accessTokenRef); // both',
    ),
    fixed(
      'read',
      'const { user, accessToken: t } = req.session!',
      'const { user } = req.session!\n  const t = await vault.read(req.session!.accessTokenRef)',
    ),
    fixed(
      'read',
      'const { accessToken } = req.session.github as any;',
      'const accessToken = await vault.read((req.session.github as any).accessTokenRef);',
    ),
    {
      name: 'several of one pattern',
      code: imported + inHandler('const { accessToken, refreshToken } = req.session;'),
      output:
        imported +
        inHandler(
          'const accessToken = await vault.read(req.session.accessTokenRef);\n  const refreshToken = await vault.read(req.session.refreshTokenRef);',
        ),
      settings,
      errors: [{ messageId: 'read' }, { messageId: 'read' }],
    },

    // Tests of presence.
    fixed(
      'test',
      'if (!req.session.accessToken) return res.redirect("/");',
      'if (!req.session.accessTokenRef) return res.redirect("/");',
    ),
    fixed('test', 'if (req.session.accessToken) next();', 'if (req.session.accessTokenRef) next();'),
    fixed('test', 'const is = !!req.session.accessToken;', 'const is = !!req.session.accessTokenRef;'),
    fixed('test', 'const is = Boolean(req.session.accessToken);', 'const is = Boolean(req.session.accessTokenRef);'),
    fixed(
      'test',
      'const is = req.session.accessToken === undefined;',
      'const is = req.session.accessTokenRef === undefined;',
    ),
    fixed('test', 'const is = null != req.session.accessToken;', 'const is = null != req.session.accessTokenRef;'),
    fixed(
      'test',
      "const is = typeof req.session.accessToken === 'undefined';",
      "const is = typeof req.session.accessTokenRef === 'undefined';",
    ),
    fixed('test', 'const is = req.session.accessToken ? 1 : 2;', 'const is = req.session.accessTokenRef ? 1 : 2;'),
    fixed(
      'test',
      'if (a || (b && req.session.accessToken)) next();',
      'if (a || (b && req.session.accessTokenRef)) next();',
    ),
    fixed(
      'test',
      "const is = Object.hasOwn(req.session, 'accessToken');",
      "const is = Object.hasOwn(req.session, 'accessTokenRef');",
    ),
    fixed(
      'test',
      "const is = req.session.hasOwnProperty('accessToken');",
      "const is = req.session.hasOwnProperty('accessTokenRef');",
    ),
    fixed('test', "const is = 'accessToken' in req.session;", "const is = 'accessTokenRef' in req.session;"),
    fixed('test', 'if (!req.session?.accessToken) next();', 'if (!req.session?.accessTokenRef) next();'),
    {
      name: 'a test needs no await, so any function will do',
      code: imported + 'const isLoggedIn = (req) => !!req.session.accessToken;',
      output: imported + 'const isLoggedIn = (req) => !!req.session.accessTokenRef;',
      settings,
      errors: [{ messageId: 'test' }],
    },

    // Clears.
    fixed(
      'clear',
      'req.session.accessToken = null;',
      'await vault.revoke(req.session.accessTokenRef);\n  req.session.accessTokenRef = null;',
    ),
    fixed(
      'clear',
      'req.session.accessToken = undefined',
      'await vault.revoke(req.session.accessTokenRef)\n  req.session.accessTokenRef = undefined',
    ),
    fixed(
      'clear',
      'delete req.session.accessToken; // bye',
      'await vault.revoke(req.session.accessTokenRef);\n  delete req.session.accessTokenRef; // bye',
    ),
    fixed(
      'clear',
      'req.session.accessToken = false;',
      'await vault.revoke(req.session.accessTokenRef);\n  req.session.accessTokenRef = false;',
    ),
    fixed(
      'clear',
      "if (x) req.session.accessToken = '';",
      "if (x) { await vault.revoke(req.session.accessTokenRef); req.session.accessTokenRef = ''; }",
    ),
    fixed('clear', 'req.session = { accessToken: null };', 'req.session = { accessTokenRef: null };'),

    // By methods.
    fixed(
      'clear',
      "session2; request.session.unset('accessToken');",
      "session2; await vault.revoke(request.session.get('accessTokenRef')); request.session.unset('accessTokenRef');",
    ),
    fixed(
      'clear',
      "request.session.set('accessToken', undefined);",
      "await vault.revoke(request.session.get('accessTokenRef'));\n  request.session.set('accessTokenRef', undefined);",
    ),
    fixed(
      'clear',
      "request.session?.set('accessToken', null)",
      "await vault.revoke(request.session?.get('accessTokenRef'))\n  request.session?.set('accessTokenRef', null)",
    ),
    fixed(
      'test',
      "if (request.session.get('accessToken')) next();",
      "if (request.session.get('accessTokenRef')) next();",
    ),
    {
      name: 'a storage of React Router',
      code: `${imported}import { createCookieSessionStorage } from 'react-router';
const { getSession, commitSession } = createCookieSessionStorage({ cookie });
export async function action({ request }) {
  const session = await getSession(request.headers.get('Cookie'));
  if (!session.has('accessToken')) return redirect('/');
  await revokeAtProvider(session.get('accessToken'));
  session.unset('accessToken');
}
`,
      output: `${imported}import { createCookieSessionStorage } from 'react-router';
const { getSession, commitSession } = createCookieSessionStorage({ cookie });
export async function action({ request }) {
  const session = await getSession(request.headers.get('Cookie'));
  if (!session.has('accessTokenRef')) return redirect('/');
  await revokeAtProvider(await vault.read(session.get('accessTokenRef')));
  await vault.revoke(session.get('accessTokenRef'));
  session.unset('accessTokenRef');
}
`,
      settings,
      errors: [{ messageId: 'test' }, { messageId: 'read' }, { messageId: 'clear' }],
    },
    // A line that begins with a bracket does not go on where the one before it ends.
    fixed(
      'clear',
      '(req.session as any).accessToken = null',
      'await vault.revoke((req.session as any).accessTokenRef);\n  (req.session as any).accessTokenRef = null',
    ),

    {
      name: 'a key below another one, where the file writes it',
      code: imported + inHandler('req.session.github.accessToken = token; delete req.session.github.accessToken;'),
      output:
        imported +
        inHandler(
          'req.session.github.accessTokenRef = await vault.store(token); await vault.revoke(req.session.github.accessTokenRef); delete req.session.github.accessTokenRef;',
        ),
      settings,
      errors: [{ messageId: 'clear' }],
    },

    // Several, in one go once the vault is there.
    {
      name: 'the import comes with the first',
      code: `const x = require('x');\n${inHandler('if (req.session.accessToken) use(req.session.accessToken);')}`,
      output: `const x = require('x');\nconst { vault } = require('#session-vault');\n${inHandler('if (req.session.accessTokenRef) use(await vault.read(req.session.accessTokenRef));')}`,
      languageOptions: { parserOptions: { sourceType: 'commonjs' } },
      settings,
      errors: [{ messageId: 'test' }, { messageId: 'read' }],
    },
    {
      name: 'a weak name counts where the file writes a secret to it',
      code: imported + inHandler('req.session.token = tokens.access_token; use(req.session.token);'),
      output: null,
      settings,
      errors: [
        {
          messageId: 'read',
          suggestions: [
            {
              messageId: 'toVault',
              output:
                imported +
                inHandler('req.session.token = tokens.access_token; use(await vault.read(req.session.tokenRef));'),
            },
          ],
        },
      ],
    },
    {
      name: 'an inline handler that is not async',
      code: imported + inHandler('use(req.session.accessToken);', false),
      output: null,
      settings,
      errors: [
        {
          messageId: 'read',
          suggestions: [
            {
              messageId: 'toVaultAsync',
              output: imported + inHandler('use(await vault.read(req.session.accessTokenRef));'),
            },
          ],
        },
      ],
    },

    {
      name: 'one that a person has to move holds back all others of that secret',
      code:
        imported +
        "app.get('/', async (req, res) => { use(req.session.accessToken); use(req.session.apiKey); });\n" +
        'load().then((tokens) => { req.session.accessToken = tokens.access_token; });',
      output:
        imported +
        "app.get('/', async (req, res) => { use(req.session.accessToken); use(await vault.read(req.session.apiKeyRef)); });\n" +
        'load().then((tokens) => { req.session.accessToken = tokens.access_token; });',
      settings,
      errors: [
        {
          messageId: 'read',
          suggestions: [
            {
              messageId: 'toVault',
              output:
                imported +
                "app.get('/', async (req, res) => { use(await vault.read(req.session.accessTokenRef)); use(req.session.apiKey); });\n" +
                'load().then((tokens) => { req.session.accessToken = tokens.access_token; });',
            },
          ],
        },
        { messageId: 'read' },
      ],
    },

    // Below what a method gives.
    fixed(
      'read',
      "use(request.session.get('github').accessToken);",
      "use(await vault.read(request.session.get('github').accessTokenRef));",
    ),
    fixed(
      'read',
      "use(request.session.get('github')?.accessToken);",
      "use(await vault.read(request.session.get('github')?.accessTokenRef));",
    ),
    fixed(
      'read',
      "use(request.session.get('credentials').password);",
      "use((await vault.read(request.session.get('credentialsRef'))).password);",
    ),
    fixed(
      'read',
      "const github = request.session.get('github'); use(github.accessToken);",
      "const github = request.session.get('github'); use(await vault.read(github.accessTokenRef));",
    ),

    // A clear of what another file wrote; a password may never have been in the vault.
    fixed(
      'clear',
      'delete req.session.github.accessToken;',
      'await vault.revoke(req.session.github.accessTokenRef);\n  delete req.session.github.accessTokenRef;',
    ),
    fixed(
      'clear',
      'req.session.github = { name }; delete req.session.github.accessToken;',
      'req.session.github = { name }; await vault.revoke(req.session.github.accessTokenRef); delete req.session.github.accessTokenRef;',
    ),
    suggested(
      'clear',
      'req.session.user.password = undefined;',
      'await vault.revoke(req.session.user.passwordRef);\n  req.session.user.passwordRef = undefined;',
    ),
    // Objects that are mostly written as a whole, by another file or by a library.
    suggested('read', 'use(req.session.user.accessToken);', 'use(await vault.read(req.session.user.accessTokenRef));'),
    suggested(
      'test',
      'if (req.session.account?.accessToken) next();',
      'if (req.session.account?.accessTokenRef) next();',
    ),
    suggested(
      'read',
      'use(req.session.passport.user.refreshToken);',
      'use(await vault.read(req.session.passport.user.refreshTokenRef));',
    ),
    suggested(
      'read',
      'use(req.session.grant.response.access_token);',
      'use(await vault.read(req.session.grant.response.access_token_ref));',
    ),
    // The file shows that it is.
    suggested(
      'read',
      'req.session.github = await connect(); use(req.session.github.accessToken);',
      'req.session.github = await connect(); use(await vault.read(req.session.github.accessTokenRef));',
    ),

    // Other files go by the name alone.
    onlyReported('other', inHandler('req.session.accessToken = encrypt(token); use(req.session.accessToken);')),
    onlyReported('other', inHandler('req.session.password = true; if (req.session.password) next();')),
    onlyReported(
      'other',
      inHandler('req.session.accessToken = await vault.store(token); use(await vault.read(req.session.accessToken));'),
    ),
    onlyReported('other', inHandler("request.session.set('apiKey', Date.now());")),

    // For a person to look at.
    onlyReported('read', 'async function f(req) { req.session.apiKeys.sort(); }'),
    onlyReported('read', 'async function f(req) { const c = req.session.credentials; c.password = next; }'),
    onlyReported('read', 'async function f(req) { const { credentials } = req.session; delete credentials.password; }'),
    onlyReported('read', 'async function f(req) { const list = req.session.apiKeys; list.push(key); }'),
    onlyReported('read', 'async function f(req) { const { accessToken = 1 } = req.session; }'),
    onlyReported('read', 'async function f(req) { const { accessToken /* kept */, user } = req.session; }'),
    onlyReported('read', 'async function f(req) { const { user: { accessToken } } = req.session; }'),
    // The session is one of the patterns.
    ...[
      'async function f(req) { const { session: { accessToken } } = req; }',
      'async function f(req) { const { session: { accessToken: mine = none }, body } = req; }',
      'async function f(req) { const { session: { user: { accessToken } } = {} } = req; }',
      'async function f(ctx) { const { request: { session: { id, accessToken } } } = ctx; }',
      "app.get('/', async ({ session: { accessToken } }, res) => use(accessToken));",
      "app.get('/', async ({ body, session: { user: { accessToken } } }) => use(accessToken));",
      "import { useSession } from '@hono/session'; app.get('/', async (c) => { const { session: { data: { accessToken } } } = c.var; });",
    ].map((code) => onlyReported('read', code)),
    suggested(
      'read',
      'const { session: { user } } = req; use(user.accessToken);',
      'const { session: { user } } = req; use(await vault.read(user.accessTokenRef));',
    ),
    onlyReported('read', 'async function f(req) { const { accessToken } = req.session, b = 1; }'),
    onlyReported('read', 'async function f(req) { for (const { accessToken } = req.session; ; ); }'),
    onlyReported('read', 'const tokenOf = (req) => req.session.accessToken;'),
    onlyReported('read', 'async function f(req) { const { accessToken, ...rest } = req.session; }'),
    onlyReported('read', 'async function f(req) { const { accessToken, label = accessToken } = req.session; }'),
    onlyReported(
      'clear',
      "import { getIronSession } from 'iron-session'; async function f() { delete (await getIronSession(c, o)).accessToken; }",
    ),
    onlyReported('read', 'async function f(req) { return req.session?.accessToken.length; }'),
    onlyReported('clear', 'function logout(req) { req.session.accessToken = null; }'),
    onlyReported('clear', 'async function f(req) { return (req.session.accessToken = null); }'),
  ],
});
