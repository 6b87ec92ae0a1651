import type { FastifyInstance } from 'fastify';
import { listIssues } from './provider.js';

export async function issues(app: FastifyInstance): Promise<void> {
  app.get('/', async (request) => ({ user: request.session.user ?? null }));

  app.get('/issues', async (request, reply) => {
    if (!request.session.accessToken) {
      return reply.code(401).send({ error: 'Log in first.' });
    }

    return listIssues({ authorization: `Bearer ${request.session.accessToken}` });
  });
}
