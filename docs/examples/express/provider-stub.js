'use strict';

const { randomBytes } = require('node:crypto');
const express = require('express');

/** Stands in for the provider: issues access tokens, and shows a user's invoices to whoever holds one. */
function startProvider() {
  const issued = new Map();
  const provider = express();

  provider.post('/oauth/token', express.json(), (req, res) => {
    const token = `at_${randomBytes(24).toString('hex')}`;
    issued.set(token, req.body.name);
    res.json({ access_token: token, token_type: 'Bearer', expires_in: 3600 });
  });

  provider.get('/invoices', (req, res) => {
    const owner = issued.get(req.get('authorization')?.replace(/^Bearer /, ''));
    if (!owner) {
      return res.status(401).json({ error: 'invalid_token' });
    }
    res.json({ owner, invoices: [{ number: 1, total: '19.90' }, { number: 2, total: '240.00' }] });
  });

  return new Promise((resolve, reject) => {
    const server = provider.listen(0, '127.0.0.1', (error) => {
      if (error) {
        return reject(error);
      }
      resolve({ url: `http://127.0.0.1:${server.address().port}`, issued, server });
    });
  });
}

module.exports = { startProvider };
