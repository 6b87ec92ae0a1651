/** A program and its twin: what is bad of it, and what is written in its place. */
type Pair = [rule: string, text: string, bad: string, good: string];

const express = `import express from 'express';\nimport session from 'express-session';\n\nconst app = express();\n`;
const secret = 'x7KqP2vLw9Zt' + 'B4nRf6YhD1sGj3MaQc8U';

/** Programs of shapes that the pages of the rules have too few of. */
export const pairs: readonly Pair[] = [
  [
    'no-broad-cookie-scope',
    `app.post('/login', (req, res) => {
  const options = {
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    DOMAIN
  };
  res.cookie('sid', issueSession(req.user), options);
  res.sendStatus(204);
});
`,
    `domain: '.example.com',`,
    `maxAge: 3600000,`,
  ],
  [
    'no-default-session-name',
    `import session from 'koa-session';

app.keys = [process.env.SESSION_SECRET];
app.use(
  session(
    {
      NAME
      secure: true,
      sameSite: 'lax',
      maxAge: 86400000,
    },
    app,
  ),
);
`,
    `rolling: true,`,
    `key: '__Host-shop',`,
  ],
  [
    'no-session-on-static-assets',
    `${express}app.set('trust proxy', 1);
app.use(
  session({
    store,
    name: '__Host-sid',
    secret: process.env.SESSION_SECRET,
    cookie: { secure: true, sameSite: 'lax' },
  }),
);
app.use('/assets', ASSETS);
`,
    `express.static('public')`,
    `assets`,
  ],
  [
    'require-csrf-protection',
    `${express}app.set('trust proxy', 1);
app.use(
  session({
    store,
    name: '__Host-sid',
    secret: process.env.SESSION_SECRET,
    cookie: { secure: true, sameSite: SITE },
  }),
);
app.delete('/account', async (req, res) => {
  await accounts.remove(req.session.userId);
  res.sendStatus(204);
});
`,
    `'none'`,
    `'strict'`,
  ],
  [
    'require-trust-proxy',
    `${express}PROXY
app.use(
  session({
    store,
    secret: process.env.SESSION_SECRET,
    name: '__Host-sid',
    cookie: {
      sameSite: 'lax',
      secure: 'auto',
    },
  }),
);
`,
    `app.set('view engine', 'pug');`,
    `app.enable('trust proxy');`,
  ],
  [
    'no-hardcoded-vault-value',
    `import { vault } from '#session-vault';

app.post('/connect', async (req, res) => {
  const reference = await vault.store(VALUE);
  req.session.githubTokenRef = reference;
  res.redirect('/');
});
`,
    `'not-a-real-token'`,
    `process.env.GITHUB_TOKEN`,
  ],
  [
    'no-hardcoded-session-secret',
    `import session from 'express-session';

app.use(
  session({
    store,
    secret: SECRET,
    cookie: { secure: true, sameSite: 'lax' },
  }),
);
`,
    `process.env.SESSION_SECRET || '${secret}'`,
    `process.env.SESSION_SECRET`,
  ],
  [
    'no-secret-in-session',
    `app.post('/connect', async (req, res) => {
  const token = req.body.token;
  Object.assign(req.session, {
    connectedAt: Date.now(),
    KEY: token,
  });
  res.redirect('/');
});
`,
    'githubToken',
    'csrfToken',
  ],
  [
    'no-user-object-in-session',
    `app.post('/login', async (req, res) => {
  const user = await User.findOne({ where: { email: req.body.email } });
  req.session.user = VALUE;
  res.redirect('/');
});
`,
    'user',
    '{ id: user.id, name: user.name }',
  ],
  [
    'no-memory-store',
    `import session from '@fastify/session';

fastify.register(session, {
  secret: process.env.SESSION_SECRET,
  STORE
  cookie: { secure: true, sameSite: 'lax' },
});
`,
    'rolling: false,',
    'store: new RedisStore({ client }),',
  ],
  [
    'require-secure-cookie',
    `import { getIronSession } from 'iron-session';

const options = {
  password: process.env.SESSION_SECRET,
  cookieName: 'app_session',
  cookieOptions: {
    secure: SECURE,
    sameSite: 'lax',
  },
};

export async function sessionOf(req, res) {
  return getIronSession(req, res, options);
}
`,
    'false',
    `process.env.NODE_ENV === 'production'`,
  ],
  [
    'no-secret-in-session-type',
    `import { getIronSession } from 'iron-session';
import { vault } from '#session-vault';

interface Data {
  userId?: string;
  KEY?: string;
}

app.get('/me', async (req, res) => {
  const session = await getIronSession<Data>(req, res, {
    password: process.env.SESSION_SECRET,
    cookieName: 'app_session',
    cookieOptions: { secure: true, sameSite: 'lax' },
  });
  res.json({ id: session.userId });
});
`,
    'apiKey',
    'apiKeyRef',
  ],
  [
    'no-session-leak',
    `app.get('/export', (req, res) => {
  const answer = { VALUE };
  res.json(answer);
});
`,
    'session: req.session',
    'views: req.session.views',
  ],
];
