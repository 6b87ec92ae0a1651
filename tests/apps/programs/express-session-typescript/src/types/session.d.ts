import 'express-session';

declare module 'express-session' {
  interface SessionData {
    user?: User;
    /** What the provider gave us at login. */
    accessToken?: string;
    /** For reports that take longer than the access token lives. */
    refreshToken?: string;
    reports: number;
  }

  interface User {
    name: string;
    isAdmin: boolean;
  }
}
