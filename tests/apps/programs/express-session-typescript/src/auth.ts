import { Router } from 'express';
import { promisify } from 'node:util';
import { requestTokens } from './provider';

export const auth = Router();

auth.get('/me', (req, res) => {
  res.json({
    name: req.session.user?.name ?? null,
    admin: req.session.user?.isAdmin === true,
    connected: req.session.accessToken !== undefined,
  });
});

auth.post('/login', async (req, res) => {
  const { name, password } = req.body as { name: string; password: string };
  const tokens = await requestTokens({ grant_type: 'password', username: name, password });
  if (!tokens) {
    res.status(401).json({ error: 'Unknown user or wrong password.' });
    return;
  }

  await promisify(req.session.regenerate.bind(req.session))();
  req.session.user = { name, isAdmin: false };
  req.session.reports = 0;
  req.session.accessToken = tokens.access_token;
  req.session.refreshToken = tokens.refresh_token;
  res.json({ name });
});

auth.post('/logout', async (req, res) => {
  req.session.accessToken = undefined;
  req.session.refreshToken = undefined;
  await promisify(req.session.destroy.bind(req.session))();
  res.clearCookie('reports.sid').sendStatus(204);
});
