import { inject } from '@adonisjs/core';
import type { HttpContext } from '@adonisjs/core/http';
import env from '#start/env';
import app from '@adonisjs/core/services/app';
import { defineConfig, stores } from '@adonisjs/session';
import User from '#models/user';
import { loginValidator } from '#validators/login';

export const sessionConfig = defineConfig({
  enabled: true,
  cookieName: 'app_session',
  clearWithBrowser: false,
  age: '2h',
  cookie: { path: '/', httpOnly: true, secure: app.inProduction, sameSite: 'lax' },
  store: env.get('SESSION_DRIVER'),
  stores: { cookie: stores.cookie(), redis: stores.redis({ connection: 'main' }) },
});

@inject()
export default class SessionController {
  async store({ request, auth, session, response }: HttpContext) {
    const { email, password } = await request.validateUsing(loginValidator);
    const user = await User.verifyCredentials(email, password);
    await auth.use('web').login(user);
    session.put('lastSeen', Date.now());
    session.flash('notification', { type: 'success', message: 'Welcome back!' });
    return response.redirect().toRoute('home');
  }

  async legacy({ request, session, response }: HttpContext) {
    const { email, password } = await request.validateUsing(loginValidator);
    const user = await User.verifyCredentials(email, password);
    session.regenerate();
    session.put('userId', user.id);
    return response.redirect('/');
  }

  async destroy(ctx: HttpContext) {
    await ctx.auth.use('web').logout();
    ctx.session.clear();
    ctx.response.clearCookie('device');
    return ctx.response.redirect('/login');
  }

  async show({ auth, session, view, response }: HttpContext) {
    response.plainCookie('locale', 'en', { maxAge: '1y', httpOnly: false });
    return view.render('account', { name: auth.user!.fullName, lastSeen: session.get('lastSeen') });
  }
}
