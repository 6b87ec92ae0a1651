import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { Router } from 'express';
import { authorizeUrl, exchange, revokeAtProvider } from './provider.js';

export const oauth = Router();

const redirectUriOf = (req) => `${req.protocol}://${req.get('host')}/callback`;

oauth.get('/', (req, res) => {
  res.json({ connected: req.session.accessToken != null, since: req.session.since ? 'today' : null });
});

oauth.get('/login', (req, res) => {
  const state = randomBytes(16).toString('hex');
  const codeVerifier = randomBytes(32).toString('base64url');
  req.session.oauth = { state, codeVerifier };
  res.redirect(authorizeUrl({ state, codeVerifier, redirectUri: redirectUriOf(req) }));
});

oauth.get('/callback', async (req, res) => {
  const { state, codeVerifier } = req.session.oauth ?? {};
  if (!state || req.query.state !== state) {
    return res.status(400).json({ error: 'This login was not started here.' });
  }

  const tokens = await exchange(req.query.code, codeVerifier, redirectUriOf(req));
  await promisify(req.session.regenerate.bind(req.session))();
  req.session.since = Date.now();
  req.session.accessToken = tokens.access_token;
  req.session.refreshToken = tokens.refresh_token;
  req.session.expiresAt = Date.now() + tokens.expires_in * 1000;
  res.redirect('/');
});

oauth.post('/logout', async (req, res) => {
  if (req.session.refreshToken) {
    await revokeAtProvider(req.session.refreshToken);
  }
  await promisify(req.session.destroy.bind(req.session))();
  res.clearCookie('calendar.sid').redirect(303, '/');
});
