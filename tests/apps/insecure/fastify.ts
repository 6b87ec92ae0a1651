import cookie from '@fastify/cookie';
import session from '@fastify/session';
import Fastify from 'fastify';

declare module 'fastify' {
  interface Session {
    userId?: string;
    /** Of GitHub. */
    githubToken?: string;
  }
}

const app = Fastify({ logger: true });
await app.register(cookie);
await app.register(session, { secret: 'a secret with minimum length of 32 characters', cookie: { secure: false } });

app.post<{ Body: { user: string; token: string } }>('/login', async (request) => {
  request.session.userId = request.body.user;
  request.session.githubToken = request.body.token;
  request.log.info({ session: request.session }, 'logged in');
  return request.session;
});

app.get('/issues', async (request, reply) => {
  if (request.session.githubToken === undefined) return reply.code(401).send();
  return fetch('https://api.example/issues', { headers: { authorization: `token ${request.session.githubToken}` } });
});
