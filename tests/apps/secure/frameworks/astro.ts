import type { APIRoute } from 'astro';
import { defineMiddleware, sequence } from 'astro:middleware';
import { SESSION_LIFETIME_HOURS } from 'astro:env/server';
import { authenticate, findUser } from '../lib/users';
import { createDevice, revokeDevice } from '../lib/devices';

declare global {
  namespace App {
    interface SessionData {
      userId: string;
      cart: string[];
    }
  }
}

const device = '__Host-device';

export const onRequest = sequence(
  defineMiddleware(async (context, next) => {
    const userId = await context.session?.get('userId');
    const user = userId ? await findUser(userId) : null;
    context.locals.user = user && { id: user.id, name: user.name };
    return next();
  }),
);

export const POST: APIRoute = async ({ request, session, cookies, redirect }) => {
  const form = await request.formData();
  const user = await authenticate(String(form.get('email')), String(form.get('password')));
  if (!user) return new Response('No such user, or another password.', { status: 401 });
  await session?.regenerate();
  session?.set('userId', user.id);
  cookies.set(device, await createDevice(user.id), {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    maxAge: SESSION_LIFETIME_HOURS * 60 * 60,
  });
  return redirect('/');
};

export const DELETE: APIRoute = async ({ session, cookies, redirect }) => {
  const known = cookies.get(device)?.value;
  if (known) await revokeDevice(known);
  cookies.delete(device, { path: '/' });
  session?.destroy();
  return redirect('/');
};

export const GET: APIRoute = async (context) => {
  const cart = (await context.session?.get('cart')) ?? [];
  context.cookies.set('currency', 'EUR', { path: '/', maxAge: 60 * 60 * 24 * 365 });
  return Response.json({ user: context.locals.user, items: cart.length });
};
