import type { FastifyInstance } from 'fastify';

export async function settings(app: FastifyInstance): Promise<void> {
  app.post<{ Body: { user: string } }>('/login', async (request) => {
    request.session.set('user', request.body.user);
    return { user: request.session.get('user') };
  });

  app.put<{ Body: { key: string } }>('/settings', async (request, reply) => {
    if (!request.session.get('user')) return reply.code(401).send({ error: 'Log in first.' });

    request.session.set('mailApiKey', request.body.key);
    return { saved: true };
  });

  app.get('/settings', async (request) => ({
    user: request.session.get('user') ?? null,
    hasKey: request.session.get('mailApiKey') !== undefined,
  }));

  app.delete('/settings', async (request) => {
    request.session.set('mailApiKey', undefined);
    return { saved: true };
  });

  app.post('/logout', async (request, reply) => {
    request.session.delete();
    return reply.code(204).send();
  });
}
