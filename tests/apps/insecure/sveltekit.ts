import { json, redirect, type Actions, type RequestHandler } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { createSession } from '$lib/server/sessions';
import { authenticate } from '$lib/server/users';

export const actions: Actions = {
  login: async ({ request, cookies }) => {
    const form = await request.formData();
    const user = await authenticate(String(form.get('email')), String(form.get('password')));
    const session = await createSession(user.id);
    cookies.set('session', session.token, { path: '/', httpOnly: false, secure: false });
    cookies.set('access_token', user.accessToken, { path: '/', sameSite: 'none', maxAge: 60 * 60 * 24 * 365 });
    cookies.set('api_key', env.ORDERS_API_KEY, { path: '/' });
    redirect(303, '/');
  },
};

export const GET: RequestHandler = async ({ cookies }) => {
  console.log('session', cookies.get('session'));
  return json({ token: cookies.get('session') });
};
