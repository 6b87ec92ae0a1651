import Koa from 'koa';
import session from 'koa-session';

const app = new Koa();
app.keys = ['some secret hurr'];
app.use(session({ secure: true, httpOnly: false, sameSite: 'none', maxAge: 'session' }, app));

app.use(async (ctx) => {
  if (ctx.path === '/login') {
    ctx.session.user = await users.authenticate(ctx.request.body);
    ctx.session.idToken = ctx.session.user.id_token;
  }
  ctx.cookies.set('auth_token', ctx.session.idToken, { httpOnly: false });
  ctx.body = ctx.session;
});
