'use strict';

const { promisify } = require('node:util');
const { RedisStore } = require('connect-redis');
const express = require('express');
const session = require('express-session');
const helmet = require('helmet');
const passport = require('passport');
const { Strategy: LocalStrategy } = require('passport-local');
const { createClient } = require('redis');
const { findUser, verifyPassword } = require('./users');
const logger = require('./logger');

const client = createClient({ url: process.env.REDIS_URL });
client.connect().catch((error) => logger.error({ error }, 'no redis'));

const app = express();
app.set('trust proxy', 1);
app.use(helmet());
app.use(express.static('public'));
app.use(express.urlencoded({ extended: false }));
app.use(
  session({
    store: new RedisStore({ client }),
    name: '__Host-sid',
    secret: [process.env.SESSION_SECRET, process.env.SESSION_SECRET_BEFORE],
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 1000 * 60 * 60 * 8 },
  }),
);

passport.use(
  new LocalStrategy(async (name, password, done) => {
    try {
      const user = await findUser(name);
      if (!user || !(await verifyPassword(user, password))) return done(null, false);
      return done(null, user);
    } catch (error) {
      return done(error);
    }
  }),
);
passport.serializeUser((user, done) => done(null, user.id));
passport.deserializeUser((id, done) => findUser(id).then((user) => done(null, user), done));
app.use(passport.initialize());
app.use(passport.session());

app.post('/login', async (req, res, next) => {
  const user = await findUser(req.body.name);
  if (!user || !(await verifyPassword(user, req.body.password))) {
    req.session.attempts = (req.session.attempts ?? 0) + 1;
    logger.warn({ attempts: req.session.attempts }, 'login failed');
    return res.status(401).render('login', { attempts: req.session.attempts });
  }
  const { returnTo } = req.session;
  req.session.regenerate((error) => {
    if (error) return next(error);
    req.session.userId = user.id;
    req.session.passwordChangedAt = user.passwordChangedAt;
    req.session.hasPassword = Boolean(user.password);
    req.session.save((failed) => (failed ? next(failed) : res.redirect(returnTo ?? '/')));
  });
});

app.post('/signin', async (req, res) => {
  const user = await findUser(req.body.name);
  await promisify(req.session.regenerate).call(req.session);
  req.session.userId = user.id;
  res.redirect('/');
});

app.post('/session', passport.authenticate('local', { failureRedirect: '/login' }), (req, res) => {
  res.redirect('/');
});

app.get('/me', (req, res) => {
  if (!req.session.userId) return res.status(401).json({ error: 'Log in first.' });
  res.locals.session = req.session;
  res.json({ id: req.session.userId, views: req.session.views, theme: req.cookies.theme });
});

app.post('/theme', (req, res) => {
  res.cookie('theme', req.body.theme, { maxAge: 1000 * 60 * 60 * 24 * 365 });
  res.cookie('locale', req.body.locale);
  res.cookie('cookie_consent', 'yes');
  res.cookie('XSRF-TOKEN', req.csrfToken());
  res.sendStatus(204);
});

app.post('/logout', (req, res, next) => {
  req.logout((error) => {
    if (error) return next(error);
    req.session.destroy((failed) => {
      if (failed) return next(failed);
      res.clearCookie('__Host-sid', { path: '/', secure: true });
      res.redirect('/');
    });
  });
});

app.post('/sign-out', async (req, res) => {
  await new Promise((resolve, reject) => {
    req.session.destroy((error) => (error ? reject(error) : resolve()));
  });
  res.cookie('session', '', { maxAge: 0 });
  res.cookie('auth_token', '', { expires: new Date(0) });
  res.sendStatus(204);
});

module.exports = app;
