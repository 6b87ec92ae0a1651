import type { SessionOptions } from 'iron-session';

export interface SessionData {
  userId?: number;
  username?: string;
  accessToken?: string;
}

export const sessionOptions: SessionOptions = {
  password: process.env.SESSION_SECRET as string,
  cookieName: 'dashboard',
  cookieOptions: {
    secure: process.env.NODE_ENV === 'production',
  },
};
