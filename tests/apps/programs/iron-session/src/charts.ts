import { Router } from 'express';
import { getIronSession } from 'iron-session';
import { type SessionData, sessionOptions } from './lib/session';

export const charts = Router();

charts.get('/charts', async (req, res) => {
  const session = await getIronSession<SessionData>(req, res, sessionOptions);
  if (!session.accessToken) {
    res.status(401).json({ error: 'Log in first.' });
    return;
  }

  const response = await fetch(`${process.env.PROVIDER_URL}/invoices`, {
    headers: { Authorization: `Bearer ${session.accessToken}` },
  });
  res.status(response.status).json(await response.json());
});
