import { Hono } from 'hono';
import { deleteCookie, getSignedCookie, setCookie, setSignedCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { sessionMiddleware, type Session } from 'hono-sessions';
import { z } from 'zod';
import { sessionStore } from './session-store';
import { authenticate, findUser, type User } from './users';

interface SessionData {
  userId: string;
  message: string;
}

declare module 'hono' {
  interface ContextVariableMap {
    session: Session<SessionData>;
    session_key_rotation: boolean;
    user: Pick<User, 'id' | 'name'>;
  }
}

const environment = z
  .object({ SESSION_KEY: z.string().min(32), DEVICE_KEY: z.string().min(32) })
  .parse(process.env);

const app = new Hono();

app.use(csrf());
app.use(
  sessionMiddleware({
    store: sessionStore,
    encryptionKey: environment.SESSION_KEY,
    expireAfterSeconds: 8 * 60 * 60,
    sessionCookieName: '__Host-app',
    cookieOptions: { secure: true, httpOnly: true, sameSite: 'Lax', path: '/' },
  }),
);

const signedIn = createMiddleware(async (c, next) => {
  const userId = c.get('session').get('userId');
  const user = userId ? await findUser(userId) : undefined;
  if (!user) return c.redirect('/login');
  c.set('user', { id: user.id, name: user.name });
  return next();
});

app.post('/login', async (c) => {
  const { email, password } = await c.req.parseBody<{ email: string; password: string }>();
  const user = await authenticate(email, password);
  if (!user) return c.json({ error: 'No such user, or another password.' }, 401);
  const session = c.get('session');
  c.set('session_key_rotation', true);
  session.set('userId', user.id);
  session.flash('message', `Welcome, ${user.name}!`);
  return c.redirect('/');
});

app.post('/logout', (c) => {
  c.get('session').deleteSession();
  deleteCookie(c, 'device', { prefix: 'host', path: '/', secure: true });
  return c.redirect('/');
});

app.post('/device', signedIn, async (c) => {
  await setSignedCookie(c, 'device', crypto.randomUUID(), environment.DEVICE_KEY, {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: 30 * 24 * 60 * 60,
  });
  return c.json({ known: true });
});

app.get('/me', signedIn, async (c) => {
  const device = await getSignedCookie(c, environment.DEVICE_KEY, 'device', 'host');
  return c.json({ id: c.var.user.id, name: c.var.user.name, isKnown: Boolean(device) });
});

app.post('/theme/:name', (c) => {
  setCookie(c, 'theme', c.req.param('name') === 'dark' ? 'dark' : 'light', { maxAge: 365 * 24 * 60 * 60, sameSite: 'Lax' });
  return c.body(null, 204);
});

export default app;
