'use strict';

const { Router } = require('express');
const { providerUrl } = require('../provider');

const router = Router();

router.get('/', (req, res) => {
  res.json({ user: req.session.user ?? null, connected: Boolean(req.session.accessToken) });
});

router.get('/invoices', async (req, res) => {
  if (!req.session.accessToken) {
    return res.status(401).json({ error: 'Log in first.' });
  }

  const response = await fetch(`${providerUrl()}/invoices`, {
    headers: { Authorization: `Bearer ${req.session.accessToken}` },
  });
  res.status(response.status).json(await response.json());
});

module.exports = router;
