import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/no-secret-in-session';

const ruleTester = new RuleTester();
const commonjs = { parserOptions: { sourceType: 'commonjs' } } as const;
const withVault = { 'session-secrets': { vault: { module: '#session-vault' } } };
const withoutVault = { 'session-secrets': { vault: false } };

// Put together here, so that nobody's scanner takes them for somebody's key.
const stripeKey = ['sk', 'live', 'abc123xyz'].join('_');
const githubToken = `ghp_${'a1B2c3D4e5F6g7H8i9J0'.repeat(2).slice(0, 36)}`;

/** A handler in which a statement stands; asynchronous unless said otherwise. */
const inHandler = (statement: string, isAsync = true): string =>
  `app.get('/', ${isAsync ? 'async ' : ''}(req, res) => {\n  ${statement}\n});\n`;

const imported = "import { vault } from '#session-vault';\n";

/** Reported, with nothing to be done about it by us. */
const reported = (code: string, messageId: 'name' | 'shape' | 'source' | 'gathered' = 'name') => ({
  code,
  errors: [{ messageId }],
  settings: withoutVault,
});

/** Fixed in a file that has the vault already, so that only the write itself changes. */
const fixed = (before: string, after: string) => ({
  code: imported + inHandler(before),
  output: imported + inHandler(after),
  errors: [{ messageId: 'name' as const }],
  settings: withVault,
});

ruleTester.run('no-secret-in-session', rule, {
  valid: [
    { name: 'an empty file', code: '' },
    { name: 'a hashbang alone', code: '#!/usr/bin/env node' },
    ...[
      // By itself no more than the state of a login.
      'const auth = { scopes: {} }; req.session.auth = auth;',
      'req.session.auth = req.session.auth || {};',
      "req.session.auth['shop_id'] = options.id;",
      // What OAuth 1 gives before the user has agreed.
      'oauth.getOAuthRequestToken((error, oauthToken) => { req.session.oauthToken = oauthToken; res.end(); });',
      'const { oauth_token } = await client.requestToken(); req.session.oauth_token = oauth_token;',
    ].map((statement) => inHandler(statement)),
    ...[
      // Strategies that hand on no secret, or one that the serializer leaves behind.
      ...[
        ['passport.serializeUser((u, d) => d(null, u.id));', 'done(null, { profile, token: t })'],
        ['passport.serializeUser((u, d) => d(null, { id: u.id }));', 'done(null, { profile, token: t })'],
        ['passport.serializeUser((u, d) => { delete u.token; d(null, u); });', 'done(null, { profile, token: t })'],
        ['passport.serializeUser((u, d) => d(null, u));', 'done(null, { profile, tokenExpires: t })'],
        ['passport.serializeUser((u, d) => d(null, u));', 'done(null, profile, { token: t })'],
        ['passport.serializeUser((u, d) => d(null, u));', 'other(null, { profile, token: t })'],
        ['', 'done(null, { profile, token: t })'],
      ].map(
        ([serializer, handed]) =>
          `import passport from 'passport'; ${serializer} passport.use(new S({}, (t, r, profile, done) => ${handed}));`,
      ),
      "import passport from 'passport'; passport.serializeUser((u, d) => d(null, u)); other.use(new S({}, (t, r, profile, done) => done(null, { profile, token: t })));",
      "import passport from 'passport'; passport.serializeUser((u, d) => d(null, u)); passport.unuse(new S({}, (t, r, profile, done) => done(null, { profile, token: t })));",
      // What the callback beside it gathers is no secret, or is left behind.
      ...[
        ['token.id = account.userId; return token;', 'session.user = token; return session;'],
        ['token.accessToken = account.access_token; return token;', 'session.user.id = token.sub; return session;'],
        [
          'token.accessToken = account.access_token; return token;',
          'const { accessToken, ...user } = token; session.user = user; return session;',
        ],
        [
          'token.accessToken = account.access_token; return token;',
          'delete token.accessToken; session.user = token; return session;',
        ],
        [
          'token.accessToken = account.access_token; return token;',
          'session.user = token; session.user.accessToken = undefined; return session;',
        ],
        [
          'token.accessToken = account.access_token; return token;',
          'session.user = { ...token, accessToken: undefined }; return session;',
        ],
        ['token.accessToken = account.access_token; return token;', 'cache.user = token; return session;'],
        [
          'token.accessToken = account.access_token; return token;',
          'session.isExpired = isExpired(token); return session;',
        ],
        ['token.accessToken = account.access_token; return token;', 'if (!token) return token; return session;'],
        ['return { ...token, ...user };', 'session.user = token; return session;'],
      ].map(
        ([jwt, session]) =>
          `import NextAuth from 'next-auth'; NextAuth({ callbacks: { async jwt({ token, account, user }) { ${jwt} }, async session({ session, token }) { ${session} } } });`,
      ),
      // Paths that lead past the session, into something of another name, or nowhere we know.
      "import _ from 'lodash'; _.set(req, 'body.newApiKey', key);",
      "import _ from 'lodash'; _.set(req, 'session', key);",
      "import _ from 'lodash'; _.set(model, 'session.newApiKey', key);",
      "import _ from 'lodash'; _.set(req, `session.${field}`, key);",
      "import _ from 'lodash'; _.set(req, 'session.formState.newApiKeyId', key);",
      "import _ from 'lodash'; _.get(req, 'session.formState.newApiKey');",
      "import _ from 'lodash'; _.set(req, 'session.formState.newApiKey', null);",
      "import _ from 'lodash'; _.set(req, 'user.session.newApiKey', key);",
      "import _ from 'lodash'; _.set(req, ['session', ...path], key);",
      // The language's own setters, of something else, of what is none, or of what is not saved with the session.
      'app.get("/", (req, res) => { req.desk = req.body; req.desk.accessToken = token; });',
      'app.use((req, res, next) => { req.desk = req.session; req.desk = {}; next(); }); app.get("/", (req) => { req.desk.accessToken = token; });',
      'app.use((req, res, next) => { req.desk = req.session; next(); }); app.get("/", (req) => { req.shelf.accessToken = token; });',
      'app.use((req, res, next) => { req.desk = req.session; next(); }); app.get("/", (req) => { cache.desk.accessToken = token; });',
      "Reflect.set(cache, 'accessToken', token);",
      "Reflect.set(req.session, 'views', views);",
      "Reflect.set(req.session, 'accessToken', null);",
      "Reflect.set(req.session, 'accessToken', token, copy);",
      'Reflect.set(req.session, name, token);',
      "Reflect.get(req.session, 'accessToken');",
      "Reflect.deleteProperty(req.session, 'accessToken');",
      "Object.defineProperty(cache, 'accessToken', { value: token, enumerable: true });",
      "Object.defineProperty(req.session, 'accessToken', { value: token });",
      "Object.defineProperty(req.session, 'accessToken', { value: token, enumerable: false });",
      "Object.defineProperty(req.session, 'accessToken', { value: '', enumerable: true });",
      "Object.defineProperty(req.session, 'accessToken', descriptor);",
      'Object.defineProperties(req.session, { accessToken: { value: token }, views: { value: 1, enumerable: true } });',
      'Object.defineProperties(req.session, descriptors);',
      'Object.assign(req.session.user, { views: 1 });',
      'Object.assign(target, req.session.user, { accessToken: token });',
      "import { merge } from './paths'; merge(req.session, { accessToken: token });",
      "import { set } from './paths'; set(req, 'session.formState.newApiKey', key);",
      "req.session.form = { name: req.body.name, password: '********' };",
      "req.session.apiKey = '[REDACTED]';",
      "req.session.accessToken = isShown ? '<hidden>' : 'xxxxx';",
      "const MASK = '********'; req.session.user.password = MASK;",
      // What the file shows of a constant says more than its name.
      "const PATHS = { ENTER_PASSWORD: '/enter-password' }; req.session.nextPath = PATHS.ENTER_PASSWORD;",
      "const ENTER_PASSWORD = '/enter-password'; req.session.next = ENTER_PASSWORD;",
      'const defaults = { access_token: undefined }; req.session.access_token = defaults.access_token;',
      "const defaults = { password: '', apiKey: null }; req.session.password = defaults.password; req.session.apiKey = defaults.apiKey;",
      // Digests in the spelling of crypto-js.
      'req.session.key = SHA256(apiKey); req.session.key = HMAC(apiKey); req.session.key = MD5(apiKey);',
      'req.session.accessToken = await vault.store(a);',
      'const ref = await vault.store(a); req.session.accessToken = ref;',
      'req.session.accessToken = await vault.rotate(req.session.accessToken, a);',
    ].map((code) => ({
      name: `a reference of the vault: ${code}`,
      code: imported + inHandler(code),
      settings: withVault,
    })),
    ...[
      // Clears.
      'req.session.accessToken = null;',
      'req.session.accessToken = undefined;',
      "req.session.accessToken = '';",
      'delete req.session.accessToken;',
      // Flags, numbers, times, comparisons.
      'req.session.passwordExpired = true;',
      'req.session.password = false;',
      'req.session.token = 42;',
      // The application's own, and its own session's.
      "req.session.token = createHash('sha1').update(id + Math.random()).digest('hex');",
      'req.session.token = sessionToken;',
      "req.session.secret = createHash('sha1').update(secret).digest('hex');",
      'req.session.accessToken = Date.now() + 1000 * 60;',
      'req.session.user.token.expiryDate = Date.now() + lifetime + jitter;',
      'req.session.token.expires = new Date().getTime() + lifetime;',
      'req.session.token = new Date();',
      'req.session.password = user.password === given;',
      'req.session.apiKey = !!apiKey;',
      'req.session.apiKeys = keys.length;',
      'req.session.accessToken = isValid(token);',
      'req.session.isPasswordChangeRequired = user.mustChange;',
      'req.session.passwordResetTime = now;',
      'req.session.hasActivePasskey = passkey;',
      'const expired = false; req.session.password = expired;',
      'const load = async () => ({ id: 1, accessTokenExpires: 2, passwordHash: null }); async function f(req) { req.session.k = await load(); }',
      "enum Store { KEY = 'views', Other } req.session[Store.KEY] = key; req.session[Store.Other] = key; req.session[Store.None] = key;",
      // What is said of a field of the name.
      "req.session.errors = { password: 'Too short', email: 'Missing' };",
      "req.session.errors.password = 'Too short';",
      "req.session.formErrors = { token: { msg: 'Invalid' } };",
      "req.session.labels = { apiKey: 'Key' };",
      // Names that say that it is something else of the secret.
      'req.session.apiKeyId = apiKeyId;',
      'req.session.apiKeyRef = await vault.store(apiKey);',
      'req.session.tokenExpiresAt = tokens.expires_at;',
      'req.session.tokenType = tokens.token_type;',
      'req.session.decodedIdToken = decode(idToken);',
      'req.session.maskedApiKey = mask(apiKey);',
      'req.session.publicKey = publicKey;',
      'req.session.clientId = clientId;',
      'req.session.apiKeyId = apiKey;',
      // Values of one exchange.
      'req.session.csrfToken = csrfToken;',
      "req.session.csrfSecret = crypto.randomBytes(32).toString('hex');",
      'req.session.state = generators.state();',
      'req.session.nonce = nonce;',
      'req.session.codeVerifier = verifier;',
      'req.session.oauth = { state, nonce, codeVerifier };',
      'req.session.challenge = options.challenge;',
      'req.session.otp = otp;',
      'req.session.csrf = { secret: make() };',
      "req.session.token = crypto.randomBytes(16).toString('hex');",
      'req.session.token = req.csrfToken();',
      // The session's own identifier.
      'req.session.token = req.sessionID;',
      // Encrypted, sealed.
      'req.session.accessToken = encrypt(token);',
      'req.session.apiKey = await sealData(key);',
      // What a session is for.
      'req.session.userId = user.id;',
      'req.session.user = { id: user.id, name: user.name };',
      'req.session.cart = [];',
      'req.session.email = credentials.email;',
      'req.session.user = await login(email, password);',
      "req.session.message = 'Wrong password';",
      "req.session.returnTo = '/reset?token=' + encodeURIComponent(id);",
      'req.session.credentials = { userId, role };',
      'req.session.tokens = {};',
      'req.session.tokens = [];',
      'req.session.views++;',
      'req.session.getToken = () => token;',
      `req.session.color = 'sk_button_primary';`,
      `req.session.k = 'pk_live_' + 'abcdefghijklmnop1234567890';`,
      // Not a write.
      'res.send(req.session.accessToken);',
      'const { accessToken } = req.session;',
    ].map((code) => ({ name: code, code: inHandler(code), settings: withoutVault })),

    // Things that only share the word.
    'session.accessToken = token;',
    'function f(session) { session.accessToken = token; }',
    "import mongoose from 'mongoose'; const session = await mongoose.startSession(); session.token = token;",
    "import { session } from 'electron'; session.defaultSession.token = token;",
    "import Shopify from '@shopify/shopify-api'; const session = await Shopify.Utils.loadSession(); session.accessToken = token;",
    'const req = { session: {} }; req.session.accessToken = token;',
    "import req from './fake-request'; req.session.accessToken = token;",
    "sessionStorage.setItem('token', token);",
    'this.session.accessToken = token;',
    'checkout.session.client_secret = secret;',
    // The callback that stays on the server.
    `export const authOptions = { callbacks: { jwt({ token, account }) { token.accessToken = account.access_token; return token; } } };`,
    `export const options = { callbacks: { session({ session, token }) { session.userId = token.sub; return session; } } };`,
    // A local of the same name as a library's function.
    'const getIronSession = () => ({}); const s = getIronSession(); s.accessToken = token;',
    // Names the user knows better.
    {
      code: 'req.session.accessToken = token;',
      settings: { 'session-secrets': { secretNames: { allow: ['access_token'] } } },
    },
    {
      code: "import passport from 'passport'; passport.serializeUser((user, done) => done(null, user.id));",
    },
  ],

  invalid: [
    ...[
      'oauth.getOAuthAccessToken(a, b, c, (error, oauthToken) => { req.session.oauthToken = oauthToken; });',
      "req.session.auth['shop_token'] = token;",
      'req.session.auth.accessToken = token;',
      'req.session.userAuth = value;',
    ].map((statement) => reported(inHandler(statement))),
    reported("const defaults = { password: 'x1' }; req.session.password = defaults.password;"),
    reported("req.session.values = { password: 'x1' };"),
    // Not the vault of the project.
    {
      code: inHandler('req.session.accessToken = await shop.store(a);'),
      output: null,
      settings: withoutVault,
      errors: [{ messageId: 'name' }],
    },
    // Names.
    ...[
      'req.session.apiKey = key;',
      "req.session['api_key'] = key;",
      'req.session.token = tokens.sessionToken;',
      'req.session.accessToken = sessionToken;',
      "const secret = createHash('md5').update(id + Math.random()).digest('hex'); req.session.client.secret = secret;",
      'req.session[`apiKey`] = key;',
      "const KEY = 'apiKey'; req.session[KEY] = key;",
      'req.session.user.token = token;',
      'req.session.user.accessToken = token;',
      'req.session.accessToken ??= token;',
      'req.session.accessToken ||= token;',
      'req.session!.accessToken = token;',
      '(req.session as any).accessToken = token;',
      '(<any>req.session).accessToken = token;',
      'request.session.refreshToken = tokens.refresh_token;',
      'ctx.session.accessToken = token;',
      'this.request.session.accessToken = token;',
      'socket.request.session.accessToken = token;',
      'const s = req.session; s.accessToken = token;',
      'const { session } = req; session.accessToken = token;',
      'const { session: mine } = req; mine.accessToken = token;',
      'const { user } = req.session; user.accessToken = token;',
      'const user = req.session.user; user.accessToken = token;',
      'req.session.totpSecret = speakeasy.generateSecret().base32;',
      'req.session.passwordHash = await bcrypt.hash(password, 10);',
      'req.session.idToken = tokens.id_token;',
      'req.session.token = jwt.sign(payload, key);',
      'req.session.apiKeys.push(key);',
      'return (req.session.accessToken = token);',
      'const t = req.session.accessToken = token;',
      'Object.assign(req.session, { views: 1, accessToken: token });',
      'req.session = { views: 1, accessToken: token };',
      'req.session.oidc = { idToken, state: null };',
      'const data = { accessToken: token }; req.session.data = data;',
      'req.session.credentials = { username, password };',
      'req.session.credentials.password = password;',
      "session2.x = 1; req.session.set('accessToken', token);",
      "import _ from 'lodash'; _.set(req.session, 'user.accessToken', token);",
      "import set from 'lodash/set'; set(req.session, 'accessToken', token);",
      "import { merge } from 'lodash'; merge(req.session, { accessToken: token });",
      "import _ from 'lodash'; _.set(req.session, ['user', 'accessToken'], token);",
      "import _ from 'lodash'; const PATH = 'user.accessToken'; _.set(req.session, PATH, token);",
      "import _ from 'lodash'; _.set(req.session, 'user', { accessToken: token });",
      // Under another name of the request, in the same handler or in a later one.
      'app.get("/", (req, res) => { req.desk = req.session; req.desk.accessToken = token; });',
      'app.use((req, res, next) => { req.desk = req.session; next(); }); app.get("/", (req) => { req.desk.accessToken = token; });',
      'app.use((req, res, next) => { req.desk = req.session; next(); }); app.get("/", (req) => { const { desk } = req; req.desk.user.accessToken = token; });',
      "Reflect.set(req.session, 'accessToken', token);",
      "const s = req.session; const KEY = 'accessToken'; Reflect.set(s, KEY, token);",
      "Reflect.set(req.session.user, 'accessToken', token);",
      'Object.assign(req.session.user, { accessToken: token });',
      "Reflect.set(req.session, 'user', { accessToken: token });",
      "function put(s) { Reflect.set(s, 'accessToken', token); } put(req.session);",
      "Object.defineProperty(req.session, 'accessToken', { value: token, enumerable: true });",
      "Reflect.defineProperty(req.session, 'accessToken', { enumerable: true, writable: true, value: token });",
      "const saved = { value: token, enumerable: true }; Object.defineProperty(req.session, 'accessToken', saved);",
      'Object.defineProperties(req.session, { accessToken: { value: token, enumerable: true } });',
      "Object.defineProperties(req.session.user, { 'accessToken': { value: token, enumerable: true }, id: { value: 1 } });",
      // The path leads through the session.
      "import _ from 'lodash'; _.set(req, 'session.formState.newApiKey', key);",
      "import set from 'lodash/set'; const FIELD = 'session.formState.newApiKey'; set(req, FIELD, key);",
      "const { set } = require('lodash'); const FIELD = ['session', 'formState', 'newApiKey']; app.post('/', (request) => set(request, FIELD, key));",
      `import _ from 'lodash'; _.set(req, "session['formState'].newApiKey", key);`,
      "import _ from 'lodash'; _.set(ctx, ['session', 'formState'], { newApiKey: key });",
      'req.session.accessToken = cond ? token : null;',
      'req.session.accessToken = token || null;',
      'req.session.accessToken = `Bearer ${token}`;',
      'const handler = ({ session }, res) => { session.accessToken = token; };',
    ].map((code) => ({ name: code, ...reported(code) })),

    ...[
      'passport.use(new S({}, (t, r, profile, done) => done(null, { profile, token: t })));',
      "passport.use('github', new S({}, function (t, r, profile, done) { process.nextTick(() => done(null, { profile, token: t })); }));",
      'const strategy = new S({}, (t, r, profile, done) => { const user = { profile, token: t }; return done(null, user); }); passport.use(strategy);',
      'function verify(t, r, profile, done) { done(null, { profile, token: t }); } passport.use(new S({}, verify));',
      'passport.use(new S({}, (req, t, r, profile, done) => { profile.accessToken = t; done(null, profile); }));',
      'passport.use(new S({}, async (t, r, profile, done) => { const user = await find(profile.id); user.accessToken = t; done(null, user); }));',
    ].flatMap((strategy) => [
      {
        name: strategy,
        ...reported(`import passport from 'passport'; passport.serializeUser((u, d) => d(null, u)); ${strategy}`),
      },
      {
        name: `handed over: ${strategy}`,
        ...reported(
          `module.exports = (passport) => { ${strategy} passport.serializeUser(function (user, cb) { cb(null, user); }); };`,
        ),
      },
    ]),
    ...[
      ['token.accessToken = account.access_token; return token;', 'session.user = token; return session;'],
      [
        'if (account) { token.accessToken = account.access_token; } return token;',
        'return { ...session, user: token };',
      ],
      ['return { ...token, accessToken: account.access_token };', 'return { ...session, ...token };'],
      [
        'return account ? token : { ...token, idle: 1 }; token.x = 1; token.refreshToken = account.refresh_token;',
        'session = { ...session, user: { ...session.user, ...token } }; return session;',
      ],
      [
        'return { ...token, accessToken: account.access_token };',
        'Object.assign(session.user, token); return session;',
      ],
      ['return { ...token, accessToken: account.access_token };', 'session.user = token as any; return session;'],
      ['return { ...token, accessToken: account.access_token };', 'session.user.data = { ...token }; return session;'],
    ].flatMap(([jwt, session]) =>
      ['next-auth', '@auth/express'].map((module) => ({
        name: `${module}: ${session}`,
        ...reported(
          `import Auth from '${module}'; export const options = { callbacks: { async jwt({ token, account }) { ${jwt} }, async session({ session, token }) { ${session} } } };`,
          'gathered',
        ),
      })),
    ),
    {
      name: 'callbacks under names, and what is said',
      code: `import NextAuth from 'next-auth'; async function jwt({ token: t, account }) { t.idToken = account.id_token; return t; } NextAuth({ callbacks: { jwt, session: ({ session, token: own }) => { session.user = own; return session; } } });`,
      errors: [
        {
          messageId: 'gathered',
          data: {
            key: 'idToken',
            by: 'jwt',
            exposure: 'the session library hands this session to scripts in the browser',
            cure: 'Read it on the server where it is needed.',
          },
          line: 1,
        },
      ],
    },
    {
      name: 'a decorated parameter',
      ...reported(
        `import { Session } from '@nestjs/common'; class C { f(@Session() s: any) { s.accessToken = token; } }`,
      ),
    },
    {
      name: 'a typed parameter',
      ...reported(
        `import { IronSession } from 'iron-session'; function f(s: IronSession<any>) { s.accessToken = token; }`,
      ),
    },
    {
      name: 'an intersection of types',
      ...reported(
        `import session from 'express-session'; function f(s: session.Session & { a: string }) { s.accessToken = token; }`,
      ),
    },
    {
      name: 'iron-session',
      ...reported(
        `import { getIronSession } from 'iron-session'; const s = await getIronSession(await cookies(), options); s.accessToken = token;`,
      ),
    },
    {
      name: 'iron-session, behind a function of the file',
      ...reported(
        `import { getIronSession } from 'iron-session'; async function current() { return getIronSession(await cookies(), options); } async function f() { const session = await current(); session.accessToken = token; }`,
      ),
    },
    {
      name: 'a storage of Remix',
      ...reported(
        `import { createCookieSessionStorage } from '@remix-run/node'; const { getSession } = createCookieSessionStorage({ cookie }); const s = await getSession(header); s.set('accessToken', token);`,
      ),
    },
    {
      name: 'a storage that is not visible',
      ...reported(
        `import { getSession } from '~/session.server'; const s = await getSession(request.headers.get('Cookie')); s.set('accessToken', token);`,
      ),
    },
    { name: 'a sealed session of fastify', ...reported(`request.session.set('accessToken', token);`) },
    {
      name: "next-auth's session callback",
      ...reported(
        `export const authOptions = { callbacks: { async session({ session, token }) { session.accessToken = token.accessToken; return session; } } };`,
      ),
    },
    {
      name: 'what the callback returns',
      ...reported(
        `export const authOptions = { callbacks: { session: ({ session, token }) => ({ ...session, accessToken: token.accessToken }) } };`,
      ),
    },
    {
      name: 'what passport passes on',
      ...reported(
        `passport.serializeUser((user, done) => { done(null, { id: user.id, accessToken: user.accessToken }); });`,
      ),
    },
    {
      name: 'what the serializer of Nest passes on',
      ...reported(
        `import { PassportSerializer } from '@nestjs/passport'; class S extends PassportSerializer { serializeUser(user, done) { done(null, { id: user.id, accessToken: user.accessToken }); } }`,
      ),
    },
    {
      name: 'an object of the user',
      code: 'ctx.state.auth.accessToken = token;',
      settings: { 'session-secrets': { vault: false, sessionObjects: ['ctx.state.auth'] } },
      errors: [{ messageId: 'name' }],
    },
    {
      name: 'a name of the user',
      code: 'req.session.magicWord = word;',
      settings: { 'session-secrets': { vault: false, secretNames: { add: ['magicWord'] } } },
      errors: [{ messageId: 'name' }],
    },

    // Shape and source, under a name that says nothing.
    { name: 'a literal by its shape', ...reported(`req.session.k = '${stripeKey}';`, 'shape') },
    { name: 'a constant by its shape', ...reported(`const k = '${githubToken}'; req.session.k = k;`, 'shape') },
    { name: 'a template by its shape', ...reported(`req.session.k = \`Bearer ${githubToken}\`;`, 'shape') },
    { name: 'an environment variable', ...reported('req.session.k = process.env.STRIPE_SECRET_KEY;', 'source') },
    { name: 'a token response', ...reported('req.session.k = tokens.access_token;', 'source') },
    { name: 'a form', ...reported('req.session.k = req.body.password;', 'source') },
    {
      name: 'a destructured response',
      ...reported('const { access_token: t } = response.data; req.session.k = t;', 'source'),
    },
    { name: 'a value in JSON', ...reported('req.session.k = JSON.stringify(tokens.refresh_token);', 'source') },
    { name: 'a parameter by its name', ...reported('function f(req, apiKey) { req.session.k = apiKey; }', 'source') },

    {
      name: 'tokens that a function of the file gives',
      ...reported(
        'async function exchange(code) { return { access_token: a, expires_in: 1 }; } async function f(req) { req.session.k = await exchange(1); }',
        'source',
      ),
    },
    {
      name: 'the same, behind a constant',
      ...reported(
        'const exchange = async () => ({ accessToken: a }); async function f(req) { const t = await exchange(); req.session.k = t; }',
        'source',
      ),
    },
    { name: 'a key of an enum', ...reported("enum Store { KEY = 'apiKey' } req.session[Store.KEY] = key;") },
    {
      name: 'a key of an object',
      ...reported("const Store = { KEY: 'apiKey' } as const; req.session[Store.KEY] = key;"),
    },

    // Where it ends up.
    {
      name: 'in the browser',
      code: "const session = require('cookie-session'); req.session.accessToken = token;",
      settings: withoutVault,
      errors: [
        {
          messageId: 'name',
          data: {
            key: 'accessToken',
            exposure: '`cookie-session` puts it into a cookie that is signed, not encrypted: the browser can read it',
            cure: 'Keep it in a vault on the server and only a reference in the session: `npx eslint-plugin-session-secrets init` writes one.',
          },
        },
      ],
    },
    {
      name: 'in the store',
      code: "import session from 'express-session'; req.session.accessToken = token;",
      settings: withVault,
      errors: [
        {
          messageId: 'name',
          data: {
            key: 'accessToken',
            exposure: '`express-session` keeps it in clear text in the session store',
            cure: 'Keep it in a vault on the server and only a reference in the session.',
          },
        },
      ],
    },

    // Fixes.
    fixed(`req.session.apiKey = key;`, `req.session.apiKeyRef = await vault.store(key);`),
    fixed(`req.session.api_key = key;`, `req.session.api_key_ref = await vault.store(key);`),
    fixed(`req.session['api-key'] = key;`, `req.session['api-key-ref'] = await vault.store(key);`),
    fixed(`req.session["apiKey"] = key;`, `req.session["apiKeyRef"] = await vault.store(key);`),
    fixed(`req.session.API_KEY = key;`, `req.session.API_KEY_REF = await vault.store(key);`),
    fixed(`req.session.accessToken ??= key;`, `req.session.accessTokenRef ??= await vault.store(key);`),
    fixed(`req.session!.accessToken = t as string;`, `req.session!.accessTokenRef = await vault.store(t as string);`),
    fixed(
      `req.session.accessToken = /* new */ t; // kept`,
      `req.session.accessTokenRef = /* new */ await vault.store(t); // kept`,
    ),
    fixed(`req.session.accessToken = (a, b);`, `req.session.accessTokenRef = (await vault.store((a, b)));`),
    fixed(`req.session.accessToken = await login()`, `req.session.accessTokenRef = await vault.store(await login())`),
    // Where one may be there already: what is read before, the name of the handler, a test or a write above.
    fixed(
      `const old = await vault.read(req.session.refreshTokenRef); req.session.accessToken = await renew(old);`,
      `const old = await vault.read(req.session.refreshTokenRef); req.session.accessTokenRef = await vault.rotate(req.session.accessTokenRef, await renew(old));`,
    ),
    fixed(
      `req.session.accessToken &&= t;`,
      `req.session.accessTokenRef &&= await vault.rotate(req.session.accessTokenRef, t);`,
    ),
    fixed(
      `if (due && req.session.accessTokenRef) { req.session.accessToken = t; }`,
      `if (due && req.session.accessTokenRef) { req.session.accessTokenRef = await vault.rotate(req.session.accessTokenRef, t); }`,
    ),
    fixed(
      `req.session.accessTokenRef = await vault.store(a); if (b) req.session.accessToken = b;`,
      `req.session.accessTokenRef = await vault.store(a); if (b) req.session.accessTokenRef = await vault.rotate(req.session.accessTokenRef, b);`,
    ),
    fixed(
      `const renewToken = async (req) => { req.session['api-key'] = k; };`,
      `const renewToken = async (req) => { req.session['api-key-ref'] = await vault.rotate(req.session['api-key-ref'], k); };`,
    ),
    fixed(
      `app.post('/refresh', async (request) => { request.session.set('accessToken', t); });`,
      `app.post('/refresh', async (request) => { request.session.set('accessTokenRef', await vault.rotate(request.session.get('accessTokenRef'), t)); });`,
    ),
    // Not where it is the first one, as far as the file shows.
    fixed(
      `if (!req.session.accessTokenRef) { req.session.accessToken = t; }`,
      `if (!req.session.accessTokenRef) { req.session.accessTokenRef = await vault.store(t); }`,
    ),
    fixed(
      `if (a) { req.session.accessTokenRef = await vault.store(a); } else { req.session.accessToken = b; }`,
      `if (a) { req.session.accessTokenRef = await vault.store(a); } else { req.session.accessTokenRef = await vault.store(b); }`,
    ),
    fixed(
      `req.session.accessTokenRef = null; req.session.accessToken = t;`,
      `req.session.accessTokenRef = null; req.session.accessTokenRef = await vault.store(t);`,
    ),
    fixed(
      `req.session.accessToken = t; use(await vault.read(req.session.accessTokenRef));`,
      `req.session.accessTokenRef = await vault.store(t); use(await vault.read(req.session.accessTokenRef));`,
    ),
    fixed(
      `use(await vault.read(req.session.accessTokenRef)); await later(async () => { req.session.accessToken = t; });`,
      `use(await vault.read(req.session.accessTokenRef)); await later(async () => { req.session.accessTokenRef = await vault.store(t); });`,
    ),
    // A comment is not written twice.
    fixed(
      `app.post('/refresh', async (req) => { (/* mine */ req).session.accessToken = t; });`,
      `app.post('/refresh', async (req) => { (/* mine */ req).session.accessTokenRef = await vault.store(t); });`,
    ),
    fixed(`req.session.set('accessToken', token);`, `req.session.set('accessTokenRef', await vault.store(token));`),
    fixed(`req.session.github.accessToken = token;`, `req.session.github.accessTokenRef = await vault.store(token);`),
    fixed(
      `req.session.oidc = { idToken, state: null };`,
      `req.session.oidc = { idTokenRef: await vault.store(idToken), state: null };`,
    ),
    fixed(
      `Object.assign(req.session, { accessToken: token });`,
      `Object.assign(req.session, { accessTokenRef: await vault.store(token) });`,
    ),
    fixed(
      `req.session.credentials = { username, password };`,
      `req.session.credentialsRef = await vault.store({ username, password });`,
    ),
    fixed(
      `req.session.credentials = { attempts: 1, password };`,
      `req.session.credentialsRef = await vault.store({ attempts: 1, password });`,
    ),
    {
      name: 'the import comes with all of several, in one pass',
      code: `import express from 'express';\n\n${inHandler('req.session.accessToken = a; req.session.refreshToken = b;')}`,
      output: `import express from 'express';\n${imported}\n${inHandler('req.session.accessTokenRef = await vault.store(a); req.session.refreshTokenRef = await vault.store(b);')}`,
      settings: withVault,
      errors: [{ messageId: 'name' }, { messageId: 'name' }],
    },
    {
      name: 'require where the file requires, without semicolons and with its quotes',
      code: `"use strict"\nconst express = require("express") // web\n\n${inHandler('req.session.accessToken = a')}`,
      output: `"use strict"\nconst express = require("express") // web\nconst { vault } = require("#session-vault")\n\n${inHandler('req.session.accessTokenRef = await vault.store(a)')}`,
      languageOptions: commonjs,
      settings: withVault,
      errors: [{ messageId: 'name' }],
    },
    {
      name: 'behind a hashbang and the directives, before the first comment',
      code: `#!/usr/bin/env node\n'use strict';\n// The application.\n${inHandler('req.session.accessToken = a;')}`,
      output: `#!/usr/bin/env node\n'use strict';\n\nconst { vault } = require('#session-vault');\n// The application.\n${inHandler('req.session.accessTokenRef = await vault.store(a);')}`,
      languageOptions: commonjs,
      settings: withVault,
      errors: [{ messageId: 'name' }],
    },
    {
      name: 'a file that has another `vault`',
      code: `import { vault } from './bank';\n${inHandler('req.session.accessToken = vault.open();')}`,
      output: `import { vault } from './bank';\nimport { vault as sessionVault } from '#session-vault';\n${inHandler('req.session.accessTokenRef = await sessionVault.store(vault.open());')}`,
      settings: withVault,
      errors: [{ messageId: 'name' }],
    },
    {
      name: 'a vault of other names',
      code: `import { keeper as k } from './keeper';\n${inHandler('req.session.accessToken = a;')}`,
      output: `import { keeper as k } from './keeper';\n${inHandler('req.session.accessTokenHandle = await k.put(a);')}`,
      settings: {
        'session-secrets': { vault: { module: './keeper', export: 'keeper', store: 'put', suffix: 'Handle' } },
      },
      errors: [{ messageId: 'name' }],
    },
    {
      name: 'a namespace that holds the vault',
      code: `import * as secrets from '#session-vault';\n${inHandler('req.session.accessToken = a;')}`,
      output: `import * as secrets from '#session-vault';\n${inHandler('req.session.accessTokenRef = await secrets.vault.store(a);')}`,
      errors: [{ messageId: 'name' }],
    },

    // Suggestions.
    {
      name: 'no vault is known',
      code: `import a from 'a';\n${inHandler('req.session.accessToken = a;')}`,
      output: null,
      errors: [
        {
          messageId: 'name',
          suggestions: [
            {
              messageId: 'toVault',
              output: `import a from 'a';\n${imported}${inHandler('req.session.accessTokenRef = await vault.store(a);')}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a name that does not settle it',
      code: imported + inHandler('req.session.token = a;'),
      output: null,
      settings: withVault,
      errors: [
        {
          messageId: 'name',
          suggestions: [
            { messageId: 'toVault', output: imported + inHandler('req.session.tokenRef = await vault.store(a);') },
          ],
        },
      ],
    },
    {
      name: 'an inline handler that is not async',
      code: imported + inHandler('req.session.accessToken = a;', false),
      output: null,
      settings: withVault,
      errors: [
        {
          messageId: 'name',
          suggestions: [
            {
              messageId: 'toVaultAsync',
              output: imported + inHandler('req.session.accessTokenRef = await vault.store(a);'),
            },
          ],
        },
      ],
    },
    {
      name: 'a callback of a promise, which waits for it',
      code: `${imported}load().then((t) => {\n  req.session.accessToken = t;\n  res.end();\n}).catch(next);\n`,
      output: null,
      settings: withVault,
      errors: [
        {
          messageId: 'name',
          suggestions: [
            {
              messageId: 'toVaultAsync',
              output: `${imported}load().then(async (t) => {\n  req.session.accessTokenRef = await vault.store(t);\n  res.end();\n}).catch(next);\n`,
            },
          ],
        },
      ],
    },
    // The language's own setters are not edited, and neither is any other use of their key.
    ...[
      "Reflect.set(req.session, 'accessToken', a);",
      "Object.defineProperty(req.session, 'accessToken', { value: a, enumerable: true });",
      'Object.defineProperties(req.session, { accessToken: { value: a, enumerable: true } });',
    ].map((write) => ({
      name: `never alone: ${write}`,
      code: imported + inHandler(write) + inHandler('req.session.accessToken = b;'),
      output: null,
      settings: withVault,
      errors: [
        { messageId: 'name' as const, suggestions: null },
        {
          messageId: 'name' as const,
          suggestions: [
            {
              messageId: 'toVault' as const,
              output: imported + inHandler(write) + inHandler('req.session.accessTokenRef = await vault.store(b);'),
            },
          ],
        },
      ],
    })),
    ...['req.desk = req.session; req.desk.accessToken = b;'].map((other) => ({
      name: `not beside ${other}`,
      code: imported + inHandler('req.session.views = 1;') + inHandler(other),
      output: null,
      settings: withVault,
      errors: [{ messageId: 'name' as const, suggestions: null }],
    })),
    // A method that is called on its own session takes nothing out of it.
    ...['promisify(req.session.save.bind(req.session))();', 'req.session.save.call(req.session, done);'].map(
      (save) => ({
        name: `beside ${save}`,
        code: imported + inHandler('req.session.accessToken = a;') + inHandler(save),
        output: imported + inHandler('req.session.accessTokenRef = await vault.store(a);') + inHandler(save),
        settings: withVault,
        errors: [{ messageId: 'name' as const }],
      }),
    ),
    // The file reads the key where nobody follows: half a move is a program that does not find what it wrote.
    ...[
      'function client(session) { return new Client(session.accessToken); } client(req.session);',
      'const headers = ({ accessToken }) => ({ accessToken }); headers(req.session);',
      "const token = async (session) => session.get('accessToken'); token(req.session);",
      'const token = (id, s) => { const { accessToken } = s; return accessToken; }; const own = req.session; token(1, own);',
      '((s) => use(s.accessToken))(req.session);',
      'class Api { constructor(s) { this.s = s; } me() { return use(this.s.accessToken); } } new Api(req.session);',
      'const token = ({ session }) => session.accessToken; use(token(req));',
      'const token = function (session) { const { accessToken } = session; return accessToken; };',
      'const copy = { id: 1, ...req.session }; use(copy.accessToken);',
      'const copy = Object.assign({}, req.session); use(copy.accessToken);',
      'const { id, ...rest } = req.session; use(rest.accessToken);',
      "use(pick(req.session, ['id', 'accessToken']));",
      "for (const key of ['accessToken', 'id']) delete req.session[key];",
      'function client() { return new Client(this.accessToken); } use(client.call(req.session));',
      'function client() { return new Client(this.accessToken); } use(client.apply(req.session, []));',
      'function client() { return new Client(this.accessToken); } const own = client.bind(req.session); use(own());',
    ].map((read) => ({
      name: `not alone: ${read}`,
      code: imported + inHandler('req.session.accessToken = a;') + inHandler(read),
      output: null,
      settings: withVault,
      errors: [
        {
          messageId: 'name' as const,
          suggestions: [
            {
              messageId: 'toVault' as const,
              output: imported + inHandler('req.session.accessTokenRef = await vault.store(a);') + inHandler(read),
            },
          ],
        },
      ],
    })),
    ...[
      'function client(session) { return new Client(session.id); } client(req.session);',
      'class Api { constructor(s) { this.s = s; } me() { return use(this.s.id); } } new Api(req.session);',
      'const f = (session) => session.id; const g = (tokens) => tokens.accessToken;',
      'function client(user) { return user.accessToken; } client(req.session.user);',
      'const copy = { ...req.session }; use(copy.id); use(tokens.accessToken);',
      "for (const key of ['id', 'views']) delete req.session[key];",
      "import type { Session } from 'express-session'; const call = async (s: Session) => use(s.views); await call(req.session);",
    ].map((read) => ({
      name: `fixed next to: ${read}`,
      code: imported + inHandler('req.session.accessToken = a;') + read,
      output: imported + inHandler('req.session.accessTokenRef = await vault.store(a);') + read,
      settings: withVault,
      errors: [{ messageId: 'name' as const }],
    })),
    ...[
      ['void', 'Promise<void>'],
      ['Response | undefined', 'Promise<Response | undefined>'],
      ['Promise<void>', 'Promise<void>'],
    ].map(([before, after]) => ({
      name: `a handler that says what it returns: ${before}`,
      code: `${imported}app.get('/', (req: Request, res: Response): ${before} => { req.session.accessToken = a; });`,
      output: null,
      settings: withVault,
      errors: [
        {
          messageId: 'name' as const,
          suggestions: [
            {
              messageId: 'toVaultAsync' as const,
              output: `${imported}app.get('/', async (req: Request, res: Response): ${after} => { req.session.accessTokenRef = await vault.store(a); });`,
            },
          ],
        },
      ],
    })),
    ...[
      // The value of the assignment is used.
      'const t = (req.session.accessToken = a);',
      'return (req.session.accessToken = a);',
      'a = req.session.accessToken = b;',
      // Who else reads the constant, nobody knows.
      'const data = { accessToken: a }; req.session.data = data;',
      // The key stands elsewhere.
      "const KEY = 'accessToken'; req.session[KEY] = a;",
      "const KEY = 'accessToken'; Object.assign(req.session, { [KEY]: a });",
      'req.session[`accessToken`] = a;',
      // Only a part of what is in the vault.
      'req.session.credentials.password = a;',
      'req.session.accessToken += a;',
      // The vault's name is hidden.
      'const f = async (vault) => { req.session.accessToken = a; };',
    ].map((code) => ({
      name: `nothing is offered: ${code}`,
      code: imported + inHandler(code),
      output: null,
      settings: withVault,
      errors: [{ messageId: 'name' as const, suggestions: null }],
    })),
    ...[
      'function helper(req) { req.session.accessToken = a; }',
      // Calls that are there already would go on without waiting.
      "const save = (req, token) => { req.session.accessToken = token; }; app.get('/', (req, res) => { save(req, a); res.end(); });",
      'class Login { save(req, token) { req.session.accessToken = token; } go(req) { this.save(req, a); } }',
      "app.get('/', function again(req, res) { req.session.accessToken = a; if (b) again(req, res); });",
      'load().then(function again(req) { req.session.accessToken = a; if (b) again(req); });',
      'const row = table.get(key, (found, req) => { req.session.accessToken = a; return found.row; });',
      'items.forEach((item) => { req.session.accessToken = item; });',
      'app.use((req): req is Known => { req.session.accessToken = a; });',
      'new Strategy(o, (accessToken, r, p, done) => { req.session.accessToken = accessToken; done(); });',
      'const g = function* (req) { req.session.accessToken = a; };',
      'const f = async (req, x = (req.session.accessToken = a)) => {};',
      'req.session.accessToken = a;',
    ].map((code) => ({
      name: `nothing is offered where nothing can be awaited: ${code}`,
      code: imported + code,
      output: null,
      settings: withVault,
      errors: [{ messageId: 'name' as const, suggestions: null }],
    })),
  ],
});
