import { createError, defineEventHandler, deleteCookie, readValidatedBody, sendRedirect, setCookie, useSession } from 'h3';
import type { SessionConfig } from 'h3';
import { z } from 'zod';
import { findUser, verifyCredentials } from '../utils/users';

declare module '#auth-utils' {
  interface User {
    id: string;
    name: string;
  }
  interface UserSession {
    signedInAt: number;
  }
  interface SecureSessionData {
    refreshToken: string;
  }
}

const credentials = z.object({ email: z.string().email(), password: z.string().min(12) });

export const login = defineEventHandler(async (event) => {
  const { email, password } = await readValidatedBody(event, credentials.parse);
  const user = await verifyCredentials(email, password);
  if (!user) throw createError({ statusCode: 401, statusMessage: 'No such user, or another password.' });
  const tokens = await $fetch('/api/tokens', { method: 'POST', body: { userId: user.id } });
  await replaceUserSession(event, {
    user: { id: user.id, name: user.name },
    secure: { refreshToken: tokens.refreshToken },
    signedInAt: Date.now(),
  });
  return { user: { id: user.id, name: user.name } };
});

export const logout = defineEventHandler(async (event) => {
  await clearUserSession(event);
  deleteCookie(event, 'device', { path: '/' });
  return sendRedirect(event, '/');
});

export const me = defineEventHandler(async (event) => {
  const { user } = await requireUserSession(event);
  const found = await findUser(user.id);
  return { id: found.id, name: found.name };
});

export const orders = defineEventHandler(async (event) => {
  const { secure } = await getUserSession(event);
  return $fetch('https://orders.example.com/mine', { headers: { authorization: `Bearer ${secure?.refreshToken}` } });
});

const basketOptions = (): SessionConfig => ({
  password: useRuntimeConfig().basketPassword,
  name: 'basket',
  maxAge: 60 * 60 * 24,
  cookie: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
});

export const basket = defineEventHandler(async (event) => {
  const session = await useSession<{ items: string[] }>(event, basketOptions());
  const { item } = await readValidatedBody(event, z.object({ item: z.string() }).parse);
  await session.update({ items: [...(session.data.items ?? []), item] });
  setCookie(event, 'locale', 'en', { maxAge: 60 * 60 * 24 * 365, sameSite: 'lax' });
  return { items: session.data.items };
});
