/** A program of one file, and what is asked of it. */
export interface SmallProgram {
  name: string;
  /** True where everything is moved by one fix, false where nothing may be. */
  isMoved: boolean;
  body: string;
  requests: readonly string[];
  /** Without semicolons, and with an import that a bracket follows. */
  isBare?: boolean;
}

const login =
  "app.get('/in', async (req, res) => { req.session.accessToken = 'at-' + req.query.code; res.json({ ok: 1 }); });";
const show = "app.get('/me', async (req, res) => { res.json({ t: req.session.accessToken ?? null }); });";
const visit = ['/in?code=1', '/me'];

const kept = (name: string, body: string, requests: readonly string[] = visit): SmallProgram => ({
  name,
  body,
  requests,
  isMoved: false,
});
const moved = (name: string, body: string, requests: readonly string[] = visit): SmallProgram => ({
  name,
  body,
  requests,
  isMoved: true,
});

/** Functions that are not waited for. */
const functions = [
  kept(
    'a helper that nobody awaits',
    `async function keep(req, t) { req.session.accessToken = t; }
app.get('/in', (req, res) => { keep(req, 'at'); res.json({ ok: 1 }); });\n${show}`,
  ),
  moved(
    'a helper that is awaited',
    `async function keep(req, t) { req.session.accessToken = t; }
app.get('/in', async (req, res) => { await keep(req, 'at'); res.json({ ok: 1 }); });\n${show}`,
  ),
  kept(
    'a helper that is awaited by one that is not',
    `const keep = async (req, t) => { req.session.accessToken = t; };
const enter = async (req) => { await keep(req, 'at'); };
app.get('/in', (req, res) => { enter(req); res.json({ ok: 1 }); });\n${show}`,
  ),
  kept(
    'a promise that is only caught',
    `const keep = async (req, t) => { req.session.accessToken = t; };
app.get('/in', (req, res, next) => { keep(req, 'at').catch(next); res.json({ ok: 1 }); });\n${show}`,
  ),
  moved(
    'a promise that the answer follows',
    `const keep = async (req, t) => { req.session.accessToken = t; };
app.get('/in', (req, res, next) => { keep(req, 'at').then(() => res.json({ ok: 1 })).catch(next); });\n${show}`,
  ),
  kept(
    'a callback of forEach',
    `app.get('/in', (req, res) => { ['a', 'b'].forEach(async (t) => { req.session.accessToken = t; }); res.json({ ok: 1 }); });\n${show}`,
  ),
  moved(
    'a loop in its place',
    `app.get('/in', async (req, res) => { for (const t of ['a', 'b']) { req.session.accessToken = t; } res.json({ ok: 1 }); });\n${show}`,
  ),
  kept(
    'a function called in place',
    `app.get('/in', (req, res) => { (async () => { req.session.accessToken = 'at'; })(); res.json({ ok: 1 }); });\n${show}`,
  ),
  moved(
    'a function called in place and awaited',
    `app.get('/in', async (req, res) => { await (async () => { req.session.accessToken = 'at'; })(); res.json({ ok: 1 }); });\n${show}`,
  ),
  kept(
    'a listener',
    `const bus = new (require('node:events'))();
bus.on('in', async ({ req, t }) => { req.session.accessToken = t; });
app.get('/in', (req, res) => { bus.emit('in', { req, t: 'at' }); res.json({ ok: 1 }); });\n${show}`,
  ),
  kept(
    'a method that nobody awaits',
    `class Desk { async keep(req, t) { req.session.accessToken = t; } enter(req, res) { this.keep(req, 'at'); res.json({ ok: 1 }); } }
const desk = new Desk();
app.get('/in', (req, res) => desk.enter(req, res));\n${show}`,
  ),
  moved(
    'a method that is awaited',
    `class Desk { async keep(req, t) { req.session.accessToken = t; } async enter(req, res) { await this.keep(req, 'at'); res.json({ ok: 1 }); } }
const desk = new Desk();
app.get('/in', (req, res) => desk.enter(req, res));\n${show}`,
  ),
  kept(
    'a timer',
    `app.get('/in', (req, res) => { setImmediate(async () => { req.session.accessToken = 'at'; res.json({ ok: 1 }); }); });\n${show}`,
  ),
];

/** What is called beside others, or after somebody who answers. */
const order = [
  kept(
    'a helper beside one that finds what it wrote',
    `const put = async (req) => { req.session.accessToken = 'at'; };
const see = async (req) => req.session.accessToken ?? null;
app.get('/in', async (req, res) => { const [, t] = await Promise.all([put(req), see(req)]); res.json({ t }); });\n${show}`,
  ),
  kept(
    'a key that is issued where there is none, twice at a time',
    `let n = 0;
const ensure = async (req) => { if (!req.session.apiKey) req.session.apiKey = 'k' + (n += 1); return req.session.apiKey; };
const issued = async (req) => { const key = await ensure(req); return key; };
app.get('/in', async (req, res) => { res.json(await Promise.all([issued(req), issued(req)])); });`,
    ['/in'],
  ),
  kept(
    'a helper in a race',
    `const see = async (req) => req.session.accessToken;
${login}\napp.get('/me', async (req, res) => { res.json(await Promise.race([see(req), new Promise((r) => setTimeout(r, 3, 'late'))])); });`,
  ),
  moved(
    'helpers side by side that only read',
    `const see = async (req, n) => n + req.session.accessToken;
${login}\napp.get('/me', async (req, res) => { res.json(await Promise.all([see(req, 1), see(req, 2)])); });`,
  ),
  kept(
    'a wrapper that goes on',
    `const also = (fn) => (req, res, next) => { fn(req, res); next(); };
app.use(also(async (req) => { req.session.accessToken ??= 'at'; }));
app.get('/in', (req, res) => { res.json({ ok: 1 }); });\n${show}`,
  ),
  moved(
    'a wrapper that catches',
    `const caught = (fn) => (req, res, next) => { Promise.resolve(fn(req, res, next)).catch(next); };
app.get('/in', caught(async (req, res) => { req.session.accessToken = 'at'; res.json({ ok: 1 }); }));
app.get('/me', caught(async (req, res) => { res.json({ t: req.session.accessToken }); }));`,
  ),
  moved(
    'a wrapper that hands back',
    `const caught = (fn) => (req, res, next) => fn(req, res, next).catch(next);
app.get('/in', caught(async (req, res) => { req.session.accessToken = 'at'; res.json({ ok: 1 }); }));\n${show}`,
  ),
  kept(
    'steps of a list',
    `const steps = [async (req) => { req.session.accessToken = 'at'; }];
app.get('/in', async (req, res) => { for (const step of steps) step(req); res.json({ ok: 1 }); });\n${show}`,
  ),
  moved(
    'handlers of a list',
    `const steps = [async (req, res, next) => { req.session.accessToken = 'at'; next(); }];
app.get('/in', steps, (req, res) => { res.json({ ok: 1 }); });\n${show}`,
  ),
  kept(
    'a method by a text',
    `const desk = { async keep(req) { req.session.accessToken = 'at'; } };
app.get('/in', async (req, res) => { desk['keep'](req); res.json({ ok: 1 }); });\n${show}`,
  ),
  kept(
    'a write below the start of an answer',
    `app.get('/in', async (req, res) => { setTimeout(() => res.json({ ok: 1 }), 2); req.session.accessToken = 'at'; });\n${show}`,
  ),
  kept(
    'a write below a save',
    `app.get('/in', async (req, res) => { req.session.save(() => { res.json({ ok: 1 }); }); req.session.accessToken = 'at'; });\n${show}`,
  ),
  kept(
    'a write below a start of what comes next',
    `app.use(async (req, res, next) => { setImmediate(next); req.session.accessToken ??= 'at'; });
app.get('/in', (req, res) => { res.json({ ok: 1 }); });\n${show}`,
  ),
  moved(
    'a write above a save',
    `app.get('/in', async (req, res) => { req.session.accessToken = 'at'; req.session.save(() => { res.json({ ok: 1 }); }); });\n${show}`,
  ),
  moved(
    'a session that begins anew',
    `app.get('/in', (req, res) => { req.session.regenerate(async () => { req.session.accessToken = 'at'; res.json({ ok: 1 }); }); });\n${show}`,
  ),
];

/** Ways in and out that no key shows. */
const hidden = [
  kept(
    'what is assigned is not to be seen',
    `const exchange = async (code) => ({ accessToken: 'at-' + code, refreshToken: 'rt' });
app.get('/in', async (req, res) => { Object.assign(req.session, await exchange(req.query.code)); res.json({ ok: 1 }); });\n${show}`,
  ),
  moved(
    'what is assigned is a literal',
    `app.get('/in', async (req, res) => { Object.assign(req.session, { accessToken: 'at', views: 1 }); res.json({ ok: 1 }); });\n${show}`,
  ),
  kept(
    'a key that is put together',
    `app.get('/in', async (req, res) => { for (const p of ['access']) req.session[p + 'Token'] = p; res.json({ ok: 1 }); });\n${show}`,
  ),
  kept(
    'a key that is a template',
    "app.get('/in', async (req, res) => { req.session[`${req.query.code}Token`] = 'at'; res.json({ ok: 1 }); });\n" +
      show,
    ['/in?code=access', '/me'],
  ),
  kept(
    'a copy by JSON',
    `${login}\napp.get('/me', (req, res) => { res.json({ t: JSON.parse(JSON.stringify(req.session)).accessToken }); });`,
  ),
  kept(
    'all entries',
    `${login}\napp.get('/me', (req, res) => { res.json(Object.entries(req.session).filter(([k]) => k !== 'cookie')); });`,
  ),
  kept(
    'a session among the locals',
    `app.use((req, res, next) => { res.locals.session = req.session; next(); });\n${login}
app.get('/me', (req, res) => { res.json({ t: res.locals.session.accessToken }); });`,
  ),
  kept(
    'a session with a default',
    `${login}\napp.get('/me', (req, res) => { const s = req.session || {}; res.json({ t: s.accessToken }); });`,
  ),
  kept(
    'sessions out of the store',
    `${login}\napp.get('/me', (req, res) => { req.sessionStore.get(req.sessionID, (error, saved) => res.json({ t: saved.accessToken })); });`,
  ),
  kept(
    'a function that gives the session',
    `const sessionOf = (req) => req.session;\n${login}\napp.get('/me', (req, res) => { res.json({ t: sessionOf(req).accessToken }); });`,
  ),
  kept(
    'a session that a test makes up',
    `${login}
const me = async (req) => ({ t: req.session.accessToken });
app.get('/me', async (req, res) => { res.json(await me(req)); });
app.get('/test', async (req, res) => { res.json(await me({ session: { accessToken: 'made-up' } })); });`,
    ['/in?code=1', '/me', '/test'],
  ),
  kept(
    'a way through the request in one text',
    `const dot = { set: (o, way, v) => { const [a, b] = way.split('.'); o[a][b] = v; } };
app.get('/in', async (req, res) => { req.session.accessToken = 'at'; dot.set(req, 'session.refreshToken', 'rt'); res.json({ ok: 1 }); });
app.get('/me', async (req, res) => { res.json({ t: req.session.accessToken, r: req.session.refreshToken }); });`,
  ),
  kept(
    'a way through the request in a list',
    `const dot = { get: (o, way) => way.reduce((a, k) => a?.[k], o) };
${login}\napp.get('/me', async (req, res) => { res.json({ t: dot.get(req, ['session', 'accessToken']), u: req.session.refreshToken }); });`,
  ),
  moved(
    'a text that only looks like a way',
    `const texts = { get: (language, key) => language + key };
${login}\napp.get('/me', async (req, res) => { res.json({ t: req.session.accessToken, h: texts.get('en', 'session.over') }); });`,
  ),
  kept(
    'a reference key that is something else',
    `app.get('/in', async (req, res) => { req.session.accessTokenRef = 'doc-17'; req.session.accessToken = 'at'; res.json({ ok: 1 }); });
app.get('/me', async (req, res) => { res.json({ r: req.session.accessTokenRef, t: req.session.accessToken }); });`,
  ),
];

/** What goes on while the vault is asked. */
const meanwhile = [
  kept(
    'calls side by side, of which the first fails',
    `const repos = async (t) => { if (t !== 'at-good') throw new Error('bad'); return 1; };
const profile = async (t) => t;
${login}
app.get('/me', async (req, res) => {
  try { res.json(await Promise.all([repos(req.session.accessToken), profile(req.session.accessToken)])); }
  catch (e) { res.status(502).json({ error: e.message }); }
});`,
    ['/in?code=good', '/me', '/in?code=bad', '/me', '/me'],
  ),
  moved(
    'calls side by side, with what was read before',
    `const repos = async (t) => { if (t !== 'at-good') throw new Error('bad'); return 1; };
const profile = async (t) => t;
${login}
app.get('/me', async (req, res) => {
  const t = req.session.accessToken;
  try { res.json(await Promise.all([repos(t), profile(t)])); } catch (e) { res.status(502).json({ error: e.message }); }
});`,
    ['/in?code=good', '/me', '/in?code=bad', '/me', '/me'],
  ),
  kept(
    'promises that are waited for later',
    `const repos = async () => { throw new Error('bad'); };
const profile = async (t) => t;
${login}
app.get('/me', async (req, res) => {
  const a = repos(req.session.accessToken);
  const b = profile(req.session.accessToken);
  try { await Promise.all([a, b]); } catch (e) { res.status(502).json({ error: e.message }); }
});`,
  ),
  kept(
    'a listener that comes after the read',
    `const { EventEmitter } = require('node:events');
const open = () => { const e = new EventEmitter(); setImmediate(() => { e.emit('data', 'x'); e.emit('end'); }); return e; };
${login}
app.get('/me', async (req, res) => {
  const stream = open();
  const t = req.session.accessToken;
  let got = '';
  stream.on('data', (part) => { got += part; });
  stream.on('end', () => { res.json({ got, t }); });
  setTimeout(() => { if (!res.headersSent) res.json({ lost: true }); }, 60);
});`,
  ),
  kept(
    'a sum that several add to',
    `${login}
app.get('/me', async (req, res) => {
  let out = '';
  await Promise.all([1, 2].map(async (n) => { out += n + req.session.accessToken; }));
  res.json({ out });
});`,
  ),
];

/** Values that the vault does not give back as they were. */
const values = [
  moved(
    'a part of a secret by a pattern',
    `app.get('/in', async (req, res) => { req.session.credentials = { login: 'l', password: 'p' }; res.json({ ok: 1 }); });
app.get('/me', async (req, res) => { const { password } = req.session.credentials; res.json({ password, login: req.session.credentials.login }); });`,
  ),
  kept(
    'an object that changes after it was stored',
    `app.get('/in', async (req, res) => { const c = { password: 'p' }; req.session.credentials = c; c.login = 'later'; res.json({ ok: 1 }); });
app.get('/me', async (req, res) => { res.json({ c: req.session.credentials }); });`,
  ),
  kept(
    'an object that somebody else may change after it was stored',
    `const decorate = (c) => { c.login = 'later'; };
app.get('/in', async (req, res) => { const c = { password: 'p' }; req.session.credentials = c; decorate(c); res.json({ ok: 1 }); });
app.get('/me', async (req, res) => { res.json({ c: req.session.credentials }); });`,
  ),
  kept(
    'a date',
    `app.get('/in', async (req, res) => { req.session.credentials = { password: 'p', at: new Date(0) }; res.json({ y: req.session.credentials.at.getTime() }); });`,
    ['/in'],
  ),
  kept(
    'bytes',
    `app.get('/in', async (req, res) => { req.session.clientSecret = Buffer.from('s'); res.json({ y: req.session.clientSecret.toString() }); });`,
    ['/in'],
  ),
  kept(
    'an instance that comes out of a call',
    `class Grant { constructor(t) { this.access_token = t; } isOver() { return this.access_token === ''; } }
const exchange = async (code) => new Grant('at-' + code);
app.get('/in', async (req, res) => { req.session.tokenSet = await exchange(req.query.code); res.json({ over: req.session.tokenSet.isOver() }); });
app.get('/me', async (req, res) => { res.json({ t: req.session.tokenSet.access_token }); });`,
  ),
  kept(
    'an instance under another name',
    `class Grant { constructor(t) { this.access_token = t; } isOver() { return this.access_token === ''; } }
const exchange = async (code) => new Grant('at-' + code);
app.get('/in', async (req, res) => { req.session.tokenSet = await exchange(req.query.code); const { tokenSet } = req.session; res.json({ over: tokenSet.isOver() }); });
app.get('/me', async (req, res) => { res.json({ t: req.session.tokenSet.access_token }); });`,
  ),
  moved(
    'an object that comes out of a call',
    `const exchange = async (code) => ({ access_token: 'at-' + code, scope: 'a b' });
app.get('/in', async (req, res) => { req.session.tokenSet = await exchange(req.query.code); res.json(req.session.tokenSet.scope.split(' ')); });
app.get('/me', async (req, res) => { res.json({ t: req.session.tokenSet.access_token.toUpperCase() }); });`,
  ),
  kept(
    'keys of what may be undefined',
    `app.get('/in', async (req, res) => { req.session.credentials = { login: 'l', password: req.query.none }; res.json(Object.keys(req.session.credentials)); });`,
    ['/in'],
  ),
  moved(
    'keys of what is there',
    `app.get('/in', async (req, res) => { req.session.credentials = { login: 'l', password: 'p' }; res.json(Object.keys(req.session.credentials)); });`,
    ['/in'],
  ),
  kept(
    'an assignment that somebody reads',
    `app.get('/in', async (req, res) => { res.json({ t: (req.session.accessToken = 'at') }); });\n${show}`,
  ),
  kept(
    'an assignment that an arrow gives back',
    `const keep = async (req) => (req.session.accessToken = 'at');\napp.get('/in', async (req, res) => { res.json({ t: await keep(req) }); });\n${show}`,
  ),
  kept(
    'an object whose assignment is read',
    `app.get('/in', async (req, res) => { const github = (req.session.github = { accessToken: 'at' }); res.json(github); });
app.get('/me', async (req, res) => { res.json({ t: req.session.github.accessToken }); });`,
  ),
  moved(
    'twelve secrets in one pattern',
    `app.get('/in', async (req, res) => {
${Array.from({ length: 12 }, (_, n) => `  req.session.p${n}AccessToken = 't${n}';`).join('\n')}
  res.json({ ok: 1 });
});
app.get('/me', async (req, res) => {
  const { ${Array.from({ length: 12 }, (_, n) => `p${n}AccessToken`).join(', ')} } = req.session;
  res.json([${Array.from({ length: 12 }, (_, n) => `p${n}AccessToken`).join(', ')}]);
});`,
  ),
];

/** Files without semicolons. */
const bare: SmallProgram[] = [
  {
    ...moved(
      'a read that begins a line',
      `app.get('/in', async (req, res) => { req.session.accessToken = 'a-t'; res.json({ ok: 1 }) })
app.get('/me', async (req, res) => {
  const q = req.query.q
  req.session.accessToken?.split('-').forEach((part) => res.write(part))
  res.end(q)
})`,
      ['/in', '/me?q=1'],
    ),
    isBare: true,
  },
  {
    ...moved(
      'an import that a bracket follows',
      `;(async () => { app.get('/in', async (req, res) => { req.session.accessToken = 'at'; res.json({ ok: 1 }) }) })()
${show}`,
    ),
    isBare: true,
  },
];

export const smallPrograms: readonly SmallProgram[] = [
  ...functions,
  ...order,
  ...hidden,
  ...meanwhile,
  ...values,
  ...bare,
];

/** The text of a program. */
export function textOf({ body, isBare = false }: SmallProgram): string {
  const text = [
    "const express = require('express');",
    "const session = require('express-session');",
    'const app = express();',
    "app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false, store: new session.MemoryStore(), name: 'id', cookie: { sameSite: 'lax' } }));",
    body,
    'module.exports = app;',
    '',
  ].join('\n');
  return isBare ? text.replace(/;$/gm, '') : text;
}
