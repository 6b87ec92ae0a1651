// A server as it should not be, and as it should: what every host has to tell apart.

/** What `recommended` says of the vulnerable application, and of nothing else. */
export const promised = [
  'session-secrets/no-secret-in-session',
  'session-secrets/no-weak-session-secret',
  'session-secrets/require-same-site-cookie',
  'session-secrets/require-secure-cookie',
];

const before = `const session = require('express-session');
const { app, store } = require('./app');
`;

export const vulnerable = `${before}
app.use(session({ secret: 'dev-secret-not-safe', resave: false, saveUninitialized: false, store }));
app.get('/set_key', async (req, res) => {
  req.session.api_key = 'sk_live_abc123xyz';
  res.send('API key stored in session');
});
`;

/** The same under a name that says nothing: the value gives it away. */
export const neutral = vulnerable.replace('req.session.api_key', 'req.session.k');

export const cured = `${before}const { vault } = require('#session-vault');

app.use(
  session({
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    store,
    cookie: { secure: true, httpOnly: true, sameSite: 'lax' },
  }),
);
app.get('/set_key', async (req, res) => {
  req.session.api_key_ref = await vault.store(process.env.STRIPE_API_KEY);
  res.send('API key stored in session');
});
`;

/** A project that declares its vault. */
export const manifestWithVault = JSON.stringify({
  name: 'host',
  private: true,
  imports: { '#session-vault': './session-vault.js' },
});
