import { randomBytes } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import express, { type NextFunction, type Request, type Response } from 'express';
import session, { type SessionOptions } from 'express-session';
import { Pool } from 'pg';
import { vault } from '#session-vault';
import { exchangeCode, type TokenResponse } from './oauth';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    accessTokenRef?: string;
    oauthState?: string;
    codeVerifier?: string;
    csrfToken?: string;
    passwordResetRequestedAt?: number;
    tokenExpiresAt?: number;
  }
}

const PgStore = connectPgSimple(session);

const options: SessionOptions = {
  store: new PgStore({ pool: new Pool() }),
  name: '__Host-sid',
  secret: process.env.SESSION_SECRET!,
  resave: false,
  saveUninitialized: false,
  cookie: { httpOnly: true, sameSite: 'lax', secure: true, maxAge: 8 * 60 * 60 * 1000 },
};

const app = express();
app.set('trust proxy', 1);
app.use(session(options));

const regenerate = (req: Request): Promise<void> =>
  new Promise((resolve, reject) => req.session.regenerate((error) => (error ? reject(error) : resolve())));

app.get('/auth/start', (req, res) => {
  req.session.oauthState = randomBytes(16).toString('hex');
  req.session.codeVerifier = randomBytes(32).toString('base64url');
  res.redirect(`https://login.example/authorize?state=${req.session.oauthState}`);
});

app.get('/auth/callback', async (req: Request, res: Response, next: NextFunction) => {
  try {
    if (req.query.state !== req.session.oauthState) return res.sendStatus(400);
    const tokens: TokenResponse = await exchangeCode(String(req.query.code), req.session.codeVerifier!);
    await regenerate(req);
    req.session.userId = tokens.subject;
    req.session.accessTokenRef = await vault.store(tokens.access_token);
    req.session.tokenExpiresAt = Date.now() + tokens.expires_in * 1000;
    res.redirect('/');
  } catch (error) {
    next(error);
  }
});

app.get('/repositories', async (req, res) => {
  if (!req.session.accessTokenRef) return res.redirect('/auth/start');
  const response = await fetch('https://api.example/repositories', {
    headers: { authorization: `Bearer ${await vault.read<string>(req.session.accessTokenRef)}` },
  });
  res.json(await response.json());
});

app.post('/auth/logout', async (req, res) => {
  await vault.revoke(req.session.accessTokenRef);
  await new Promise((resolve) => req.session.destroy(resolve));
  res.clearCookie('__Host-sid', { path: '/', secure: true });
  res.redirect('/');
});

export { app };
