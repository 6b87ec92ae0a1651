import { getIronSession, type SessionOptions } from 'iron-session';
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';

export const sessionOptions: SessionOptions = {
  password: 'complex_password_at_least_32_characters_long',
  cookieName: 'app',
  cookieOptions: { secure: false, sameSite: undefined },
  ttl: 0,
};

export async function POST(request: Request) {
  const { provider, apiKey } = await request.json();
  const session = await getIronSession<{ apiKey?: string; provider?: string }>(await cookies(), sessionOptions);
  session.provider = provider;
  session.apiKey = apiKey;
  await session.save();
  (await cookies()).set('session_token', crypto.randomUUID());
  return NextResponse.json(session);
}
