'use strict';

const { Router } = require('express');
const { requestToken } = require('../provider');
const { isUser } = require('../users');

const router = Router();

router.post('/login', async (req, res) => {
  const { name, password } = req.body ?? {};
  if (!isUser(name, password)) {
    return res.status(401).json({ error: 'Unknown user or wrong password.' });
  }

  const tokens = await requestToken(name);
  req.session.user = name;
  req.session.accessToken = tokens.access_token;
  res.json({ user: name });
});

router.post('/logout', async (req, res) => {
  delete req.session.accessToken;
  req.session = null;
  res.sendStatus(204);
});

module.exports = router;
