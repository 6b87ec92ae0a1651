import { Hono } from 'hono';
import { getSignedCookie, setCookie, setSignedCookie } from 'hono/cookie';
import { MemoryStore, sessionMiddleware } from 'hono-sessions';
import { authenticate } from './users';

const app = new Hono();
const secret = 'it-is-' + 'very-secret';

app.use(
  sessionMiddleware({
    store: new MemoryStore(),
    encryptionKey: 'password_at_least_32_characters_long',
    expireAfterSeconds: 365 * 24 * 60 * 60,
    cookieOptions: { sameSite: 'None', path: '/', httpOnly: false },
  }),
);

app.post('/login', async (c) => {
  const { email, password } = await c.req.parseBody<{ email: string; password: string }>();
  const user = await authenticate(email, password);
  const session = c.get('session');
  session.set('userId', user.id);
  session.set('accessToken', user.accessToken);
  setCookie(c, 'refresh_token', user.refreshToken, { maxAge: 30 * 24 * 60 * 60 * 1000 });
  await setSignedCookie(c, 'session', user.sessionId, secret, { secure: true });
  return c.json({ id: user.id, token: session.get('accessToken') });
});

app.get('/me', async (c) => {
  const id = await getSignedCookie(c, secret, 'session');
  return c.json({ id });
});

export default app;
