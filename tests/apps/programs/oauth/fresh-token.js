import { refresh } from './provider.js';

/** Lets only those pass who are connected, with a token that is still good. */
export async function freshToken(req, res, next) {
  if (!req.session.accessToken) {
    return res.status(401).json({ error: 'Connect your calendar first.' });
  }

  if (req.session.expiresAt <= Date.now()) {
    const tokens = await refresh(req.session.refreshToken);
    req.session.accessToken = tokens.access_token;
    if (tokens.refresh_token) {
      req.session.refreshToken = tokens.refresh_token;
    }
    req.session.expiresAt = Date.now() + tokens.expires_in * 1000;
  }
  next();
}
