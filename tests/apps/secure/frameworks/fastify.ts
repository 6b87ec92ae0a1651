import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import { RedisStore } from 'connect-redis';
import Fastify, { type FastifyInstance } from 'fastify';
import { createClient } from 'redis';
import { findUser, verify } from './users.js';

declare module 'fastify' {
  interface Session {
    userId?: string;
    visits?: number;
  }
}

export async function build(): Promise<FastifyInstance> {
  const app = Fastify({ logger: true, trustProxy: true });
  const client = await createClient({ url: process.env.REDIS_URL }).connect();
  await app.register(fastifyCookie);
  await app.register(fastifySession, {
    store: new RedisStore({ client }) as never,
    cookieName: '__Host-sid',
    secret: process.env.SESSION_SECRET!,
    saveUninitialized: false,
    cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 8 * 60 * 60 * 1000 },
  });

  app.post<{ Body: { email: string; password: string } }>('/login', async (request, reply) => {
    const user = await findUser(request.body.email);
    if (!user || !(await verify(user, request.body.password))) {
      request.log.warn({ email: request.body.email }, 'login failed');
      return reply.code(401).send({ error: 'No.' });
    }
    await request.session.regenerate();
    request.session.userId = user.id;
    request.log.info({ userId: request.session.userId }, 'logged in');
    return { id: user.id };
  });

  app.get('/me', async (request) => {
    request.session.visits = (request.session.visits ?? 0) + 1;
    return { id: request.session.userId, visits: request.session.visits };
  });

  app.post('/logout', async (request, reply) => {
    await request.session.destroy();
    reply.clearCookie('__Host-sid', { path: '/' });
    return reply.code(204).send();
  });

  return app;
}
