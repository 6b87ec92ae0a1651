import { Router } from 'express';
import { freshToken } from './fresh-token.js';

export const calendar = Router();

calendar.use(freshToken);

calendar.get('/', async (req, res) => {
  const response = await fetch(`${process.env.PROVIDER_URL}/invoices`, {
    headers: { authorization: `Bearer ${req.session.accessToken}` },
  });
  res.status(response.status).json(await response.json());
});
