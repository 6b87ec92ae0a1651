import { error, fail, json, redirect, type Actions, type Handle, type RequestHandler } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { createSession, deleteSession, readSession } from '$lib/server/sessions';
import { authenticate } from '$lib/server/users';

declare global {
  namespace App {
    interface Locals {
      user: { id: string; name: string } | null;
      session: { id: string; expiresAt: Date } | null;
    }
  }
}

const cookieName = '__Host-session';

export const handle: Handle = async ({ event, resolve }) => {
  const token = event.cookies.get(cookieName);
  const { session, user } = token ? await readSession(token) : { session: null, user: null };
  if (token && !session) event.cookies.delete(cookieName, { path: '/' });
  event.locals.session = session;
  event.locals.user = user && { id: user.id, name: user.name };
  return resolve(event);
};

export const actions: Actions = {
  login: async ({ request, cookies, locals }) => {
    const form = await request.formData();
    const email = String(form.get('email'));
    const user = await authenticate(email, String(form.get('password')));
    if (!user) return fail(400, { email, incorrect: true });
    if (locals.session) await deleteSession(locals.session.id);
    const { token, expiresAt } = await createSession(user.id);
    cookies.set(cookieName, token, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', expires: expiresAt });
    redirect(303, '/');
  },
  logout: async ({ cookies, locals }) => {
    if (!locals.session) return fail(401);
    await deleteSession(locals.session.id);
    cookies.delete(cookieName, { path: '/' });
    redirect(303, '/login');
  },
};

export const GET: RequestHandler = async ({ locals, fetch, setHeaders }) => {
  if (!locals.user) error(401, 'Sign in first.');
  const response = await fetch(`${env.ORDERS_URL}/orders?user=${locals.user.id}`, {
    headers: { authorization: `Bearer ${env.ORDERS_TOKEN}` },
  });
  setHeaders({ 'cache-control': 'private, no-store' });
  return json({ user: locals.user, orders: await response.json() });
};

export const PUT: RequestHandler = async ({ request, cookies }) => {
  const { locale, theme } = await request.json();
  cookies.set('locale', locale, { path: '/', httpOnly: false, maxAge: 60 * 60 * 24 * 365 });
  cookies.set('theme', theme, { path: '/', httpOnly: false, maxAge: 60 * 60 * 24 * 365 });
  return new Response(null, { status: 204 });
};
