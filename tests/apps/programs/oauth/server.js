import express from 'express';
import session from 'express-session';
import fileStore from 'session-file-store';
import { calendar } from './calendar.js';
import { oauth } from './oauth.js';

const { PORT = 3000, SESSION_DIR, SESSION_SECRET, NODE_ENV } = process.env;
const app = express();

app.set('trust proxy', 'loopback');
app.use(
  session({
    name: 'calendar.sid',
    secret: SESSION_SECRET,
    store: new (fileStore(session))({ path: SESSION_DIR, logFn() {}, retries: 0 }),
    resave: false,
    saveUninitialized: false,
    cookie: { secure: NODE_ENV === 'production', sameSite: 'lax', maxAge: 24 * 60 * 60 * 1000 },
  }),
);

app.use(oauth);
app.use('/calendar', calendar);

const server = app.listen(PORT, '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${server.address().port}`);
});
