import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import Fastify from 'fastify';
import { account } from './account.js';
import { issues } from './issues.js';

declare module 'fastify' {
  interface Session {
    user?: string;
    accessToken?: string;
  }
}

export const app = Fastify();

app.register(fastifyCookie);
app.register(fastifySession, {
  secret: 'a secret with minimum length of 32 characters',
  cookie: { secure: false, maxAge: 24 * 60 * 60 * 1000 },
});
app.register(account);
app.register(issues);
