const cookieSession = require('cookie-session');
const express = require('express');
const users = require('./users');

const isProduction = process.env.NODE_ENV === 'production';

const app = express();
app.enable('trust proxy');
app.use(
  cookieSession({
    name: '__Host-app',
    keys: process.env.SESSION_KEYS.split(','),
    secure: isProduction,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 24 * 60 * 60 * 1000,
  }),
);

app.post('/login', async (req, res) => {
  const user = await users.authenticate(req.body.email, req.body.password);
  if (!user) return res.status(401).end();
  // A cookie holds it all: there is no id that could be fixed.
  req.session.userId = user.id;
  req.session.expiresAt = Date.now() + 8 * 60 * 60 * 1000;
  res.redirect('/');
});

app.post('/logout', (req, res) => {
  req.session = null;
  res.redirect('/');
});

module.exports = app;
