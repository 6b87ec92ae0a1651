import { Elysia, t } from 'elysia';
import { authenticate } from './users';
import { createSession, deleteSession, findSession } from './sessions';

const keys = [process.env.COOKIE_KEY!, process.env.PREVIOUS_COOKIE_KEY!];

export const app = new Elysia({
  cookie: { secrets: keys, sign: ['session'], secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
})
  .resolve(async ({ cookie: { session } }) => ({
    user: typeof session.value === 'string' ? ((await findSession(session.value))?.user ?? null) : null,
  }))
  .post(
    '/login',
    async ({ body: { email, password }, cookie: { session }, redirect, status }) => {
      const user = await authenticate(email, password);
      if (!user) return status(401, 'No such user, or another password.');
      const { id, expiresAt } = await createSession(user.id);
      session.set({ value: id, httpOnly: true, secure: true, sameSite: 'lax', path: '/', expires: expiresAt });
      return redirect('/');
    },
    { body: t.Object({ email: t.String({ format: 'email' }), password: t.String({ minLength: 12 }) }) },
  )
  .post('/logout', async ({ cookie: { session }, redirect }) => {
    if (typeof session.value === 'string') await deleteSession(session.value);
    session.remove();
    return redirect('/login');
  })
  .get('/me', ({ user, status }) => (user ? { id: user.id, name: user.name } : status(401)))
  .put(
    '/theme',
    ({ body, cookie: { theme } }) => {
      theme.set({ value: body.name, maxAge: 365 * 24 * 60 * 60, path: '/' });
      return { theme: body.name };
    },
    { body: t.Object({ name: t.Union([t.Literal('dark'), t.Literal('light')]) }) },
  )
  .listen(process.env.PORT ?? 3000);
