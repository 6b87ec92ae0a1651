'use server';

import { getIronSession, type SessionOptions } from 'iron-session';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { NextResponse, type NextRequest } from 'next/server';
import { authenticate } from '@/lib/users';

interface SessionData {
  userId?: string;
  isLoggedIn: boolean;
}

const sessionOptions: SessionOptions = {
  password: process.env.SESSION_PASSWORD!,
  cookieName: '__Host-app',
  ttl: 8 * 60 * 60,
  cookieOptions: { secure: process.env.NODE_ENV === 'production', httpOnly: true, sameSite: 'lax' },
};

async function currentSession() {
  return getIronSession<SessionData>(await cookies(), sessionOptions);
}

export async function login(form: FormData) {
  const user = await authenticate(String(form.get('email')), String(form.get('password')));
  if (!user) return { error: 'No.' };
  const session = await currentSession();
  session.userId = user.id;
  session.isLoggedIn = true;
  await session.save();
  redirect('/');
}

export async function logout() {
  const session = await currentSession();
  session.destroy();
  redirect('/');
}

export async function setTheme(theme: string) {
  (await cookies()).set('theme', theme, { maxAge: 60 * 60 * 24 * 365 });
  (await cookies()).delete('session');
}

export async function GET(request: NextRequest) {
  const session = await currentSession();
  if (!session.isLoggedIn) return NextResponse.redirect(new URL('/login', request.url));
  const response = NextResponse.json({ id: session.userId });
  response.cookies.set('locale', 'en');
  return response;
}
