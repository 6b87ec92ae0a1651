import express from 'express';
import cookieSession from 'cookie-session';
import dotenv from 'dotenv';

dotenv.config();

const app = express();

app.use(express.json());
app.use(cookieSession({ name: 'session', keys: [process.env.SESSION_SECRET], maxAge: 24 * 60 * 60 * 1000 }));

app.post('/key', async (req, res) => {
  req.session.apiKey = req.body.key;
  res.sendStatus(204);
});

app.get('/key', async (req, res) => {
  res.json({ end: req.session.apiKey.slice(-4) });
});

const server = app.listen(process.env.PORT || 3000, '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${server.address().port}`);
});
