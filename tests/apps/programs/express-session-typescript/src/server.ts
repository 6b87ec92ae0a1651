import express from 'express';
import session from 'express-session';
import type { AddressInfo } from 'node:net';
import fileStore from 'session-file-store';
import { auth } from './auth';
import { reports } from './reports';

const app = express();
const FileStore = fileStore(session);

app.use(express.json());
app.use(
  session({
    store: new FileStore({ path: process.env.SESSION_DIR, logFn: () => undefined, retries: 0 }),
    secret: process.env.SESSION_SECRET!,
    name: 'reports.sid',
    resave: false,
    saveUninitialized: false,
    cookie: { secure: process.env.NODE_ENV === 'production', httpOnly: true, maxAge: 60 * 60 * 1000 },
  }),
);
app.use(auth);
app.use('/reports', reports);

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
