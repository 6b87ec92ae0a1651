const cookieSession = require('cookie-session');
const express = require('express');
const invoices = require('./invoices');

const app = express();

app.use(express.json());
app.use(cookieSession({
  name: 'session',
  keys: [process.env.SESSION_SECRET],
  maxAge: 24 * 60 * 60 * 1000, // a day
}));

app.get('/', (req, res) => {
  res.json({ user: req.session.user || null, connected: Boolean(req.session.accessToken) });
});

app.post('/login', async (req, res) => {
  const { name, password } = req.body;
  const response = await fetch(`${process.env.PROVIDER_URL}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', username: name, password }),
  });
  if (!response.ok) {
    return res.status(401).json({ error: 'Unknown user or wrong password.' });
  }

  const tokens = await response.json();
  req.session.user = name;
  req.session.accessToken = tokens.access_token; // for the invoices
  res.json({ user: name });
});

app.post('/logout', (req, res) => {
  req.session = null;
  res.sendStatus(204);
});

app.use('/invoices', invoices);

const server = app.listen(process.env.PORT || 3000, '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${server.address().port}`);
});
