const { Router } = require('express');

const router = Router();

router.get('/', async (req, res) => {
  if (!req.session.accessToken) {
    return res.status(401).json({ error: 'Log in first.' });
  }

  const response = await fetch(`${process.env.PROVIDER_URL}/invoices`, {
    headers: { Authorization: `Bearer ${req.session.accessToken}` },
  });
  res.status(response.status).json(await response.json());
});

module.exports = router;
