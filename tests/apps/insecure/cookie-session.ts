import cookieSession from 'cookie-session';
import express from 'express';

const app = express();
app.use(
  cookieSession({
    name: 'session',
    keys: [process.env.SESSION_KEY || 'development'],
    httpOnly: false,
    maxAge: 30 * 24 * 60 * 60 * 1000,
    domain: '.example.com',
    cookie: { secure: true },
  }),
);

app.post('/settings', async (req, res) => {
  req.session!.settings = { theme: req.body.theme, stripeSecretKey: req.body.key };
  req.session!['api_key'] = process.env.STRIPE_SECRET_KEY;
  res.sendStatus(204);
});

export { app };
