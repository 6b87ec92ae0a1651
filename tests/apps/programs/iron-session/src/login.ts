import { Router } from 'express';
import { getIronSession } from 'iron-session';
import type { SessionData } from './lib/session';
import { sessionOptions } from './lib/session';

export const login = Router();

login.post('/login', async (req, res) => {
  const { username, password } = req.body as { username: string; password: string };
  const response = await fetch(`${process.env.PROVIDER_URL}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', username, password }),
  });
  if (!response.ok) {
    res.status(401).json({ error: 'Unknown user or wrong password.' });
    return;
  }

  const tokens = (await response.json()) as { access_token: string };
  const session = await getIronSession<SessionData>(req, res, sessionOptions);
  session.userId = 230;
  session.username = username;
  session.accessToken = tokens.access_token;
  await session.save();
  res.json({ username });
});

login.get('/user', async (req, res) => {
  const session = await getIronSession<SessionData>(req, res, sessionOptions);
  res.json({ username: session.username ?? '', isLoggedIn: !!session.accessToken });
});

login.post('/logout', async (req, res) => {
  const session = await getIronSession<SessionData>(req, res, sessionOptions);
  session.destroy();
  res.json({ username: '', isLoggedIn: false });
});
