import Router from '@koa/router';
import Koa from 'koa';
import session from 'koa-session';
import serve from 'koa-static';
import { store } from './redis-store.js';
import { authenticate } from './users.js';

const app = new Koa();
app.proxy = true;
app.keys = [process.env.SESSION_SECRET, process.env.SESSION_SECRET_BEFORE];
app.use(serve('public'));
app.use(
  session(
    { key: '__Host-app', store, maxAge: 8 * 60 * 60 * 1000, httpOnly: true, secure: true, sameSite: 'lax', signed: true },
    app,
  ),
);

const router = new Router();

router.post('/login', async (ctx) => {
  const user = await authenticate(ctx.request.body);
  if (!user) ctx.throw(401);
  await ctx.session.regenerate();
  ctx.session.userId = user.id;
  ctx.redirect('/');
});

router.get('/me', (ctx) => {
  ctx.session.views = (ctx.session.views || 0) + 1;
  ctx.body = { views: ctx.session.views };
});

router.post('/logout', (ctx) => {
  ctx.session = null;
  ctx.cookies.set('last-seen', null);
  ctx.redirect('/');
});

app.use(router.routes());

export default app;
