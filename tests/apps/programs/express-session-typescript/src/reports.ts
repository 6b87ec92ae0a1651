import type { NextFunction, Request, Response } from 'express';
import { Router } from 'express';
import { listInvoices } from './provider';

export const reports = Router();

function signedIn(req: Request, res: Response, next: NextFunction): void {
  if (req.session.user && req.session.accessToken) next();
  else res.status(401).json({ error: 'Log in first.' });
}

reports.get('/', signedIn, async (req, res) => {
  const invoices = await listInvoices(req.session.accessToken!);
  req.session.reports = (req.session.reports ?? 0) + 1;
  res.json({ invoices, reports: req.session.reports });
});

reports.get('/offline', signedIn, async (req, res) => {
  const refreshToken = req.session.refreshToken;
  if (!refreshToken) {
    res.sendStatus(409);
    return;
  }
  // What a job in the background would do; here it only says how long the token is.
  res.json({ length: refreshToken.length });
});
