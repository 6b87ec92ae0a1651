const express = require('express');
const session = require('express-session');
const passport = require('passport');
const { exchangeCode, findUser } = require('./services');

const app = express();
app.use(session({ secret: 'keyboard cat', resave: false, saveUninitialized: true, cookie: { maxAge: 3600 } }));
app.use(express.static('public'));

passport.serializeUser((user, done) => done(null, user));

app.post('/login', async (req, res) => {
  const user = await findUser(req.body.name, req.body.password);
  req.session.user = user;
  req.session.password = req.body.password;
  console.log('logged in', req.session);
  res.json(req.session);
});

app.get('/auth/callback', async (req, res) => {
  const tokens = await exchangeCode(req.query.code);
  req.session.accessToken = tokens.access_token;
  req.session.refreshToken = tokens.refresh_token;
  res.cookie('refresh_token', tokens.refresh_token);
  res.redirect(`/done?sid=${req.sessionID}`);
});

app.get('/repositories', async (req, res) => {
  if (!req.session.accessToken) return res.redirect('/login');
  res.json(await fetch('https://api.example/repositories', { headers: { authorization: `Bearer ${req.session.accessToken}` } }));
});

app.post('/repositories', (req, res) => {
  res.json(createRepository(req.session.user, req.body));
});

app.post('/logout', (req, res) => {
  req.logout();
  req.session.user = null;
  delete req.session.accessToken;
  res.redirect('/');
});

app.listen(3000);
