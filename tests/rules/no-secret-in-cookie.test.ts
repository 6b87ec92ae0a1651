import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/no-secret-in-cookie';

const stripeKey = `sk_${'live'}_${'4eC39HqLyjWDarjtT1zdp7dc'}`;
const githubKey = `ghp${'_'}${'R4nD0mT0k3nV4lu3F0rT3st1ngXyZ901234a'}`;

const ruleTester = new RuleTester();

type Case = Parameters<
  typeof ruleTester.run<'shape' | 'environment' | 'password' | 'token' | 'key' | 'option', []>
>[2]['invalid'][number];
type Id = 'shape' | 'environment' | 'password' | 'token' | 'key' | 'option';

const found = (code: string, ...messageIds: Id[]): Case => ({
  name: code,
  code,
  errors: messageIds.map((messageId) => ({ messageId })),
});
const next = "import { cookies } from 'next/headers';\n";

const valid = [
  '',
  // The application's own session.
  "res.cookie('token', token, { httpOnly: true });",
  "res.cookie('jwt', jwt.sign({ id: user.id }, process.env.JWT_SECRET), { httpOnly: true });",
  "const token = jwt.sign({ id }, process.env.JWT_SECRET); res.cookie('access_token', token);",
  "res.cookie('access_token', accessToken, { httpOnly: true });",
  "res.cookie('refreshToken', user.generateRefreshToken());",
  "const { accessToken, refreshToken } = await generateTokens(user); res.cookie('accessToken', accessToken); res.cookie('refreshToken', refreshToken);",
  // What stands in place of a secret.
  "res.cookie('password', '********');",
  "res.cookie('form', JSON.stringify({ name, password: '[REDACTED]' }));",
  "const hidden = '<hidden>'; res.cookie('api_key', hidden);",
  "const tokens = await issueTokens(user); res.cookie('access_token', tokens.access_token);",
  "const tokens = await this.authService.login(user); res.cookie('access_token', tokens.access_token);",
  "const { access_token } = await this.authService.signIn(dto); res.cookie('access_token', access_token);",
  "const data = await (await fetch('/api/session')).json(); res.cookie('access_token', data.access_token);",
  "const made = await model.generateTokens(id); const answer = oauthTokenToResponse(made); res.cookie('access_token', answer.access_token);",
  "res.cookie('socketToken', apiKey.secret_key);",
  "res.cookie('sid', session.id);",
  "res.cookie('sid', req.sessionID);",
  "res.cookie('auth', crypto.randomBytes(32).toString('hex'));",
  "res.cookie('api_key_id', user.apiKeyId);",
  "const apiKey = nanoid(); res.cookie('device', apiKey);",
  "res.cookie('sessionToken', user.sessionToken);",
  "res.cookie('bearerToken', signIn.bearerToken);",
  // Protocol values, flags, sealed values, public keys.
  "res.cookie('oauth_state', state);",
  "res.cookie('_csrf', secret);",
  "res.cookie('pkce', codeVerifier);",
  "res.cookie('has_password', Boolean(user.password));",
  "res.cookie('password_changed', user.password !== old);",
  "res.cookie('vault', encrypt(process.env.STRIPE_SECRET_KEY));",
  "res.cookie('data', seal({ password }));",
  // Encrypted, where it is declared so in another file.
  "import Hapi from '@hapi/hapi'; export const login = { method: 'GET', path: '/', handler: (request, h) => { h.state('bell', { token: temp.oauth_token }); return h.redirect(url); } };",
  "res.cookie('stripe', process.env.NEXT_PUBLIC_STRIPE_KEY);",
  `res.cookie('stripe', 'pk_${'live'}_4eC39HqLyjWDarjtT1zdp7dc');`,
  "res.cookie('env', process.env.NODE_ENV);",
  "res.cookie('password', '');",
  "res.cookie('password', '', { maxAge: 0 });",
  "res.clearCookie('password');",
  "res.cookie('theme', theme);",
  // The tokens stay on the server.
  "import Keycloak from 'keycloak-connect'; export const keycloak = new Keycloak({ store, cookies: false });",
  "import Keycloak from 'keycloak-connect'; export const keycloak = new Keycloak({ store });",
  "import Keycloak from 'keycloak-connect'; export const keycloak = new Keycloak({ cookies: useCookies });",
  "import Client from 'some-client'; export const client = new Client({ cookies: true });",
  "res.cookie('secret', secret);",
  "res.cookie('user', JSON.stringify({ id: user.id, name: user.name }));",
  "res.cookie('user', JSON.stringify({ token: user.token, hasPassword: true }));",
  // A jwt is anybody's.
  `res.cookie('jwt', 'eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.${'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'}');`,
  "res.setHeader('Set-Cookie', `sid=${session.id}; HttpOnly`);",
  "res.setHeader('Set-Cookie', `token=${token}; HttpOnly`);",
  "res.setHeader('X-Key', process.env.STRIPE_SECRET_KEY);",
  "store.cookie('password', password);",
];

ruleTester.run('no-secret-in-cookie', rule, {
  valid: valid.map((code) => ({ name: code, code })),
  invalid: [
    // By its shape.
    found(`res.cookie('stripe', '${stripeKey}');`, 'shape'),
    found(`const KEY = '${githubKey}'; res.cookie('gh', KEY, { httpOnly: true });`, 'shape'),
    found(`res.cookie('auth', \`Bearer ${githubKey}\`);`, 'shape'),
    found(`res.cookie('prefs', JSON.stringify({ theme, key: '${stripeKey}' }));`, 'shape'),
    found(`res.setHeader('Set-Cookie', 'k=${githubKey}; HttpOnly; Secure');`, 'shape'),
    found(`res.setHeader('Set-Cookie', \`k=${githubKey}; Max-Age=\${age}\`);`, 'shape'),
    // From the environment.
    found("res.cookie('stripe', process.env.STRIPE_SECRET_KEY);", 'environment'),
    found("const { OPENAI_API_KEY } = process.env; res.cookie('k', OPENAI_API_KEY);", 'environment'),
    found("res.cookie('k', import.meta.env.API_SECRET || '');", 'environment'),
    found("reply.setCookie('k', process.env.GITHUB_TOKEN, { path: '/' });", 'environment'),
    found("ctx.cookies.set('k', Buffer.from(process.env.API_KEY).toString('base64'));", 'environment'),
    found("res.setHeader('Set-Cookie', 'k=' + process.env.API_KEY + '; Secure');", 'environment'),
    // A password.
    found("res.cookie('remember', req.body.password);", 'password'),
    found("const { email, password } = req.body; res.cookie('login', `${email}:${password}`);", 'password'),
    found("res.cookie('login', JSON.stringify({ user, password: req.body.pw1 }));", 'password'),
    found("res.cookie('password', req.query.p);", 'password'),
    found("res.cookie('auth', user.passwordHash);", 'password'),
    found("res.setHeader('Set-Cookie', `pw=${encodeURIComponent(password)}; HttpOnly`);", 'password'),
    found(
      "res.setHeader('Set-Cookie', ['password=' + req.body.password, `pw=${req.body.password}`, `sid=${id}`]);",
      'password',
      'password',
    ),
    found(`${next}(await cookies()).set({ name: 'pw', value: form.password });`, 'password'),
    // A third party's token.
    found("res.cookie('access_token', tokens.access_token, { httpOnly: true });", 'token'),
    found("const { tokens } = await client.getToken(code); res.cookie('rt', tokens.refresh_token);", 'token'),
    found("const tokens = await oauth.fetch(); res.cookie('a', tokens.access_token);", 'token'),
    found("res.cookie('a', answer.tokenResponse.access_token);", 'token'),
    found("res.cookie('password', '********x1');", 'password'),
    found("const tokenSet = await client.callback(url, params); res.cookie('t', tokenSet.id_token);", 'token'),
    found(
      "const r = await axios.post('https://oauth2.googleapis.com/token', body); res.cookie('t', r.data.access_token);",
      'token',
    ),
    found(
      "const response = await fetch('https://github.com/login/oauth/access_token', o); const { access_token } = await response.json(); res.cookie('t', access_token);",
      'token',
    ),
    found("res.cookie('spotify_access_token', body.token);", 'token'),
    found("res.cookie('t', user.githubToken);", 'token'),
    found("res.cookie('tokens', JSON.stringify({ access: googleAccessToken }));", 'token'),
    // By an option of a library.
    found(
      "import Keycloak from 'keycloak-connect'; export const keycloak = new Keycloak({ cookies: true });",
      'option',
    ),
    // A key.
    found("res.cookie('k', user.apiKey);", 'key'),
    found("res.cookie('client', config.clientSecret);", 'key'),
    found("import { serialize } from 'cookie'; serialize('k', user.privateKey, { httpOnly: true });", 'key'),
  ],
});
